package dev.hearth.protocol;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads fields of a map of the wire, of which nothing may be taken for granted.
final class Fields {
    private Fields() {}

    static Optional<String> text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /// A text of at most `most` characters; empty for a longer one.
    static Optional<String> text(Map<?, ?> map, String key, int most) {
        return text(map, key).filter(text -> text.length() <= most);
    }

    static Optional<Map<?, ?>> map(Map<?, ?> map, String key) {
        return map.get(key) instanceof Map<?, ?> inner ? Optional.of(inner) : Optional.empty();
    }

    /// An id; one that is too long is as none.
    static Optional<String> id(Map<?, ?> map, String key) {
        return text(map, key).filter(WireBounds::fitsId);
    }

    /// A place in a log: 0 to 2^53 - 1; anything else is as none.
    static OptionalLong seq(Map<?, ?> map, String key) {
        return within(number(map, key), WireBounds.MOST_SEQ);
    }

    /// A time in epoch milliseconds, of the years 1970 to 9999.
    static OptionalLong time(Map<?, ?> map, String key) {
        return within(number(map, key), WireBounds.LAST_TIME);
    }

    private static OptionalLong within(OptionalLong number, long most) {
        long value = number.orElse(-1);
        return 0 <= value && value <= most ? number : OptionalLong.empty();
    }

    /// A whole number; it may arrive as a decimal string.
    static OptionalLong number(Map<?, ?> map, String key) {
        return number(map.get(key));
    }

    static OptionalLong number(@Nullable Object value) {
        try {
            return switch (value) {
                case Number number ->
                        OptionalLong.of(new BigDecimal(number.toString()).longValueExact());
                case String text when text.length() <= 20 -> OptionalLong.of(Long.parseLong(text));
                case null, default -> OptionalLong.empty();
            };
        } catch (ArithmeticException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
