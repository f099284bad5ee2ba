package dev.hearth.ui.chat;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Copy;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Timers;
import java.net.URI;
import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// How others get in: the addresses, each with a button that copies it.
final class ShareCard extends VBox {
    private static final Duration COPIED_FOR = Duration.ofSeconds(2);

    private final Timers timers;

    ShareCard(Sharing sharing, String titleKey, Timers timers) {
        this.timers = timers;
        getStyleClass().add("share-card");
        getChildren().add(Controls.paragraph(Texts.text(titleKey), "share-title"));
        String about = sharing.isHostedHere() ? "share.about" : "share.aboutJoined";
        getChildren().add(Controls.paragraph(Texts.text(about), "share-about"));
        var addresses = new VBox();
        addresses.getStyleClass().add("share-addresses");
        sharing.addresses().forEach(address -> addresses.getChildren().add(line(address)));
        getChildren().add(addresses);
        sharing.notice().ifPresent(words -> getChildren().add(notice(words)));
        sharing.stopHosting().ifPresent(stop -> getChildren().add(stopButton(stop)));
    }

    /// What gets the keyboard when the card opens.
    Node first() {
        return lookup(".copy-button");
    }

    private Node line(URI address) {
        Label text = Controls.label(address.toString(), "share-address");
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var copy = new Button(Texts.text("copy"), Icons.small(Feather.COPY));
        copy.getStyleClass().addAll("small", "copy-button");
        copy.setAccessibleText(Texts.text("share.copy", address));
        Subscription[] reset = {Subscription.EMPTY};
        copy.setOnAction(
                event -> {
                    Copy.text(address.toString());
                    show(copy, "copied", Feather.CHECK);
                    reset[0].unsubscribe();
                    reset[0] = timers.once(COPIED_FOR, () -> show(copy, "copy", Feather.COPY));
                });
        var line = new HBox(text, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("share-line");
        return line;
    }

    private static void show(Button button, String key, Feather icon) {
        button.setText(Texts.text(key));
        button.setGraphic(Icons.small(icon));
    }

    private static Node notice(String words) {
        Label text = Controls.paragraph(words);
        HBox.setHgrow(text, Priority.ALWAYS);
        var notice = new HBox(Icons.small(Feather.INFO), text);
        notice.getStyleClass().add("share-notice");
        return notice;
    }

    private static Node stopButton(Runnable stop) {
        Button button = Controls.button(Texts.text("share.stop"), stop, "quiet-button", "danger");
        button.setId("stop-hosting");
        return button;
    }
}
