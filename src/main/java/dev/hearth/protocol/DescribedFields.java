package dev.hearth.protocol;

import dev.hearth.model.HearthException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The fields of one object of a description, each taken with what is allowed there. Immutable.
///
/// @param path where the object is in the file: empty, or for example `say.`
record DescribedFields(Map<?, ?> fields, int line, String path) {
    private static final int LONGEST = 200;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]*)}");
    private static final Pattern ARGUMENT = Pattern.compile("[1-9](?:\\.[^.\\s]+)*");
    private static final Pattern WITHIN = Pattern.compile("(?:[^.\\s]+(?:\\.[^.\\s]+)*)?");

    /// @param allowed the keys that there may be
    /// @throws HearthException BAD_DIALECT: it is no object, or has another key
    static DescribedFields of(LocatedJson json, String path, Set<String> allowed) {
        if (!(json.value() instanceof Map<?, ?> map)) {
            String what = path.isEmpty() ? "a description" : "“" + path + "”";
            throw LocatedJson.bad(
                    json.line(),
                    what + " is an object in braces with " + inOrder(allowed) + " in it.");
        }
        String prefix = path.isEmpty() ? "" : path + ".";
        map.forEach(
                (key, value) -> {
                    if (!allowed.contains(String.valueOf(key))) {
                        throw LocatedJson.bad(
                                value instanceof LocatedJson(var _, int at) ? at : json.line(),
                                "“%s%s” is not known. Here may be %s."
                                        .formatted(prefix, key, inOrder(allowed)));
                    }
                });
        return new DescribedFields(map, json.line(), prefix);
    }

    private static String inOrder(Set<String> allowed) {
        return allowed.stream().sorted().collect(Collectors.joining(", "));
    }

    private Optional<LocatedJson> find(String key) {
        return fields.get(key) instanceof LocatedJson found ? Optional.of(found) : Optional.empty();
    }

    private HearthException wrong(LocatedJson found, String key, String wants) {
        return LocatedJson.bad(found.line(), "“%s%s” takes %s.".formatted(path, key, wants));
    }

    private HearthException missing(String key, String wants) {
        return LocatedJson.bad(line, "“%s%s” is missing. It takes %s.".formatted(path, key, wants));
    }

    Optional<DescribedFields> object(String key, Set<String> allowed) {
        return find(key).map(found -> of(found, path + key, allowed));
    }

    DescribedFields needObject(String key, Set<String> allowed) {
        return object(key, allowed)
                .orElseThrow(() -> missing(key, "an object in braces with " + inOrder(allowed)));
    }

    Optional<String> text(String key, String wants) {
        return find(key)
                .map(
                        found -> {
                            if (found.value() instanceof String text
                                    && !text.isBlank()
                                    && text.length() <= LONGEST) {
                                return text;
                            }
                            throw wrong(found, key, wants);
                        });
    }

    String event() {
        String wants = "the name of an event, for example \"chatMessage\"";
        return text("event", wants).orElseThrow(() -> missing("event", wants));
    }

    Optional<String> event(String key) {
        return text(key, "the name of an event, for example \"joined\"");
    }

    Optional<Boolean> flag(String key) {
        return find(key)
                .map(
                        found -> {
                            if (found.value() instanceof Boolean flag) {
                                return flag;
                            }
                            throw wrong(found, key, "true or false");
                        });
    }

    boolean needFlag(String key) {
        return flag(key).orElseThrow(() -> missing(key, "true or false"));
    }

    /// Where something is in the arguments of an event.
    Optional<DataPath> argument(String key) {
        return path(
                key,
                ARGUMENT,
                "a place in the event: \"1\" is the first thing in it, \"1.text\" what is called"
                        + " text there");
    }

    DataPath needArgument(String key) {
        return argument(key)
                .orElseThrow(() -> missing(key, "a place in the event, for example \"1.text\""));
    }

    /// Where something is in an item of a list.
    DataPath within(String key) {
        String wants = "a key of the items, or \"\" where they are names themselves";
        return path(key, WITHIN, wants).orElseThrow(() -> missing(key, wants));
    }

    private Optional<DataPath> path(String key, Pattern form, String wants) {
        return find(key)
                .map(
                        found -> {
                            if (found.value() instanceof String text
                                    && text.length() <= LONGEST
                                    && form.matcher(text).matches()) {
                                return new DataPath(
                                        text.isEmpty()
                                                ? List.of()
                                                : Arrays.asList(text.split("\\.", -1)));
                            }
                            throw wrong(found, key, wants);
                        });
    }

    /// What is sent: a list with placeholders in its texts.
    ///
    /// @param known the placeholders that make sense here
    List<Object> template(String key, Set<String> known) {
        LocatedJson found = find(key).orElse(null);
        if (found == null) {
            return List.of();
        }
        if (!(found.value() instanceof List<?> list)) {
            throw wrong(found, key, "a list of what is sent, for example [\"{text}\"]");
        }
        return list.stream().map(each -> value(each, key, known)).toList();
    }

    /// The same of an object.
    Map<String, Object> templateMap(String key, Set<String> known) {
        LocatedJson found = find(key).orElse(null);
        if (found == null) {
            return Map.of();
        }
        if (!(found.value() instanceof Map<?, ?> map)) {
            throw wrong(found, key, "an object in braces, for example {\"username\": \"{name}\"}");
        }
        return map(map, key, known);
    }

    private Map<String, Object> map(Map<?, ?> map, String key, Set<String> known) {
        Map<String, Object> all = new LinkedHashMap<>();
        map.forEach((name, value) -> all.put(String.valueOf(name), value(value, key, known)));
        return all;
    }

    private Object value(@Nullable Object located, String key, Set<String> known) {
        if (!(located instanceof LocatedJson found)) {
            throw new IllegalArgumentException("not read from a file: " + located);
        }
        return switch (found.value()) {
            case String text -> {
                check(found, text, key, known);
                yield text;
            }
            case Map<?, ?> map -> map(map, key, known);
            case List<?> list -> {
                List<Object> all = new ArrayList<>();
                list.forEach(each -> all.add(value(each, key, known)));
                yield all;
            }
            case null -> throw wrong(found, key, "no null");
            case Object constant -> constant;
        };
    }

    private void check(LocatedJson found, String text, String key, Set<String> known) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            if (!known.contains(placeholder.group(1))) {
                throw LocatedJson.bad(
                        found.line(),
                        "“%s%s” has the placeholder %s. Here may be %s."
                                .formatted(
                                        path,
                                        key,
                                        placeholder.group(),
                                        known.stream()
                                                .sorted()
                                                .map(each -> "{" + each + "}")
                                                .collect(Collectors.joining(", "))));
            }
        }
    }
}
