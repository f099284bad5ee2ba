package dev.hearth.client.dialect;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message of the private messaging example.
///
/// @param to empty where the server does not tell: to this person
record PrivateMessage(String content, String from, String to) {
    /// Empty when it makes no sense.
    static Optional<PrivateMessage> read(@Nullable Object told) {
        return told instanceof Map<?, ?> map
                        && map.get("content") instanceof String content
                        && map.get("from") instanceof String from
                ? Optional.of(
                        new PrivateMessage(
                                content, from, map.get("to") instanceof String to ? to : ""))
                : Optional.empty();
    }

    /// The other of the two.
    String with(String ownId) {
        return from.equals(ownId) ? to : from;
    }
}
