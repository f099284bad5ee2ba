package dev.hearth.ui.chat;

import dev.hearth.model.ConnectionState;
import dev.hearth.ui.kit.Texts;

/// The state of the connection in a word or two, and the style of its dot.
public record ConnectionWords(String text, String style) {
    public static ConnectionWords of(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Connecting connecting -> words("connecting");
            case ConnectionState.Entering entering -> waiting("entering");
            case ConnectionState.CatchingUp catching -> waiting("catchingUp");
            case ConnectionState.Online online -> words("online");
            case ConnectionState.Offline offline -> words("offline");
            case ConnectionState.Refused refused -> words("refused");
            case ConnectionState.Closed closed -> words("closed");
        };
    }

    private static ConnectionWords waiting(String name) {
        return new ConnectionWords(Texts.text("connection." + name), "connecting");
    }

    private static ConnectionWords words(String name) {
        return new ConnectionWords(Texts.text("connection." + name), name);
    }
}
