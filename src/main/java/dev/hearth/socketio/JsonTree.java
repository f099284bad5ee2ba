package dev.hearth.socketio;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the neutral tree of one JSON value and counts the memory that it takes, while it grows:
/// what would pass the limit is refused before it is made. A text of `{},{},{},…` makes a tree of
/// twenty times its size.
final class JsonTree {
    // Bytes on a 64-bit JVM, rounded up; a list or map of the first element on makes room for more.
    private static final int SLOT = 8;
    private static final int TEXT = 56;
    private static final int NUMBER = 24;
    private static final int LIST = 24;
    private static final int LIST_ROOM = 64;
    private static final int MAP = 64;
    private static final int MAP_ROOM = 80;
    private static final int ENTRY = 48;

    private final JsonParser parser;
    private final int maxDepth;
    private final long maxCost;
    private long cost;

    /// @param maxDepth of lists and maps; what is deeper is checked and skipped, and is empty
    /// @param maxCost bytes of memory
    JsonTree(JsonParser parser, int maxDepth, long maxCost) {
        this.parser = parser;
        this.maxDepth = maxDepth;
        this.maxCost = maxCost;
    }

    /// Bytes of memory that the tree takes, about.
    long cost() {
        return cost;
    }

    @Nullable Object read(JsonToken token) throws IOException, BadPacket {
        return value(token, maxDepth);
    }

    private @Nullable Object value(JsonToken token, int depth) throws IOException, BadPacket {
        return switch (token) {
            case START_OBJECT -> depth > 0 ? object(depth - 1) : skipped(Map.of());
            case START_ARRAY -> depth > 0 ? array(depth - 1) : skipped(List.of());
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT -> number();
            case VALUE_NUMBER_FLOAT -> {
                add(NUMBER);
                yield parser.getDoubleValue();
            }
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IOException("unexpected token");
        };
    }

    private Object skipped(Object empty) throws IOException {
        parser.skipChildren();
        return empty;
    }

    private String text() throws IOException, BadPacket {
        add(TEXT + 2L * parser.getTextLength());
        return Json.whole(parser.getText());
    }

    private Number number() throws IOException, BadPacket {
        Number number = parser.getNumberValue();
        add(number instanceof BigInteger big ? TEXT + big.bitLength() / 8 : NUMBER);
        return number;
    }

    private Map<String, @Nullable Object> object(int depth) throws IOException, BadPacket {
        add(MAP);
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            add((map.isEmpty() ? MAP_ROOM : 0) + ENTRY + TEXT + 2L * name.length());
            map.put(Json.whole(name), value(parser.nextToken(), depth));
        }
        return map;
    }

    private List<@Nullable Object> array(int depth) throws IOException, BadPacket {
        add(LIST);
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
            if (t == null) {
                throw new IOException("unexpected end");
            }
            add(list.isEmpty() ? LIST_ROOM : SLOT);
            list.add(value(t, depth));
        }
        return list;
    }

    private void add(long bytes) throws BadPacket {
        cost += bytes;
        if (cost > maxCost) {
            throw new BadPacket("payload too large in memory");
        }
    }
}
