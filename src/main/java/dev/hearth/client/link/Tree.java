package dev.hearth.client.link;

import dev.hearth.model.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/// From what socket.io-client hands out to the neutral tree of the wire: map, list, text, number,
/// boolean, null. What is none of these (binary, a function to acknowledge with) becomes null.
public final class Tree {
    /// JSON writes one character as six bytes at most.
    private static final int SURELY_SMALL = Limits.PACKET_BYTES.value() / 6 - 100;

    /// What an event holds beside the text, amply.
    private static final int FRAME = 200;

    private Tree() {}

    /// Whether `text` makes a packet of more than [Limits#PACKET_BYTES], as quotes and controls do
    /// that JSON writes longer: a server would close the connection for it, each time.
    public static boolean isTooLargeToSend(String text) {
        return text.length() > SURELY_SMALL
                && Limits.PACKET_BYTES.isPassedBy(JSONObject.quote(text) + " ".repeat(FRAME));
    }

    /// The way back: what the library writes.
    static Object[] json(Object... arguments) {
        Object[] all = new Object[arguments.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = arguments[i] instanceof Map<?, ?> map ? new JSONObject(map) : arguments[i];
        }
        return all;
    }

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
