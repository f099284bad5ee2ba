package dev.hearth.ui.chat;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.Presence;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Above the timeline: the room, how the connection is, who is there, and the actions.
final class ChatHeader {
    private final SessionViewModel model;
    private final StateDot dot = new StateDot();
    private final Label state = Controls.label("", "header-state");
    private final Label people = Controls.label("", "header-people");
    private final Label title = Controls.label("", "header-title");
    private final Label chat = Controls.label("", "header-chat");
    private final Button share;
    private final HBox root;

    ChatHeader(SessionViewModel model, ChatTools tools, String chatName, Runnable onShare) {
        this.model = model;
        share = Controls.button(Texts.text("share.button"), onShare, "share-button");
        share.setGraphic(Icons.medium(Feather.USER_PLUS));
        share.setId("share");
        Button leave =
                Controls.iconButton(Feather.LOG_OUT, Texts.text("chat.leave"), tools.leave());
        leave.setId("leave");
        chat.setText(chatName);
        var names = new HBox(title, chat);
        names.getStyleClass().add("header-names");
        var status = new HBox(dot, state, people);
        status.getStyleClass().add("header-status");
        var words = new VBox(names, status);
        words.getStyleClass().add("header-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        root = new HBox(words, share, leave, tools.menu());
        root.getStyleClass().add("chat-header");
    }

    Node node() {
        return root;
    }

    Button shareButton() {
        return share;
    }

    /// @param alone whether nothing beside it says which chat this is
    void showChatName(boolean alone) {
        Controls.show(chat, alone);
    }

    void attach(Subscriptions subscriptions) {
        subscriptions.watch(model.connectionProperty(), this::show);
        subscriptions.watch(model.capabilitiesProperty(), can -> showPeople());
        subscriptions.watch(model.openProperty(), room -> showRoom());
        subscriptions.add(model.rooms().items().subscribe(this::showRoom));
        subscriptions.add(model.others().subscribe(this::showPeople));
    }

    private void showRoom() {
        title.setText(model.room().name());
    }

    private void show(ConnectionState connection) {
        dot.show(connection);
        state.setText(ConnectionWords.of(connection).text());
        showPeople();
    }

    private void showPeople() {
        people.setText(peopleWords());
        Controls.show(
                people, model.capabilitiesProperty().get().isPresent() && model.knowsOthers());
    }

    private String peopleWords() {
        if (model.people().areTold()) {
            long here = model.others().stream().filter(Presence::online).count();
            return Texts.text("header.here", here);
        }
        int authors = model.others().size();
        return authors > 0 || model.tellsPeople()
                ? Texts.text("header.people", authors)
                : Texts.text("header.nobodyNamed");
    }
}
