package dev.hearth.ui.chat;

import dev.hearth.model.Delivery;
import dev.hearth.model.Message;
import dev.hearth.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The context menu of a message; one at a time.
final class MessageMenu {
    private final MessageActions actions;
    private final ContextMenu menu = new ContextMenu();

    MessageMenu(MessageActions actions) {
        this.actions = actions;
        menu.getStyleClass().add("message-menu");
    }

    void show(MessageRow row, double screenX, double screenY) {
        Message message = row.row().message();
        menu.getItems().setAll(item("message.copy", () -> actions.copy(message.text())));
        if (actions.selection().isIn(row.text())) {
            menu.getItems().addFirst(item("message.copySelected", this::copySelected));
        }
        links(message).stream().limit(1).forEach(this::addLink);
        if (canBeSentAgain(message.delivery())) {
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().add(item("delivery.retry", () -> actions.retry(message.id())));
            menu.getItems().add(item("delivery.discard", () -> actions.discard(message.id())));
        }
        menu.show(row, screenX, screenY);
    }

    private void copySelected() {
        actions.copy(actions.selection().text());
    }

    private void addLink(String link) {
        menu.getItems().add(item("message.openLink", () -> actions.open(link)));
        menu.getItems().add(item("message.copyLink", () -> actions.copy(link)));
    }

    private static List<String> links(Message message) {
        return TextParts.of(message.text()).stream()
                .filter(TextParts.Part::link)
                .map(TextParts.Part::text)
                .toList();
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
