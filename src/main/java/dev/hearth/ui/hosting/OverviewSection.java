package dev.hearth.ui.hosting;

import dev.hearth.ui.kit.ByteSize;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Copy;
import dev.hearth.ui.kit.Section;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.text.EmojiLabel;
import java.net.URI;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the chat is called, where others reach it, how many are there and how much is kept.
final class OverviewSection {
    private final HostTools tools;
    private final HostPanelViewModel model;
    private final ChatNameViewModel names;
    private final Runnable back;
    private final Label here = Controls.paragraph("", "fine-print");
    private final Label stored = Controls.paragraph("", "fine-print");

    /// @param back leads back from the form for another name
    OverviewSection(
            HostTools tools, HostPanelViewModel model, ChatNameViewModel names, Runnable back) {
        this.tools = tools;
        this.model = model;
        this.names = names;
        this.back = back;
    }

    Node node(Subscriptions subscriptions) {
        here.setId("host-here");
        stored.setId("host-stored");
        Label name = EmojiLabel.paragraph(names.name(), "host-name");
        Controls.takesTheRest(name);
        Button rename = Controls.button(Texts.text("hosting.name.do"), this::openNameForm, "small");
        rename.setId("host-rename");
        var title = new HBox(name, rename);
        title.setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("host-title");
        var words = new VBox(title, here, stored);
        words.getStyleClass().add("setting-row");
        var addresses = new VBox();
        addresses.getStyleClass().addAll("setting-row", "host-addresses");
        tools.hosted().addresses().forEach(each -> addresses.getChildren().add(address(each)));
        subscriptions.watch(model.attendanceProperty(), now -> showHere());
        subscriptions.watch(model.trafficProperty(), now -> showHere());
        subscriptions.watch(model.storedProperty(), this::showStored);
        return new Section("hosting.chat", words, addresses);
    }

    private void openNameForm() {
        new ChatNameForm(tools, names, back).open();
    }

    private Node address(URI uri) {
        Label text = Controls.label(uri.toString(), "share-address");
        text.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy =
                Controls.button(
                        Texts.text("copy"),
                        () -> {
                            Copy.text(uri.toString());
                            tools.toasts().show(Texts.text("copied"));
                        },
                        "small");
        copy.setAccessibleText(Texts.text("share.copy", uri));
        var line = new HBox(text, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("share-line");
        return line;
    }

    private void showHere() {
        here.setText(
                Texts.text("hosting.here", model.attendanceProperty().get().here())
                        + " · "
                        + Texts.text(
                                "hosting.connections",
                                model.trafficProperty().get().connections()));
    }

    private void showStored(Optional<Stored> known) {
        stored.setText(known.map(OverviewSection::words).orElse(Texts.text("hosting.counting")));
    }

    private static String words(Stored kept) {
        String size = ByteSize.words((double) kept.bytes());
        return kept.messages().isPresent()
                ? Texts.text("hosting.stored", kept.messages().getAsLong(), size)
                : Texts.text("hosting.storedSize", size);
    }
}
