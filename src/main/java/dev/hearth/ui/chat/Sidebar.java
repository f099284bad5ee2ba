package dev.hearth.ui.chat;

import dev.hearth.model.ConnectionState;
import dev.hearth.ui.kit.AppMark;
import dev.hearth.ui.kit.Avatar;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import dev.hearth.ui.text.EmojiLabel;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Beside the room: the chat, a search field, rooms and people, and you.
final class Sidebar {
    private final SessionViewModel model;
    private final SidebarViewModel lines;
    private final SidebarActions actions;
    private final TextField search = new TextField();
    private final ListView<SidebarItem> list = new ListView<>();
    private final Label ownName = new EmojiLabel("", "rail-you-name");
    private final Avatar ownFace = new Avatar(36);
    private final StackPane notices = new StackPane();
    private final StateDot dot = new StateDot();
    private final Label state = Controls.label("", "rail-state");
    private final VBox root = new VBox();

    Sidebar(
            SessionViewModel model,
            ObservableStringValue chatName,
            String address,
            SidebarActions actions) {
        this.model = model;
        this.actions = actions;
        lines = new SidebarViewModel(model);
        buildSearch();
        buildList();
        root.getChildren().addAll(head(chatName, address), searchLine(), list, notices, you());
        root.getStyleClass().add("rail");
        root.setId("rail");
    }

    private void buildSearch() {
        search.setId("sidebar-search");
        search.setPromptText(Texts.text("rail.search"));
        search.setAccessibleText(Texts.text("rail.search"));
        search.textProperty().bindBidirectional(lines.filterProperty());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
    }

    private Node searchLine() {
        var icon = Icons.small(Feather.SEARCH);
        icon.setMouseTransparent(true);
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        var line = new StackPane(search, icon);
        line.getStyleClass().add("sidebar-search");
        return line;
    }

    private void buildList() {
        list.setId("sidebar-list");
        list.setItems(lines.items());
        var times = new Times(model.context().clock());
        list.setCellFactory(view -> new SidebarCell(times, actions));
        list.getStyleClass().add("sidebar-list");
        list.setAccessibleText(Texts.text("rail.list"));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
        // The keyboard is on a line, never on the list as such, where nobody would see it.
        list.focusedProperty()
                .subscribe(
                        focused -> {
                            if (focused) {
                                select(firstUseful());
                            }
                        });
        VBox.setVgrow(list, Priority.ALWAYS);
    }

    private static Node head(ObservableStringValue chatName, String address) {
        var title = new EmojiLabel(chatName.get(), "rail-title");
        Label place = Controls.label(address, "rail-address");
        var words = new VBox(title, place);
        chatName.subscribe(
                name -> {
                    title.setText(name);
                    Controls.show(place, !address.equals(name));
                });
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        var head = new HBox(new AppMark(36), words);
        head.getStyleClass().add("rail-head");
        return head;
    }

    /// Who the person is here. There is nothing to open.
    private Node you() {
        var status = new HBox(dot, state);
        status.getStyleClass().add("header-status");
        var words = new VBox(ownName, status);
        words.setMinWidth(0);
        var line = new HBox(ownFace, words);
        line.setId("you");
        line.getStyleClass().add("rail-you");
        line.accessibleTextProperty().bind(ownName.textProperty());
        return line;
    }

    Region node() {
        return root;
    }

    /// Where notices stand, below the list.
    StackPane notices() {
        return notices;
    }

    void attach(Subscriptions subscriptions) {
        lines.attach(subscriptions);
        subscriptions.watch(model.connectionProperty(), this::show);
        subscriptions.watch(model.ownNameProperty(), this::showYou);
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void showYou(String name) {
        ownName.setText(name);
        ownFace.show(name);
    }

    private void show(ConnectionState connection) {
        dot.show(connection);
        state.setText(ConnectionWords.of(connection).text());
    }

    /// Enter goes where the first line found leads, Down into the list, Escape clears the field.
    private void searchKey(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                useFirst();
                event.consume();
            }
            case DOWN -> {
                list.requestFocus();
                select(firstUseful());
                event.consume();
            }
            case ESCAPE -> {
                if (!search.getText().isEmpty()) {
                    search.clear();
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void listKey(KeyEvent event) {
        SidebarItem chosen = list.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && chosen != null) {
            actions.use(chosen, list);
            event.consume();
        }
    }

    private void useFirst() {
        int first = firstUseful();
        if (first >= 0) {
            SidebarItem item = lines.items().get(first);
            search.clear();
            actions.use(item, search);
        }
    }

    private int firstUseful() {
        for (int i = 0; i < lines.items().size(); i++) {
            SidebarItem item = lines.items().get(i);
            if (item instanceof SidebarItem.Room || item instanceof SidebarItem.Someone) {
                return i;
            }
        }
        return -1;
    }

    private void select(int index) {
        @Nullable SidebarItem now = list.getSelectionModel().getSelectedItem();
        if (index >= 0 && now == null) {
            list.getSelectionModel().select(index);
        }
    }
}
