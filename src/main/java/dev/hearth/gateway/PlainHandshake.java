package dev.hearth.gateway;

import dev.hearth.protocol.Auth;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What a peer says of itself when it connects to `/`. Whatever it says, it may enter: what does
/// not fit is ignored.
///
/// @param name what it wishes to be called, `name` before `username`
/// @param after the last offset it has; empty when it wants nothing replayed
/// @param room the public room it wants to be in; empty for `#lobby`; a namespace of a room goes
///   before it
record PlainHandshake(Optional<String> name, OptionalLong after, Optional<String> room) {
    static PlainHandshake of(@Nullable Object auth) {
        Map<?, ?> said = auth instanceof Map<?, ?> map ? map : Map.of();
        return new PlainHandshake(
                text(said.get(Auth.NAME)).or(() -> text(said.get(Auth.USERNAME))),
                number(said.get(Auth.SERVER_OFFSET)),
                text(said.get(Auth.ROOM)));
    }

    PlainHandshake into(String otherRoom) {
        return new PlainHandshake(name, after, Optional.of(otherRoom));
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty();
    }

    /// A number may arrive as a decimal string.
    static OptionalLong number(@Nullable Object value) {
        return switch (value) {
            case Integer number -> OptionalLong.of(number);
            case Long number -> OptionalLong.of(number);
            case String text when text.matches("\\d{1,18}") ->
                    OptionalLong.of(Long.parseLong(text));
            case null, default -> OptionalLong.empty();
        };
    }
}
