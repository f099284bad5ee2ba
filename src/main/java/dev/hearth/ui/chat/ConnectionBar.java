package dev.hearth.ui.chat;

import dev.hearth.model.ConnectionState;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import java.time.Instant;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// While not online: what is wrong, when the next try comes, and *Try now*.
final class ConnectionBar {
    private final ChatViewModel model;
    private final Label what = Controls.paragraph("", "bar-what");
    private final Label next = Controls.paragraph("", "bar-next");
    private final Button tryNow;
    private final HBox root;

    ConnectionBar(ChatViewModel model) {
        this.model = model;
        tryNow = Controls.button(Texts.text("connection.tryNow"), model::reconnectNow, "small");
        tryNow.setId("try-now");
        var words = new VBox(what, next);
        HBox.setHgrow(words, Priority.ALWAYS);
        root = new HBox(Icons.medium(Feather.WIFI_OFF), words, tryNow);
        root.getStyleClass().add("connection-bar");
        root.setId("connection-bar");
        root.setAccessibleRole(AccessibleRole.TEXT);
    }

    Node node() {
        return root;
    }

    void attach(Subscriptions subscriptions) {
        subscriptions.watch(model.connectionProperty(), state -> show());
        subscriptions.watch(model.secondsToNextTryProperty(), seconds -> show());
    }

    private void show() {
        switch (model.connectionProperty().get()) {
            case ConnectionState.Online online -> Controls.show(root, false);
            case ConnectionState.Connecting _,
                    ConnectionState.Entering _,
                    ConnectionState.CatchingUp _ ->
                    show(Texts.text("connection.connecting.long"), "", false);
            case ConnectionState.Offline(Instant nextTry, String reason) ->
                    show(reason, countdown(model.secondsToNextTryProperty().get()), true);
            case ConnectionState.Refused(var code, String reason) ->
                    show(reason, Texts.text("problem.code", code.wire()), true);
            case ConnectionState.Closed closed ->
                    show(Texts.text("connection.closed.long"), "", false);
        }
    }

    private static String countdown(int seconds) {
        return seconds > 0
                ? Texts.text("connection.nextTry", seconds)
                : Texts.text("connection.tryingNow");
    }

    private void show(String wrong, String small, boolean canTry) {
        what.setText(wrong);
        next.setText(small);
        Controls.show(next, !small.isEmpty());
        Controls.show(tryNow, canTry);
        Controls.show(root, true);
        root.setAccessibleText(wrong + " " + small);
    }
}
