package dev.hearth.ui.chat;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Texts;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with the room that is open; away where that is nothing.
final class RoomMenu {
    private final SessionViewModel model;
    private final RoomDialogs dialogs;
    private final MenuButton button = new MenuButton();

    RoomMenu(SessionViewModel model, RoomDialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        button.setId("room-menu");
        button.setGraphic(Icons.medium(Feather.MORE_VERTICAL));
        button.getStyleClass().addAll("icon-button", "menu-only");
        button.setPopupSide(Side.BOTTOM);
        button.setAccessibleText(Texts.text("room.menu"));
        button.setTooltip(new Tooltip(Texts.text("room.menu")));
    }

    Node node() {
        return button;
    }

    /// The room, or what may be done in it, is another.
    void refresh() {
        button.getItems().clear();
        model.rights().filter(rights -> model.hasRooms()).ifPresent(this::fill);
        Controls.show(button, !button.getItems().isEmpty());
    }

    private void fill(RoomRights rights) {
        if (rights.canModerate()) {
            add("room.change", dialogs::change);
        }
        if (rights.canInvite()) {
            add("room.invite", dialogs::invite);
        }
        if (rights.canLeave() || rights.canClose()) {
            if (!button.getItems().isEmpty()) {
                button.getItems().add(new SeparatorMenuItem());
            }
            if (rights.canLeave()) {
                add("room.leave", dialogs::leave);
            }
            if (rights.canClose()) {
                add("room.close", dialogs::close);
            }
        }
    }

    private void add(String key, Runnable action) {
        var item = new MenuItem(Texts.text(key));
        item.setId(key);
        item.setOnAction(event -> action.run());
        button.getItems().add(item);
    }
}
