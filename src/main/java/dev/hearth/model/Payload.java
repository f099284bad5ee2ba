package dev.hearth.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What an entry says happened. Who did it, and when, is in the [Entry].
///
/// What an entry is about (`of`) is the id of a message in the same room; no two entries of a room
/// have the same id.
public sealed interface Payload {
    /// The name of this kind in the log and on the wire.
    String kind();

    /// The message this is about; empty for a message itself and for what happens to a room.
    Optional<EntryId> about();

    /// A message, or what happened to it.
    sealed interface MessagePayload extends Payload {}

    /// What happened to the room: little beside what is said in it, and read without that.
    sealed interface RoomPayload extends Payload {
        @Override
        default Optional<EntryId> about() {
            return Optional.empty();
        }
    }

    /// Someone wrote a message.
    record Posted(String text, Optional<EntryId> replyTo, List<FileId> files)
            implements MessagePayload {
        public Posted {
            files = List.copyOf(files);
        }

        /// Nothing but text.
        public Posted(String text) {
            this(text, Optional.empty(), List.of());
        }

        @Override
        public String kind() {
            return "posted";
        }

        @Override
        public Optional<EntryId> about() {
            return Optional.empty();
        }
    }

    /// A message got another text.
    record Edited(EntryId of, String text) implements MessagePayload {
        @Override
        public String kind() {
            return "edited";
        }

        @Override
        public Optional<EntryId> about() {
            return Optional.of(of);
        }
    }

    /// A message was deleted, for good: the log keeps [Erased] in its place.
    record Deleted(EntryId of) implements MessagePayload {
        @Override
        public String kind() {
            return "deleted";
        }

        @Override
        public Optional<EntryId> about() {
            return Optional.of(of);
        }
    }

    /// The tombstone that takes the place of a deleted message, and of each of its edits.
    ///
    /// @param of the message whose edit this was; empty for the message itself
    record Erased(Optional<EntryId> of) implements MessagePayload {
        @Override
        public String kind() {
            return "erased";
        }

        @Override
        public Optional<EntryId> about() {
            return of;
        }
    }

    /// Someone put a reaction on a message, or took it back.
    record Reacted(EntryId of, String emoji, boolean on) implements MessagePayload {
        @Override
        public String kind() {
            return "reacted";
        }

        @Override
        public Optional<EntryId> about() {
            return Optional.of(of);
        }
    }

    /// Somebody opened the room, and is in it.
    ///
    /// @param with the other one of a direct conversation, who is in it too
    record Opened(String name, String topic, RoomKind roomKind, Optional<PersonId> with)
            implements RoomPayload {
        @Override
        public String kind() {
            return "opened";
        }
    }

    /// The room got a topic; an empty text removes it.
    record TopicSet(String topic) implements RoomPayload {
        @Override
        public String kind() {
            return "topic";
        }
    }

    /// The room got another name.
    record Renamed(String name) implements RoomPayload {
        @Override
        public String kind() {
            return "renamed";
        }
    }

    /// Someone may come in from now on.
    record Invited(PersonId person) implements RoomPayload {
        @Override
        public String kind() {
            return "invited";
        }
    }

    /// The author came in.
    record Joined() implements RoomPayload {
        @Override
        public String kind() {
            return "joined";
        }
    }

    /// The author went away.
    record Left() implements RoomPayload {
        @Override
        public String kind() {
            return "left";
        }
    }

    /// Someone was made to leave.
    record Removed(PersonId person, Removal by) implements RoomPayload {
        @Override
        public String kind() {
            return "removed";
        }
    }

    /// Someone who was banned may come back.
    record Unbanned(PersonId person) implements RoomPayload {
        @Override
        public String kind() {
            return "unbanned";
        }
    }

    /// Someone may not write.
    ///
    /// @param until when that ends; empty: when they are unmuted
    record Muted(PersonId person, Optional<Instant> until) implements RoomPayload {
        @Override
        public String kind() {
            return "muted";
        }
    }

    /// Someone who was muted may write again.
    record Unmuted(PersonId person) implements RoomPayload {
        @Override
        public String kind() {
            return "unmuted";
        }
    }

    /// Someone has another role in this room.
    record RoleGiven(PersonId person, Role role) implements RoomPayload {
        @Override
        public String kind() {
            return "role";
        }
    }

    /// The room ended: nothing follows on this.
    record Closed() implements RoomPayload {
        @Override
        public String kind() {
            return "closed";
        }
    }

    /// Someone was removed from the chat's people.
    record Forgotten(PersonId person) implements RoomPayload {
        @Override
        public String kind() {
            return "forgotten";
        }
    }
}
