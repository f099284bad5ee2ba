package dev.hearth.model;

import static java.util.Objects.requireNonNull;

/// What an entry says happened.
public sealed interface Payload {
    /// The name of this kind in the log and on the wire.
    String kind();

    /// Someone wrote a message.
    record Posted(String text) implements Payload {
        public Posted {
            requireNonNull(text);
        }

        @Override
        public String kind() {
            return "posted";
        }
    }
}
