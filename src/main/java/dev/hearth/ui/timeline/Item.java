package dev.hearth.ui.timeline;

import dev.hearth.model.Delivery;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import java.time.Instant;

/// One thing in the timeline.
public sealed interface Item {
    EntryId id();

    Instant at();

    /// Something that somebody said.
    record Said(Message message) implements Item {
        @Override
        public EntryId id() {
            return message.id();
        }

        @Override
        public Instant at() {
            return message.at();
        }

        /// Whether it is the person's own and not confirmed by the server.
        boolean isPending() {
            return message.own() && !(message.delivery() instanceof Delivery.Delivered);
        }
    }

    /// Something that happened to the room.
    record Noted(Entry entry) implements Item {
        @Override
        public EntryId id() {
            return entry.id();
        }

        @Override
        public Instant at() {
            return entry.at();
        }
    }
}
