package dev.hearth.socketio;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// JSON to the neutral tree of [NamespaceHandler] and back. Texts keep every character; a lone
/// surrogate, which no UTF-8 can carry, becomes U+FFFD on both ways.
public final class Json {
    /// Deeper documents are refused before they take any memory.
    static final int MAX_DEPTH = 200;

    private static final long FLAT_COST = 64_000;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxNumberLength(400)
                                    .build())
                    // Names come from strangers: they do not live on in the JVM's own table.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    // An emoji is 4 bytes of UTF-8, not 12 of escapes.
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build();

    private Json() {}

    /// A value and the memory that it takes, about.
    record Read(@Nullable Object value, long cost) {}

    /// The object that `bytes` are, with nothing in it that is itself an object or a list; empty
    /// where they are something else.
    public static Optional<Map<?, ?>> flatObject(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        try {
            Object value = read(copy, 0, copy.length, 1, FLAT_COST + 8L * copy.length).value();
            return value instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
        } catch (BadPacket _) {
            return Optional.empty();
        }
    }

    /// Reads exactly one value.
    ///
    /// @param maxDepth of lists and maps; what is deeper is checked and skipped, and is empty
    /// @param maxCost bytes of memory that it may take
    static Read read(byte[] bytes, int from, int to, int maxDepth, long maxCost) throws BadPacket {
        for (int i = from; i < Math.min(to, from + 4); i++) {
            if (bytes[i] == 0) {
                throw new BadPacket("invalid payload"); // UTF-16 or UTF-32, which would be guessed
            }
        }
        try (JsonParser parser = FACTORY.createParser(bytes, from, to - from)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new BadPacket("invalid payload");
            }
            JsonTree tree = new JsonTree(parser, maxDepth, maxCost);
            Object value = tree.read(first);
            if (parser.nextToken() != null) {
                throw new BadPacket("invalid payload");
            }
            return new Read(value, tree.cost());
        } catch (IOException | NumberFormatException e) {
            throw new BadPacket("invalid payload");
        }
    }

    /// @throws IllegalArgumentException for a value that is none of the neutral tree
    static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case String text -> out.writeString(whole(text));
            case Boolean flag -> out.writeBoolean(flag);
            case Number number -> writeNumber(out, number);
            case Map<?, ?> map -> {
                out.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    out.writeFieldName(whole(String.valueOf(entry.getKey())));
                    write(out, entry.getValue());
                }
                out.writeEndObject();
            }
            case Iterable<?> list -> {
                out.writeStartArray();
                for (Object item : list) {
                    write(out, item);
                }
                out.writeEndArray();
            }
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    private static void writeNumber(JsonGenerator out, Number number) throws IOException {
        switch (number) {
            case Integer i -> out.writeNumber(i);
            case Long l -> out.writeNumber(l);
            case BigInteger big -> out.writeNumber(big);
            case BigDecimal big -> out.writeNumber(big);
            case Float _, Double _ -> {
                double d = number.doubleValue();
                if (Double.isFinite(d)) {
                    out.writeNumber(d);
                } else {
                    out.writeNull(); // as JavaScript does
                }
            }
            default -> out.writeNumber(number.longValue());
        }
    }

    /// `value` on one line.
    ///
    /// @throws IllegalArgumentException for a value that is none of the neutral tree
    public static String text(@Nullable Object value) {
        java.io.StringWriter text = new java.io.StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            write(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static JsonGenerator generator(java.io.OutputStream out) throws IOException {
        return FACTORY.createGenerator(out);
    }

    static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(
                        text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
                    return replaceLone(text);
                }
                i++;
            }
        }
        return text;
    }

    private static String replaceLone(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
