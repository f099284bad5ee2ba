package dev.hearth.cli;

import dev.hearth.model.SafeText;
import dev.hearth.model.SearchHits.Range;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes one compact JSON object (RFC 8259), in the order of the calls. Confined to one thread.
final class JsonLine {
    private final StringBuilder json = new StringBuilder("{");

    JsonLine put(String name, @Nullable String value) {
        name(name);
        if (value == null) {
            json.append("null");
        } else {
            quote(value);
        }
        return this;
    }

    JsonLine put(String name, @Nullable Long value) {
        name(name);
        json.append(value);
        return this;
    }

    /// Says `name` if it is so, and nothing if not.
    JsonLine putIf(boolean so, String name) {
        if (so) {
            name(name);
            json.append("true");
        }
        return this;
    }

    JsonLine put(String name, JsonLine value) {
        name(name);
        json.append(value);
        return this;
    }

    JsonLine putTexts(String name, List<String> values) {
        name(name);
        json.append('[');
        for (int i = 0; i < values.size(); i++) {
            json.append(i == 0 ? "" : ",");
            quote(values.get(i));
        }
        json.append(']');
        return this;
    }

    /// Pairs of numbers: `[[0,5],[9,12]]`.
    JsonLine put(String name, List<Range> ranges) {
        name(name);
        json.append(
                ranges.stream()
                        .map(range -> "[" + range.start() + "," + range.end() + "]")
                        .collect(Collectors.joining(",", "[", "]")));
        return this;
    }

    private void name(String name) {
        if (json.length() > 1) {
            json.append(',');
        }
        quote(name);
        json.append(':');
    }

    private void quote(String text) {
        json.append('"');
        text.codePoints().forEach(this::append);
        json.append('"');
    }

    private void append(int c) {
        switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                if (SafeText.isDangerous(c)) {
                    json.append("\\u%04x".formatted(c));
                } else {
                    json.appendCodePoint(c);
                }
            }
        }
    }

    @Override
    public String toString() {
        return json + "}";
    }
}
