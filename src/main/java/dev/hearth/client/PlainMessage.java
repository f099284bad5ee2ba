package dev.hearth.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The arguments of `chat message`, as far as they make sense.
///
/// @param offset of a server that numbers its messages. Step 6 of the tutorial puts a text of its
///   own in this place, which is nothing to show
record PlainMessage(String text, OptionalLong offset) {
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
                                : OptionalLong.empty()));
    }

    private static @Nullable Object argument(List<@Nullable Object> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }
}
