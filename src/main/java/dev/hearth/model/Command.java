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

    /// Writes a message.
    ///
    /// @param replyTo a message of the same room
    record PostMessage(
            EntryId id, RoomId in, String text, Optional<EntryId> replyTo, List<FileId> files)
            implements Command {
        public PostMessage {
            files = List.copyOf(files);
        }

        /// Nothing but text.
        public PostMessage(EntryId id, RoomId in, String text) {
            this(id, in, text, Optional.empty(), List.of());
        }

        @Override
        public Optional<RoomId> room() {
            return Optional.of(in);
        }
    }

    /// Changes the text of the person's own message.
    record EditMessage(EntryId id, Optional<RoomId> room, EntryId of, String text)
            implements Command {}

    /// Deletes a message for good: the person's own or, for moderators, anybody's.
    record DeleteMessage(EntryId id, Optional<RoomId> room, EntryId of) implements Command {}

    /// Puts a reaction on a message, or takes it back.
    record React(EntryId id, Optional<RoomId> room, EntryId of, String emoji, boolean on)
            implements Command {}

    /// Opens a room, public or private.
    record OpenRoom(EntryId id, String name, String topic, RoomKind kind) implements Command {
        @Override
        public Optional<RoomId> room() {
            return Optional.empty();
        }
    }

    /// Opens the conversation with one other person, or finds it.
    record OpenDirect(EntryId id, PersonId with) implements Command {
        @Override
        public Optional<RoomId> room() {
            return Optional.empty();
        }
    }

    /// Lets somebody into a room.
    record Invite(EntryId id, RoomId in, PersonId person) implements Command {
        @Override
        public Optional<RoomId> room() {
            return Optional.of(in);
        }
    }

    /// Goes into a room.
    record JoinRoom(EntryId id, RoomId in) implements Command {
        @Override
        public Optional<RoomId> room() {
            return Optional.of(in);
        }
    }

    /// Goes out of a room.
    record LeaveRoom(EntryId id, RoomId in) implements Command {
        @Override
        public Optional<RoomId> room() {
            return Optional.of(in);
        }
    }

    /// Says what a room is about; an empty topic is none.
    record SetTopic(EntryId id, RoomId in, String topic) implements Command {
        @Override
        public Optional<RoomId> room() {
            return Optional.of(in);
        }
    }

    /// Gives a room another name.
    record RenameRoom(EntryId id, RoomId in, String name) implements Command {
        @Override
        public Optional<RoomId> room() {
            return Optional.of(in);
        }
    }

    /// Makes somebody leave a room; out of `#lobby` means out of the chat.
    record RemovePerson(EntryId id, RoomId in, PersonId person, Removal by) implements Command {
        @Override
        public Optional<RoomId> room() {
            return Optional.of(in);
        }
    }

    /// Lets somebody who was banned come back.
    record Unban(EntryId id, RoomId in, PersonId person) implements Command {
        @Override
        public Optional<RoomId> room() {
            return Optional.of(in);
        }
    }

    /// Takes the word from somebody.
    ///
    /// @param until when they get it back; empty: when they are unmuted
    record Mute(EntryId id, RoomId in, PersonId person, Optional<Instant> until)
            implements Command {
        @Override
        public Optional<RoomId> room() {
            return Optional.of(in);
        }
    }

    /// Lets a muted person write again.
    record Unmute(EntryId id, RoomId in, PersonId person) implements Command {
        @Override
        public Optional<RoomId> room() {
            return Optional.of(in);
        }
    }

    /// Gives somebody another role in a room; in `#lobby` it holds in the whole chat.
    record GiveRole(EntryId id, RoomId in, PersonId person, Role role) implements Command {
        @Override
        public Optional<RoomId> room() {
            return Optional.of(in);
        }
    }

    /// Ends a room for good: nobody sees it any more, and what was in it is erased at the host.
    record CloseRoom(EntryId id, RoomId in) implements Command {
        @Override
        public Optional<RoomId> room() {
            return Optional.of(in);
        }
    }

    /// Removes a stored person from the chat: their token counts no more, their name is free, and
    /// what they wrote stays under their name.
    record ForgetPerson(EntryId id, PersonId person) implements Command {
        @Override
        public Optional<RoomId> room() {
            return Optional.empty();
        }
    }
}
