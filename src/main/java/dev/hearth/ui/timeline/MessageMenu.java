package dev.hearth.ui.timeline;

import dev.hearth.model.Delivery;
import dev.hearth.model.Links;
import dev.hearth.model.Message;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.text.EmojiPicture;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The context menu of a message; one at a time.
final class MessageMenu {
    private final MessageActions actions;
    private final ContextMenu menu = new ContextMenu();

    MessageMenu(MessageActions actions) {
        this.actions = actions;
        menu.getStyleClass().add("message-menu");
    }

    /// Whether there is nothing to be done with `message`.
    boolean isEmptyFor(Message message) {
        return message.details().deleted() && !canBeSentAgain(message.delivery());
    }

    /// Opens under the bubble, for who has no pointer.
    void show(MessageRow row) {
        Bounds bubble = row.bubbleInScene();
        Bounds place = row.localToScreen(row.sceneToLocal(bubble));
        show(row, place.getMinX(), place.getMaxY());
    }

    void show(MessageRow row, double screenX, double screenY) {
        Message message = row.message();
        menu.getItems().clear();
        if (actions.selected().isEmpty()) {
            fill(row, message);
        } else {
            fillForSelected(row, message);
        }
        if (!menu.getItems().isEmpty()) {
            menu.show(row, screenX, screenY);
        }
    }

    private void fill(MessageRow row, Message message) {
        boolean canAct = actions.canActOn(message);
        if (canAct) {
            menu.getItems().addAll(reactions(row, message), new SeparatorMenuItem());
            menu.getItems().add(item("message.reply", () -> actions.reply(message)));
        }
        if (canAct && message.own()) {
            menu.getItems().add(item("message.edit", () -> actions.edit(message)));
        }
        if (actions.canForward(message)) {
            menu.getItems().add(item("message.forward", () -> actions.forward(message)));
        }
        if (!message.details().deleted()) {
            addCopying(row, message);
            menu.getItems().add(item("message.select", () -> toggle(row, message)));
        }
        if (canBeSentAgain(message.delivery())) {
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().add(item("delivery.retry", () -> actions.retry(message.id())));
            menu.getItems().add(item("delivery.discard", () -> actions.discard(message.id())));
        }
        if (actions.canDelete(message)) {
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().add(item("message.delete", () -> actions.delete(message)));
        }
    }

    /// What is done with all of them, and whether this one is among them.
    private void fillForSelected(MessageRow row, Message message) {
        SelectionCommands all = actions.selectionCommands();
        if (actions.selected().canSelect(message.id())) {
            boolean selected = actions.selected().contains(message.id());
            String key = selected ? "message.deselect" : "message.select";
            menu.getItems().addAll(item(key, () -> toggle(row, message)), new SeparatorMenuItem());
        }
        menu.getItems().add(item("select.copy", all::copy));
        if (all.canForward()) {
            menu.getItems().add(item("select.forwardAll", all::forward));
        }
        if (all.canDelete()) {
            menu.getItems().add(item("select.delete", all::delete));
        }
        menu.getItems().add(item("select.cancel", all::cancel));
    }

    private void toggle(MessageRow row, Message message) {
        row.requestFocus();
        actions.selected().toggle(message.id());
    }

    private void addCopying(MessageRow row, Message message) {
        if (actions.selection().isIn(row.text())) {
            menu.getItems().add(item("message.copySelected", this::copySelected));
        }
        menu.getItems().add(item("message.copy", () -> actions.copy(message.text())));
        Links.in(message.text()).stream().limit(1).map(Links.Link::target).forEach(this::addLink);
    }

    private MenuItem reactions(MessageRow place, Message message) {
        List<String> favourites = actions.favourites();
        var buttons = new HBox();
        buttons.getStyleClass().add("reaction-picks");
        for (int i = 0; i < favourites.size(); i++) {
            String emoji = favourites.get(i);
            Button pick =
                    Controls.button(
                            "",
                            () -> {
                                menu.hide();
                                actions.react(message, emoji);
                            },
                            "reaction-pick");
            pick.setGraphic(EmojiPicture.of(emoji, 22));
            pick.setAccessibleText(Texts.text("reaction.pick", emoji));
            // The arrow keys belong to the menu; by keyboard there is Ctrl and the number.
            pick.setFocusTraversable(false);
            pick.setTooltip(new Tooltip(Texts.text("reaction.key", i + 1)));
            buttons.getChildren().add(pick);
        }
        buttons.getChildren().add(more(place, message));
        var row = new CustomMenuItem(buttons, false);
        row.getStyleClass().add("reaction-row");
        return row;
    }

    private Button more(MessageRow place, Message message) {
        Button more =
                Controls.iconButton(
                        Feather.PLUS,
                        Texts.text("reaction.more"),
                        () -> {
                            menu.hide();
                            actions.pickReaction(message, place);
                        },
                        "reaction-more");
        more.setFocusTraversable(false);
        return more;
    }

    private void copySelected() {
        actions.copy(actions.selection().text());
    }

    private void addLink(String link) {
        menu.getItems().add(item("message.openLink", () -> actions.open(link)));
        menu.getItems().add(item("message.copyLink", () -> actions.copy(link)));
    }

    private static boolean canBeSentAgain(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sending sending -> false;
            case Delivery.Delivered delivered -> false;
            case Delivery.NotConfirmed open -> true;
            case Delivery.Failed failed -> true;
        };
    }

    private static MenuItem item(String key, Runnable action) {
        var item = new MenuItem(Texts.text(key));
        item.setOnAction(event -> action.run());
        return item;
    }
}
