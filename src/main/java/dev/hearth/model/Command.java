package dev.hearth.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a person asks a hosted chat to do. Who asks is known from the connection.
///
/// Each has an id that its author made: (person, id) is remembered for the life of the log, so the
/// same command again is done once and answered alike, and the same id with other content is a
/// conflict.
public sealed interface Command {
    EntryId id();

    /// The room it belongs to; empty where the host finds it by what the command is about, or makes
    /// it.
    Optional<RoomId> room();

    /// Writes a message, or asks that something happens to it.
    sealed interface MessageCommand extends Command {}

    /// Asks that something happens to a room, or makes one.
    sealed interface RoomCommand extends Command {}

    /// Names its room.
    sealed interface InRoom extends Command {
        RoomId in();

        @Override
        default Optional<RoomId> room() {
            return Optional.of(in());
        }
    }

    /// Names no room.
    sealed interface InNoRoom extends Command {
        @Override
        default Optional<RoomId> room() {
            return Optional.empty();
        }
    }

    /// Writes a message.
    ///
    /// @param replyTo a message of the same room
    record PostMessage(
            EntryId id, RoomId in, String text, Optional<EntryId> replyTo, List<FileId> files)
            implements MessageCommand, InRoom {
        public PostMessage {
            files = List.copyOf(files);
        }

        /// Nothing but text.
        public PostMessage(EntryId id, RoomId in, String text) {
            this(id, in, text, Optional.empty(), List.of());
        }

        /// The same words as another message.
        public PostMessage withId(EntryId other) {
            return new PostMessage(other, in, text, replyTo, files);
        }

        public PostMessage withText(String other) {
            return new PostMessage(id, in, other, replyTo, files);
        }
    }

    /// Changes the text of the person's own message.
    record EditMessage(EntryId id, Optional<RoomId> room, EntryId of, String text)
            implements MessageCommand {}

    /// Deletes a message for good: the person's own or, for moderators, anybody's.
    record DeleteMessage(EntryId id, Optional<RoomId> room, EntryId of) implements MessageCommand {}

    /// Puts a reaction on a message, or takes it back.
    record React(EntryId id, Optional<RoomId> room, EntryId of, String emoji, boolean on)
            implements MessageCommand {}

    /// Opens a room, public or private.
    record OpenRoom(EntryId id, String name, String topic, RoomKind kind)
            implements RoomCommand, InNoRoom {}

    /// Opens the conversation with one other person, or finds it.
    record OpenDirect(EntryId id, PersonId with) implements RoomCommand, InNoRoom {}

    /// Lets somebody into a room.
    record Invite(EntryId id, RoomId in, PersonId person) implements RoomCommand, InRoom {}

    /// Goes into a room.
    record JoinRoom(EntryId id, RoomId in) implements RoomCommand, InRoom {}

    /// Goes out of a room.
    record LeaveRoom(EntryId id, RoomId in) implements RoomCommand, InRoom {}

    /// Says what a room is about; an empty topic is none.
    record SetTopic(EntryId id, RoomId in, String topic) implements RoomCommand, InRoom {}

    /// Gives a room another name.
    record RenameRoom(EntryId id, RoomId in, String name) implements RoomCommand, InRoom {}

    /// Makes somebody leave a room; out of `#lobby` means out of the chat.
    record RemovePerson(EntryId id, RoomId in, PersonId person, Removal by)
            implements RoomCommand, InRoom {}

    /// Lets somebody who was banned come back.
    record Unban(EntryId id, RoomId in, PersonId person) implements RoomCommand, InRoom {}

    /// Takes the word from somebody.
    ///
    /// @param until when they get it back; empty: when they are unmuted
    record Mute(EntryId id, RoomId in, PersonId person, Optional<Instant> until)
            implements RoomCommand, InRoom {}

    /// Lets a muted person write again.
    record Unmute(EntryId id, RoomId in, PersonId person) implements RoomCommand, InRoom {}

    /// Gives somebody another role in a room; in `#lobby` it holds in the whole chat.
    record GiveRole(EntryId id, RoomId in, PersonId person, Role role)
            implements RoomCommand, InRoom {}

    /// Ends a room for good: nobody sees it any more, and what was in it is erased at the host.
    record CloseRoom(EntryId id, RoomId in) implements RoomCommand, InRoom {}

    /// Removes a stored person from the chat: their token counts no more, their name is free, and
    /// what they wrote stays under their name.
    record ForgetPerson(EntryId id, PersonId person) implements RoomCommand, InNoRoom {}
}
