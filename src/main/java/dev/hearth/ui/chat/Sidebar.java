package dev.hearth.ui.chat;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.Presence;
import dev.hearth.ui.kit.AppMark;
import dev.hearth.ui.kit.Avatar;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Beside the timeline: the chat, its one room, who is here and who has written here, and you.
final class Sidebar {
    /// More people than this would be a list nobody reads.
    private static final int PEOPLE = 200;

    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");

    private final SessionViewModel model;
    private final Label unread = Controls.label("", "count");
    private final VBox people = new VBox();
    private final Label peopleTitle = Controls.label("", "rail-section");
    private final Label ownName = Controls.label("", "rail-you-name");
    private final Avatar ownFace = new Avatar(36);
    private final StateDot dot = new StateDot();
    private final Label state = Controls.label("", "rail-state");
    private final VBox root = new VBox();

    Sidebar(SessionViewModel model, String chatName, String address) {
        this.model = model;
        people.getStyleClass().add("rail-people");
        var lists =
                new VBox(
                        Controls.label(Texts.text("rail.rooms"), "rail-section"),
                        room(),
                        peopleTitle,
                        people);
        lists.getStyleClass().add("rail-lists");
        var scroll = new ScrollPane(lists);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("rail-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(head(chatName, address), scroll, you());
        root.getStyleClass().add("rail");
        root.setId("rail");
    }

    private static Node head(String chatName, String address) {
        var words = new VBox(Controls.label(chatName, "rail-title"));
        if (!address.equals(chatName)) {
            words.getChildren().add(Controls.label(address, "rail-address"));
        }
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        var head = new HBox(new AppMark(36), words);
        head.getStyleClass().add("rail-head");
        return head;
    }

    private Node room() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var name = Controls.label(model.room().name().substring(1), "rail-room-name");
        var room = new HBox(Icons.medium(Feather.HASH), name, space, unread);
        room.setAlignment(Pos.CENTER_LEFT);
        room.getStyleClass().addAll("rail-item", "rail-room", "current");
        room.setAccessibleRole(AccessibleRole.LIST_ITEM);
        room.setAccessibleText(model.room().name());
        return room;
    }

    private Node you() {
        var status = new HBox(dot, state);
        status.getStyleClass().add("header-status");
        var words = new VBox(ownName, status);
        words.setMinWidth(0);
        var you = new HBox(ownFace, words);
        you.getStyleClass().add("rail-you");
        return you;
    }

    Node node() {
        return root;
    }

    void attach(Subscriptions subscriptions) {
        unread.textProperty().bind(model.unreadProperty().map(Controls::count));
        unread.visibleProperty().bind(model.unreadProperty().greaterThan(0));
        subscriptions.add(unread.textProperty()::unbind);
        subscriptions.add(unread.visibleProperty()::unbind);
        subscriptions.watch(model.connectionProperty(), this::show);
        subscriptions.watch(model.ownNameProperty(), this::showYou);
        subscriptions.add(model.others().subscribe(this::showPeople));
    }

    private void showYou(String name) {
        ownName.setText(name);
        ownFace.show(name);
    }

    private void show(ConnectionState connection) {
        dot.show(connection);
        state.setText(ConnectionWords.of(connection).text());
        showPeople();
    }

    private void showPeople() {
        peopleTitle.setText(Texts.text(model.people().areTold() ? "rail.here" : "rail.people"));
        List<Presence> others = model.knowsOthers() ? model.others() : List.of();
        Controls.show(peopleTitle, !others.isEmpty());
        people.getChildren().setAll(others.stream().limit(PEOPLE).map(Sidebar::person).toList());
    }

    private static Node person(Presence presence) {
        String name = Shown.name(presence.person());
        var words = Controls.label(name, "rail-person");
        words.setMinWidth(0);
        var item = new HBox(new Avatar(28, name), words);
        item.setAlignment(Pos.CENTER_LEFT);
        item.getStyleClass().add("rail-item");
        item.pseudoClassStateChanged(AWAY, !presence.online());
        item.setAccessibleRole(AccessibleRole.LIST_ITEM);
        item.setAccessibleText(presence.online() ? name : Texts.text("rail.away", name));
        return item;
    }
}
