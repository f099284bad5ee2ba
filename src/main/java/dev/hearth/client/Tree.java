package dev.hearth.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.json.JSONArray;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/// From what socket.io-client hands out to the neutral tree of the wire: map, list, text, number,
/// boolean, null. What is none of these (binary, a function to acknowledge with) becomes null.
final class Tree {
    private Tree() {}

    static List<@Nullable Object> of(@Nullable Object... arguments) {
        List<@Nullable Object> list = new ArrayList<>(arguments.length);
        for (Object argument : arguments) {
            list.add(of(argument));
        }
        return Collections.unmodifiableList(list);
    }

    private static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Number number -> number;
            case Boolean bool -> bool;
            case JSONObject object -> object.toMap();
            case JSONArray array -> array.toList();
            default -> null;
        };
    }
}
