package dev.hearth.client.link;

import java.io.IOException;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/// How a connection ended.
public sealed interface LinkEnd {
    /// The reason of a cut that is this side's: the server sent more at once than any does.
    String TOO_MUCH = "too much at once";

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
            case JSONObject error -> new Rejected(cut(error.optString("message", "")), code(error));
            case io.socket.client.SocketIOException _ -> new TooOld();
            case Throwable cause -> new Failed(cause);
            case String message -> new Rejected(cut(message), "");
            case null -> new Failed(new IOException("no reason given"));
            default -> new Rejected(cut(what.toString()), "");
        };
    }

    /// It is shown to a person.
    private static String cut(String message) {
        return message.length() <= 1_000 ? message : message.substring(0, 1_000) + "…";
    }

    private static String code(JSONObject error) {
        JSONObject data = error.optJSONObject("data");
        return data == null ? "" : data.optString("code", "");
    }
}
