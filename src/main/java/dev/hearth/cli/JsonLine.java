package dev.hearth.cli;

import org.jspecify.annotations.Nullable;

/// Writes one compact JSON object (RFC 8259) of texts, numbers and nulls, in the order of the
/// calls. Confined to one thread.
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
                if (mustEscape(c)) {
                    json.append("\\u%04x".formatted(c));
                } else {
                    json.appendCodePoint(c);
                }
            }
        }
    }

    /// Controls; U+2028 and U+2029, which break a line for some readers; half surrogate pairs.
    private static boolean mustEscape(int c) {
        return c < 0x20
                || (c >= 0x7F && c < 0xA0)
                || c == 0x2028
                || c == 0x2029
                || (c >= 0xD800 && c < 0xE000);
    }

    @Override
    public String toString() {
        return json + "}";
    }
}
