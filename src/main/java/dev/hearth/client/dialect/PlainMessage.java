package dev.hearth.client.dialect;

import dev.hearth.model.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The arguments of `chat message`, as far as they make sense: `text, offset, name` or an object.
///
/// @param offset of a server that numbers its messages. Step 6 of the tutorial puts a text of its
///   own in this place, which is nothing to show
/// @param author the name of who wrote it; empty where the server does not tell
record PlainMessage(String text, OptionalLong offset, String author) {
    private static final List<String> TEXTS = List.of("message", "msg", "text", "content", "body");
    private static final List<String> AUTHORS =
            List.of("user", "username", "name", "nickname", "sender");

    /// Databases hand out large numbers as texts, and so do servers then.
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9]\\d{0,17}");

    /// Empty when there is no text.
    static Optional<PlainMessage> of(List<@Nullable Object> arguments) {
        OptionalLong offset = offset(argument(arguments, 1));
        return switch (argument(arguments, 0)) {
            case String text ->
                    Optional.of(
                            new PlainMessage(
                                    text,
                                    offset,
                                    offset.isPresent() ? name(argument(arguments, 2)) : ""));
            case Map<?, ?> map ->
                    TEXTS.stream()
                            .map(map::get)
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .findFirst()
                            .map(text -> new PlainMessage(text, offset, author(map)));
            case null, default -> Optional.empty();
        };
    }

    private static OptionalLong offset(@Nullable Object argument) {
        return switch (argument) {
            case Number number -> OptionalLong.of(number.longValue());
            case String text when DECIMAL.matcher(text).matches() ->
                    OptionalLong.of(Long.parseLong(text));
            case null, default -> OptionalLong.empty();
        };
    }

    private static String author(Map<?, ?> map) {
        for (String key : AUTHORS) {
            // A person may be an object too, which then has a name.
            String name =
                    map.get(key) instanceof Map<?, ?> person ? author(person) : name(map.get(key));
            if (!name.isEmpty()) {
                return name;
            }
        }
        return "";
    }

    private static String name(@Nullable Object argument) {
        return argument instanceof String text ? Names.tidy(text).orElse("") : "";
    }

    private static @Nullable Object argument(List<@Nullable Object> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }
}
