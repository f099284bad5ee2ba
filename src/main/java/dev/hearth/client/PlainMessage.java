package dev.hearth.client;

import dev.hearth.protocol.PlainEnvelope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The arguments of `chat message`, as far as they make sense.
///
/// @param offset of a server that numbers its messages. Step 6 of the tutorial puts a text of its
///   own in this place, which is nothing to show
/// @param envelope of a Hearth host
record PlainMessage(String text, OptionalLong offset, Optional<PlainEnvelope> envelope) {
    /// Empty when there is no text.
    static Optional<PlainMessage> of(List<@Nullable Object> arguments) {
        if (!(argument(arguments, 0) instanceof String text)) {
            return Optional.empty();
        }
        return Optional.of(
                new PlainMessage(
                        text,
                        argument(arguments, 1) instanceof Number number
                                ? OptionalLong.of(number.longValue())
                                : OptionalLong.empty(),
                        argument(arguments, 2) instanceof Map<?, ?> map
                                ? PlainEnvelope.of(map)
                                : Optional.empty()));
    }

    private static @Nullable Object argument(List<@Nullable Object> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    /// The number in the room's log, where one is told.
    OptionalLong seq() {
        return envelope.map(PlainEnvelope::seq).filter(OptionalLong::isPresent).orElse(offset);
    }
}
