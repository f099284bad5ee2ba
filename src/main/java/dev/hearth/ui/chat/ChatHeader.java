package dev.hearth.ui.chat;

import dev.hearth.model.Capabilities;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Presence;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.TextSize;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.text.EmojiLabel;
import dev.hearth.ui.text.EmojiTooltip;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Above the timeline: the room, how the connection is, who is there, and the actions.
final class ChatHeader {
    /// Below this width buttons have an icon and no words.
    private static final double WITH_WORDS = 400;

    /// How much more is needed where there is a button for the host.
    private static final double HOSTS_BUTTON = 60;

    private final SessionViewModel model;
    private final StateDot dot = new StateDot();
    private final Label state = Controls.label("", "header-state");
    private final Label people = Controls.label("", "header-people");
    private final Label title = new EmojiLabel("", "header-title");
    private final Label chat = new EmojiLabel("", "header-chat");
    private final Label topic = new EmojiLabel("", "header-topic");
    private final RoomMenu menu;
    private final Button rooms;
    private final Label news = Controls.label("", "count", "header-news");
    private final StackPane drawer;
    private final Button search;
    private final Button share;
    private final double withWords;
    private boolean alone;
    private final HBox root;

    ChatHeader(
            SessionViewModel model,
            ChatTools tools,
            ObservableStringValue chatName,
            RoomMenu menu,
            Runnable onRooms,
            Runnable onSearch,
            Runnable onShare,
            Runnable onHost) {
        this.model = model;
        search = Controls.iconButton(Feather.SEARCH, Texts.text("header.search"), onSearch);
        search.setId("open-search");
        share = Controls.button(Texts.text("share.button"), onShare, "share-button");
        share.setGraphic(Icons.medium(Feather.USER_PLUS));
        share.setId("share");
        share.setAccessibleText(Texts.text("share.button"));
        Button host = Controls.iconButton(Feather.SERVER, Texts.text("hosting.open"), onHost);
        host.setId("open-host");
        Controls.show(host, tools.hosted().isPresent());
        withWords = tools.hosted().isPresent() ? WITH_WORDS + HOSTS_BUTTON : WITH_WORDS;
        this.menu = menu;
        rooms = Controls.iconButton(Feather.SIDEBAR, Texts.text("menu.sidebar"), onRooms);
        rooms.setId("show-sidebar");
        news.setMouseTransparent(true);
        news.setId("other-unread");
        StackPane.setAlignment(news, Pos.TOP_RIGHT);
        drawer = new StackPane(rooms, news);
        drawer.getStyleClass().add("header-drawer");
        topic.setId("topic");
        Controls.takesTheRest(topic);
        Controls.takesTheRest(chat);
        title.setMinWidth(0);
        chatName.subscribe(chat::setText);
        var names = new HBox(title, topic, chat);
        names.getStyleClass().add("header-names");
        state.setMinWidth(Label.USE_PREF_SIZE);
        var status = new HBox(dot, state, people);
        status.getStyleClass().add("header-status");
        var words = new VBox(names, status);
        words.getStyleClass().add("header-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        root = new HBox(drawer, words, search, host, share, menu.node(), tools.menu());
        root.getStyleClass().add("chat-header");
    }

    Node node() {
        return root;
    }

    Button shareButton() {
        return share;
    }

    /// @param now whether nothing beside it says which chat this is
    void standAlone(boolean now) {
        alone = now;
        Controls.show(drawer, now);
        showRoom();
    }

    void attach(Subscriptions subscriptions) {
        subscriptions.watch(model.connectionProperty(), this::show);
        subscriptions.watch(
                Bindings.createBooleanBinding(
                        () -> root.getWidth() < TextSize.text(withWords),
                        root.widthProperty(),
                        TextSize.factorProperty()),
                narrow ->
                        share.setContentDisplay(
                                narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        subscriptions.watch(
                model.capabilitiesProperty(),
                can -> {
                    Controls.show(search, can.filter(Capabilities::history).isPresent());
                    showPeople();
                    showRoom();
                });
        subscriptions.watch(model.openProperty(), room -> showRoom());
        subscriptions.add(model.rooms().items().subscribe(this::showRoom));
        subscriptions.add(model.others().subscribe(this::showPeople));
    }

    private void showRoom() {
        title.setText(model.roomName());
        String about =
                model.rooms()
                        .item(model.room().id())
                        .map(item -> Shown.line(item.head().topic()))
                        .orElse("");
        topic.setText(about);
        topic.setTooltip(about.isEmpty() ? null : EmojiTooltip.of(about));
        Controls.show(topic, !about.isEmpty());
        Controls.show(chat, alone && about.isEmpty());
        menu.refresh();
        int elsewhere = model.unreadProperty().get() - model.room().unreadProperty().get();
        news.setText(Controls.count(elsewhere));
        news.setVisible(elsewhere > 0);
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
