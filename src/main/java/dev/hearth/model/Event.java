package dev.hearth.model;

import java.util.List;

/// What happened in a joined chat, in the order in which it happened.
public sealed interface Event {
    /// A message that was not shown before: received in a room that is open, or an own message that
    /// is on its way.
    record MessageAdded(Message message) implements Event {}

    /// The message with the same id is now this: confirmed, failed, not confirmed.
    record MessageChanged(Message message) implements Event {}

    /// One's own message that had failed was discarded.
    record MessageRemoved(EntryId id) implements Event {}

    /// Messages from before the oldest one shown, in order; they were asked for, or the room was
    /// opened or empty.
    ///
    /// @param more whether there are still older ones
    record OlderMessages(RoomId room, List<Message> messages, boolean more) implements Event {
        public OlderMessages {
            messages = List.copyOf(messages);
        }
    }

    /// Everything shown of the room is void, but for what is still on its way: the host lost that
    /// log, or another took its place. What is there now follows.
    record RoomReset(RoomId room) implements Event {}

    /// Something else than a message was added to the room's log: a topic, who came and went.
    record Happened(Entry entry) implements Event {}

    /// These rooms are new or changed.
    record RoomsChanged(List<RoomHead> rooms) implements Event {
        public RoomsChanged {
            rooms = List.copyOf(rooms);
        }
    }

    /// Something went on in these rooms, or was read there. Comes at most ten times a second; of
    /// what is kept from before soon after the start.
    record ActivityChanged(List<RoomActivity> rooms) implements Event {
        public ActivityChanged {
            rooms = List.copyOf(rooms);
        }
    }

    /// This room is not to be seen any more. Own messages that were on their way into it are told
    /// of as they fail.
    record RoomGone(RoomId room) implements Event {}

    /// These people are new, came or went, or changed.
    record PeopleChanged(List<Presence> people) implements Event {
        public PeopleChanged {
            people = List.copyOf(people);
        }
    }

    /// Someone else is writing; that holds for six seconds unless it is said again.
    record Typing(RoomId room, Person person) implements Event {}

    /// Someone has read the room up to `seq`.
    record ReadUpTo(RoomId room, PersonId person, long seq) implements Event {}

    /// The chat calls itself so.
    record ChatNamed(String name) implements Event {}

    /// The host said who the person is.
    record Entered(Person you) implements Event {}

    /// A command that is no message could not be done; it has been given up.
    record CommandFailed(Command command, ErrorCode code, String reason) implements Event {}

    /// Something is wrong that no message shows: what is kept of the chat was damaged, or the
    /// server does what no server should. The chat goes on.
    record Noticed(String sentence) implements Event {}

    record ConnectionChanged(ConnectionState state) implements Event {}
}
