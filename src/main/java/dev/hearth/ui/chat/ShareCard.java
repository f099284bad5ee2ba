package dev.hearth.ui.chat;

import dev.hearth.lan.LocalAddresses;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Copy;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Timers;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// How others get in: the address to take first, as text and as a code for phones, and the others
/// for when it does not work.
final class ShareCard extends VBox {
    private static final Duration COPIED_FOR = Duration.ofSeconds(2);

    private final Timers timers;

    ShareCard(Sharing sharing, String titleKey, Timers timers) {
        this.timers = timers;
        getStyleClass().add("share-card");
        getChildren().add(Controls.paragraph(Texts.text(titleKey), "share-title"));
        List<URI> addresses = sharing.addresses();
        List<URI> outside =
                addresses.stream().filter(each -> !LocalAddresses.isLoopback(each)).toList();
        if (outside.isEmpty()) {
            getChildren().add(Controls.paragraph(Texts.text("share.none"), "share-about"));
            addresses.forEach(address -> getChildren().add(line(address)));
        } else {
            offer(outside, sharing.isHostedHere());
        }
        sharing.notice().ifPresent(words -> getChildren().add(notice(words)));
        sharing.stopHosting().ifPresent(stop -> getChildren().add(stopButton(stop)));
    }

    private void offer(List<URI> addresses, boolean hostedHere) {
        URI best = addresses.getFirst();
        String about = hostedHere ? "share.about" : "share.aboutJoined";
        getChildren()
                .addAll(
                        Controls.paragraph(Texts.text(about), "share-about"),
                        line(best),
                        code(best));
        if (addresses.size() > 1) {
            others(addresses.subList(1, addresses.size()));
        }
    }

    /// For a phone, and where the address works.
    private static Node code(URI address) {
        boolean near = LocalAddresses.isOfLan(address);
        Label scan = Controls.paragraph(Texts.text(near ? "share.scanNear" : "share.scan"));
        var words = new VBox(scan);
        if (near) {
            words.getChildren().add(Controls.paragraph(Texts.text("share.near"), "share-near"));
        }
        words.getStyleClass().add("share-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(new QrTile(address), words);
        row.getStyleClass().add("share-code");
        return row;
    }

    private void others(List<URI> addresses) {
        var list = new VBox();
        list.getStyleClass().add("share-addresses");
        addresses.forEach(address -> list.getChildren().add(line(address)));
        var open = new ToggleButton(Texts.text("share.others", addresses.size()));
        open.setId("share-others");
        open.getStyleClass().setAll("disclosure");
        open.setContentDisplay(ContentDisplay.RIGHT);
        open.selectedProperty()
                .subscribe(
                        shown -> {
                            open.setGraphic(
                                    Icons.small(shown ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
                            Controls.show(list, shown);
                        });
        getChildren().addAll(open, list);
    }

    /// What gets the keyboard when the card opens.
    Node first() {
        return lookup(".copy-button");
    }

    private Node line(URI address) {
        Label text = Controls.label(address.toString(), "share-address");
        text.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
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
