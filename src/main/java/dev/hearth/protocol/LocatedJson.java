package dev.hearth.protocol;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON that a person wrote, with the line on which each value begins, so that they can be told
/// what is wrong where. Immutable.
///
/// @param value a map or a list of these, a text, a number, a boolean, or null
record LocatedJson(@Nullable Object value, int line) {
    private static final int DEEPEST = 20;
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    /// @throws HearthException BAD_DIALECT, with the line
    static LocatedJson read(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            LocatedJson all = read(parser);
            if (parser.nextToken() != null) {
                throw bad(line(parser), "there is something after the end.");
            }
            return all;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw bad(line, "this is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw bad(1, "this cannot be read: " + e.getMessage());
        }
    }

    static HearthException bad(int line, String what) {
        return new HearthException(LocalTrouble.BAD_DIALECT, "line " + line + ": " + what);
    }

    private static LocatedJson read(JsonParser parser) throws IOException {
        int line = line(parser);
        @Nullable JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> new LocatedJson(map(parser), line);
            case START_ARRAY -> new LocatedJson(list(parser), line);
            case VALUE_STRING -> new LocatedJson(parser.getText(), line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    new LocatedJson(parser.getNumberValue(), line);
            case VALUE_TRUE -> new LocatedJson(true, line);
            case VALUE_FALSE -> new LocatedJson(false, line);
            case VALUE_NULL -> new LocatedJson(null, line);
            case null, default -> throw bad(line, "there is nothing to read.");
        };
    }

    private static Map<String, LocatedJson> map(JsonParser parser) throws IOException {
        Map<String, LocatedJson> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = line(parser);
            parser.nextToken();
            map.put(key, new LocatedJson(read(parser).value(), line));
        }
        return map;
    }

    private static List<LocatedJson> list(JsonParser parser) throws IOException {
        List<LocatedJson> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(read(parser));
        }
        return list;
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
