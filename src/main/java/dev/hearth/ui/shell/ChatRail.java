package dev.hearth.ui.shell;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Nodes;
import dev.hearth.ui.kit.Shortcut;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The chats that are open, one below the other at the edge of the window, and a button for one
/// more. One stop for Tab; the arrow keys go on from there. FX thread only.
final class ChatRail {
    private final OpenChats chats;
    private final Consumer<OpenChat> leave;
    private final Map<OpenChat, RailChat> made = new HashMap<>();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final Button more;
    private final VBox root;
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param another leads to one more chat
    /// @param leave asks and leaves
    ChatRail(OpenChats chats, Runnable another, Consumer<OpenChat> leave) {
        this.chats = chats;
        this.leave = leave;
        list.getStyleClass().add("open-chats-list");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        more =
                Controls.iconButton(
                        Feather.PLUS,
                        Shortcut.ANOTHER_CHAT.text() + " · " + Shortcut.ANOTHER_CHAT.keys(),
                        another);
        more.setAccessibleText(Shortcut.ANOTHER_CHAT.text());
        more.setId("another-chat");
        root = new VBox(scroll, more);
        root.setId("open-chats");
        root.getStyleClass().add("open-chats");
        root.setAccessibleRole(AccessibleRole.TOOL_BAR);
        root.setAccessibleText(Texts.text("chats.name"));
        // Before the buttons, which would go to what lies above and below them anywhere.
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    Region node() {
        return root;
    }

    void attach() {
        subscriptions.add(chats.all().subscribe(this::fill));
        fill();
        subscriptions.watch(chats.shownProperty(), shown -> mark());
    }

    void detach() {
        subscriptions.close();
        made.values().forEach(RailChat::detach);
    }

    private void fill() {
        made.entrySet()
                .removeIf(
                        each -> {
                            boolean gone = !chats.isOpen(each.getKey());
                            if (gone) {
                                each.getValue().detach();
                            }
                            return gone;
                        });
        list.getChildren().setAll(chats.all().stream().map(this::item).toList());
        mark();
    }

    private Node item(OpenChat chat) {
        return made.computeIfAbsent(chat, it -> new RailChat(it, chats::show, leave)).node();
    }

    private void mark() {
        for (int i = 0; i < chats.all().size(); i++) {
            OpenChat chat = chats.all().get(i);
            RailChat item = made.get(chat);
            if (item != null) {
                item.mark(chats.isShown(chat), i);
                item.button().setFocusTraversable(chats.before().filter(chat::equals).isPresent());
            }
        }
        chats.shown().map(made::get).ifPresent(item -> bringIntoSight(item.node()));
    }

    /// Up and Down, Home and End go from one to the next.
    private void key(KeyEvent event) {
        List<Button> stops = stops();
        Scene scene = root.getScene();
        int at = scene == null ? -1 : stops.indexOf(scene.getFocusOwner());
        if (at < 0) {
            return;
        }
        int next =
                switch (event.getCode()) {
                    case UP -> at - 1;
                    case DOWN -> at + 1;
                    case HOME -> 0;
                    case END -> stops.size() - 1;
                    default -> -2;
                };
        if (next == -2 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        event.consume();
        if (next >= 0 && next < stops.size()) {
            stops.get(next).requestFocus();
            bringIntoSight(stops.get(next));
        }
    }

    private List<Button> stops() {
        return Stream.concat(
                        chats.all().stream().map(made::get).map(RailChat::button), Stream.of(more))
                .toList();
    }

    private void bringIntoSight(Node node) {
        if (!Nodes.isWithin(node, list)) {
            return;
        }
        list.applyCss();
        scroll.layout();
        Bounds place = list.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double height = scroll.getViewportBounds().getHeight();
        double range = list.getHeight() - height;
        if (range <= 0) {
            return;
        }
        double top = scroll.getVvalue() * range;
        if (place.getMinY() < top) {
            scroll.setVvalue(place.getMinY() / range);
        } else if (place.getMaxY() > top + height) {
            scroll.setVvalue((place.getMaxY() - height) / range);
        }
    }
}
