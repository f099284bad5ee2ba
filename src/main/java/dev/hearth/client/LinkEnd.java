package dev.hearth.client;

import java.io.IOException;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/// How a connection ended.
sealed interface LinkEnd {
    /// It never opened.
    record Failed(Throwable cause) implements LinkEnd {}

    /// It did not open within the time allowed.
    record TimedOut() implements LinkEnd {}

    /// The server said no (CONNECT_ERROR).
    ///
    /// @param code the word for it that a Hearth host adds; empty when there is none
    record Rejected(String message, String code) implements LinkEnd {}

    /// The server speaks an older protocol, noticed on the connection itself.
    record TooOld() implements LinkEnd {}

    /// It was open, and is not any more.
    record Cut(String reason) implements LinkEnd {}

    static LinkEnd ofConnectError(@Nullable Object... arguments) {
        Object what = arguments.length == 0 ? null : arguments[0];
        return switch (what) {
            case JSONObject error -> new Rejected(error.optString("message", ""), code(error));
            case io.socket.client.SocketIOException _ -> new TooOld();
            case Throwable cause -> new Failed(cause);
            case String message -> new Rejected(message, "");
            case null -> new Failed(new IOException("no reason given"));
            default -> new Rejected(what.toString(), "");
        };
    }

    private static String code(JSONObject error) {
        JSONObject data = error.optJSONObject("data");
        return data == null ? "" : data.optString("code", "");
    }
}
