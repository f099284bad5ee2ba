package dev.hearth.ui.chat;

import dev.hearth.model.ConnectionState;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Problem;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.text.EmojiLabel;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// While not online: what is wrong, when the next try comes, and *Try now*. What takes no time is
/// not shown, so that the messages stay where they are.
final class ConnectionBar {
    private static final Duration FLICKER = Duration.ofMillis(300);

    private final SessionViewModel model;
    private final Label what = EmojiLabel.paragraph("", "bar-what");
    private final Label next = Controls.paragraph("", "bar-next");
    private final Button tryNow;
    private final FontIcon icon = Icons.medium(Feather.WIFI_OFF);
    private final HBox root;
    private Subscription patience = Subscription.EMPTY;

    ConnectionBar(SessionViewModel model) {
        this.model = model;
        tryNow = Controls.button(Texts.text("connection.tryNow"), model::reconnectNow, "small");
        tryNow.setId("try-now");
        var words = new VBox(what, next);
        HBox.setHgrow(words, Priority.ALWAYS);
        root = new HBox(icon, words, tryNow);
        root.getStyleClass().add("connection-bar");
        root.setId("connection-bar");
        root.setAccessibleRole(AccessibleRole.TEXT);
        Controls.show(root, false);
    }

    Node node() {
        return root;
    }

    void attach(Subscriptions subscriptions) {
        subscriptions.watch(model.connectionProperty(), state -> show());
        subscriptions.watch(model.secondsToNextTryProperty(), seconds -> show());
        subscriptions.watch(
                model.openProperty().flatMap(RoomViewModel::behindProperty), behind -> show());
        subscriptions.add(() -> patience.unsubscribe());
    }

    private void show() {
        patience.unsubscribe();
        switch (model.connectionProperty().get()) {
            case ConnectionState.Online online -> Controls.show(root, false);
            case ConnectionState.Connecting connecting -> wait(Texts.text("connection.connecting"));
            case ConnectionState.Entering entering -> wait(Texts.text("connection.entering"));
            case ConnectionState.CatchingUp catching -> wait(catchingUp());
            case ConnectionState.Offline(Instant nextTry, String reason) ->
                    show(reason, countdown(model.secondsToNextTryProperty().get()), true);
            case ConnectionState.Refused(var code, String reason) ->
                    show(
                            Problem.sentence(code, reason),
                            Texts.text("problem.code", code.word()),
                            true);
            case ConnectionState.Closed closed ->
                    show(Texts.text("connection.closed.long"), "", false);
        }
    }

    private String catchingUp() {
        int behind = model.room().behindProperty().get();
        return behind == 0
                ? Texts.text("connection.catchingUp")
                : Texts.text("connection.catchingUp.count", behind);
    }

    /// At once where the bar is there already, else only if it lasts.
    private void wait(String words) {
        if (root.isVisible()) {
            show(words, "", false);
        } else {
            patience = model.context().timers().once(FLICKER, () -> show(words, "", false));
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
        icon.setIconCode(canTry ? Feather.WIFI_OFF : Feather.REFRESH_CW);
        Controls.show(root, true);
        root.setAccessibleText(wrong + " " + small);
    }
}
