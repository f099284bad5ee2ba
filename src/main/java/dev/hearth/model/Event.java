package dev.hearth.model;

import static java.util.Objects.requireNonNull;

/// What happened in a joined chat, in the order in which it happened.
public sealed interface Event {
    /// A message that was not shown before: received, or one's own that is on its way.
    record MessageAdded(Message message) implements Event {
        public MessageAdded {
            requireNonNull(message);
        }
    }

    /// The message with the same id is now this: confirmed, failed, not confirmed.
    record MessageChanged(Message message) implements Event {
        public MessageChanged {
            requireNonNull(message);
        }
    }

    /// One's own message that had failed was discarded.
    record MessageRemoved(EntryId id) implements Event {
        public MessageRemoved {
            requireNonNull(id);
        }
    }

    record ConnectionChanged(ConnectionState state) implements Event {
        public ConnectionChanged {
            requireNonNull(state);
        }
    }
}
