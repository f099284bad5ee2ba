package dev.hearth.ui.shell;

import dev.hearth.model.ConnectionState;
import dev.hearth.ui.chat.ConnectionWords;
import dev.hearth.ui.chat.StateDot;
import dev.hearth.ui.kit.Avatar;
import dev.hearth.ui.kit.ChatLetters;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Shortcut;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.text.EmojiTooltip;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// A chat in the rail: its face, what is unread in it, and how it is connected. FX thread only.
final class RailChat {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
    private static final double FACE = 40;

    private final OpenChat chat;
    private final Consumer<OpenChat> leave;
    private final Button button = new Button();
    private final Label news = Controls.label("", "count", "open-chat-news");
    private final StateDot dot = new StateDot();
    private final StackPane state = new StackPane(dot);
    private final Tooltip tooltip = new Tooltip();
    private final ContextMenu menu = new ContextMenu();
    private final StackPane root;
    private final Subscriptions subscriptions = new Subscriptions();
    private int place;

    /// @param leave asks and leaves
    RailChat(OpenChat chat, Consumer<OpenChat> show, Consumer<OpenChat> leave) {
        this.chat = chat;
        this.leave = leave;
        var face = new Avatar(FACE);
        face.setMouseTransparent(true);
        button.setGraphic(face);
        button.getStyleClass().add("open-chat-button");
        button.setOnAction(event -> show.accept(chat));
        button.setTooltip(tooltip);
        var bar = new Region();
        bar.getStyleClass().add("open-chat-bar");
        StackPane.setAlignment(bar, Pos.CENTER_LEFT);
        root = new StackPane(button, bar, news, state);
        root.getStyleClass().add("open-chat");
        StackPane.setAlignment(news, Pos.TOP_RIGHT);
        state.getStyleClass().add("open-chat-state");
        StackPane.setAlignment(state, Pos.BOTTOM_RIGHT);
        if (chat.isHosted()) {
            var mark = new StackPane(Icons.small(Feather.HOME));
            mark.getStyleClass().add("open-chat-hosted");
            StackPane.setAlignment(mark, Pos.BOTTOM_LEFT);
            root.getChildren().add(mark);
        }
        for (Node sign : root.getChildren()) {
            sign.setMouseTransparent(!sign.equals(button));
        }
        button.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::openMenu);
        button.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        subscriptions.watch(chat.nameProperty(), name -> face.show(name, ChatLetters.of(name)));
        subscriptions.add(chat.nameProperty().subscribe((before, now) -> show()));
        subscriptions.watch(chat.model().connectionProperty(), now -> show());
        subscriptions.add(chat.model().unreadProperty().subscribe((before, now) -> show()));
        subscriptions.add(chat.model().callsProperty().subscribe((before, now) -> show()));
    }

    Node node() {
        return root;
    }

    Button button() {
        return button;
    }

    void detach() {
        subscriptions.close();
        menu.hide();
    }

    /// @param index its place in the rail, from 0 on
    void mark(boolean shown, int index) {
        root.pseudoClassStateChanged(SHOWN, shown);
        button.setId("open-chat-" + (index + 1));
        place = index;
        show();
    }

    private void show() {
        int unread = chat.model().unreadProperty().get();
        int calls = chat.model().callsProperty().get();
        ConnectionState connection = chat.model().connectionProperty().get();
        news.setText(Controls.count(unread));
        news.setVisible(unread > 0);
        news.getStyleClass().setAll("count", "open-chat-news", calls > 0 ? "calls" : "quiet");
        dot.show(connection);
        state.setVisible(!(connection instanceof ConnectionState.Online));
        List<String> standing = standing(connection);
        String waits = waiting(unread, calls);
        button.setAccessibleText(
                (chat.name() + ", " + String.join(", ", standing) + ". " + waits).strip());
        EmojiTooltip.say(
                tooltip,
                Stream.of(
                                chat.name(),
                                String.join(" · ", standing),
                                waits,
                                Shortcut.CHAT_NUMBER.keys(place))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n")));
    }

    private List<String> standing(ConnectionState connection) {
        String state = ConnectionWords.of(connection).text();
        return chat.isHosted() ? List.of(Texts.text("chats.hosted"), state) : List.of(state);
    }

    /// What is unread, in sentences.
    private static String waiting(int unread, int calls) {
        String news = unread == 0 ? "" : Texts.text("room.unread", unread);
        return (calls == 0 ? news : news + " " + Texts.text("room.mentions", calls)).strip();
    }

    private void key(KeyEvent event) {
        if (Shortcut.CHAT_MENU.is(event)) {
            fillMenu();
            menu.show(button, Side.BOTTOM, 0, 0);
            event.consume();
        }
    }

    private void openMenu(ContextMenuEvent event) {
        // Some systems tell of the Menu key in this way too: the keys see to it.
        if (!event.isKeyboardTrigger()) {
            fillMenu();
            menu.show(button, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private void fillMenu() {
        menu.getItems().clear();
        boolean waits =
                switch (chat.model().connectionProperty().get()) {
                    case ConnectionState.Offline _, ConnectionState.Refused _ -> true;
                    case ConnectionState.Connecting _,
                            ConnectionState.Entering _,
                            ConnectionState.CatchingUp _,
                            ConnectionState.Online _,
                            ConnectionState.Closed _ ->
                            false;
                };
        if (waits) {
            add("menu.reconnect", () -> chat.model().reconnectNow());
        }
        add(chat.isHosted() ? "menu.stopHosting" : "menu.leave", () -> leave.accept(chat));
    }

    private void add(String key, Runnable action) {
        var item = new MenuItem(Texts.text(key));
        item.setId("chat-" + key);
        item.setOnAction(event -> action.run());
        menu.getItems().add(item);
    }
}
