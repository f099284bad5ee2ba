package dev.hearth.client.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills in what a description says is to be sent. Stateless.
final class Template {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

    private Template() {}

    /// @param values by the names of their placeholders
    static Object[] fill(List<Object> send, Map<String, String> values) {
        return send.stream().map(each -> value(each, values)).toArray();
    }

    static Map<String, Object> fill(Map<String, Object> send, Map<String, String> values) {
        Map<String, Object> filled = new LinkedHashMap<>();
        send.forEach((key, value) -> filled.put(key, value(value, values)));
        return filled;
    }

    private static Object value(Object template, Map<String, String> values) {
        return switch (template) {
            case String text -> text(text, values);
            case List<?> list -> list.stream().map(each -> value(each, values)).toList();
            case Map<?, ?> map -> {
                Map<String, Object> filled = new LinkedHashMap<>();
                map.forEach((key, each) -> filled.put(String.valueOf(key), value(each, values)));
                yield filled;
            }
            default -> template;
        };
    }

    /// Once, from left to right: what stands in a value is no placeholder.
    private static String text(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        values.getOrDefault(found.group(1), found.group())));
    }
}
