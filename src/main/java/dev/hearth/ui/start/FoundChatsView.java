package dev.hearth.ui.start;

import dev.hearth.client.JoinRequest;
import dev.hearth.net.FoundChat;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.text.EmojiLabel;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// *On this network*: the chats that are found, a row each that joins it; or a word on why there
/// are none.
final class FoundChatsView {
    /// Beyond these the choices below would be out of sight.
    private static final int SHOWN = 3;

    /// The insets of a row, left and right.
    private static final double INSIDE = 24;

    private final StartViewModel model;
    private final FoundChatsViewModel found;
    private final VBox rows = new VBox();
    private final HBox status = new HBox();
    private final Label words = Controls.paragraph("");
    private final Button more;
    private final VBox list;
    private boolean all;

    FoundChatsView(StartViewModel model) {
        this.model = model;
        found = model.found();
        more = Controls.button("", this::showAll, "quiet-button");
        more.setId("found-more");
        rows.getStyleClass().add("found-rows");
        rows.setId("found-chats");
        rows.setAccessibleText(Texts.text("found.title"));
        status.getStyleClass().add("found-status");
        status.getChildren().addAll(Icons.small(Feather.WIFI), words);
        list = new VBox(Controls.label(Texts.text("found.title"), "field-label"), rows, more);
        list.getStyleClass().add("found-list");
    }

    /// The chats; nothing while there are none.
    Node list() {
        return list;
    }

    /// Why there are none.
    Node status() {
        return status;
    }

    void attach(Subscriptions subscriptions) {
        found.attach(subscriptions);
        subscriptions.watch(found.outcomeProperty(), this::say);
        subscriptions.add(found.chats().subscribe(this::showChats));
        subscriptions.watch(
                model.stepProperty(), step -> list.setDisable(!(step instanceof StartStep.Ready)));
        showChats();
    }

    private void say(FoundChatsViewModel.Outcome outcome) {
        switch (outcome) {
            case LOOKING -> words.setText(Texts.text("found.looking"));
            case NONE -> words.setText(Texts.text("found.none"));
            case NO_NETWORK -> words.setText(Texts.text("found.noNetwork"));
            case FOUND -> {}
        }
        Controls.show(status, outcome != FoundChatsViewModel.Outcome.FOUND);
        Controls.show(list, outcome == FoundChatsViewModel.Outcome.FOUND);
    }

    private void showAll() {
        all = true;
        showChats();
        rows.getChildren().get(SHOWN).requestFocus();
    }

    /// Whoever is about to choose one with the keyboard stays where they are.
    private void showChats() {
        List<FoundChat> chats = found.chats();
        Optional<Object> focused =
                Optional.ofNullable(rows.getScene())
                        .map(Scene::getFocusOwner)
                        .filter(rows.getChildren()::contains)
                        .map(Node::getUserData);
        boolean cut = !all && chats.size() > SHOWN;
        rows.getChildren()
                .setAll(chats.stream().limit(cut ? SHOWN : chats.size()).map(this::row).toList());
        more.setText(Texts.text("found.more", chats.size()));
        Controls.show(more, cut);
        focused.ifPresent(
                id ->
                        rows.getChildren().stream()
                                .filter(row -> id.equals(row.getUserData()))
                                .findFirst()
                                .ifPresent(Node::requestFocus));
    }

    private static Feather onward() {
        return Texts.language().runsFromRightToLeft()
                ? Feather.CHEVRON_LEFT
                : Feather.CHEVRON_RIGHT;
    }

    private Button row(FoundChat chat) {
        var icon = new StackPane(Icons.small(Feather.MESSAGE_CIRCLE));
        icon.getStyleClass().add("found-icon");
        Label name = new EmojiLabel(chat.name(), "found-name");
        String where = JoinRequest.place(chat.addresses().getFirst());
        String people = Texts.text("found.people", chat.people());
        Label about = Controls.label(people + " · " + where, "found-about");
        var text = new VBox(name, about);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setAlignment(Pos.CENTER_LEFT);
        var row = new Button();
        var line = new HBox(icon, text, Icons.small(onward()));
        line.getStyleClass().add("found-line");
        row.setGraphic(line);
        line.prefWidthProperty().bind(row.widthProperty().subtract(INSIDE));
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMinWidth(0);
        row.setUserData(chat.id());
        row.getStyleClass().setAll("found-chat");
        row.setAccessibleText(Texts.text("found.join", chat.name(), people));
        row.setOnAction(event -> model.join(chat));
        return row;
    }
}
