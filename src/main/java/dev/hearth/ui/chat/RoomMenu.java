package dev.hearth.ui.chat;

import dev.hearth.model.Capabilities;
import dev.hearth.settings.NoticeSettings.Level;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.notices.RoomWishes;
import dev.hearth.ui.rooms.RoomItem;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with the room that is open; away where that is nothing.
final class RoomMenu {
    private final SessionViewModel model;
    private final RoomDialogs dialogs;
    private final RoomWishes wishes;
    private final Runnable goToDay;
    private final MenuButton button = new MenuButton();

    /// @param goToDay has the person pick a day of the room
    RoomMenu(SessionViewModel model, RoomDialogs dialogs, RoomWishes wishes, Runnable goToDay) {
        this.goToDay = goToDay;
        this.model = model;
        this.dialogs = dialogs;
        this.wishes = wishes;
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
        if (model.openItem().isIn()) {
            button.getItems().add(wishMenu(model.openItem()));
        }
        if (model.capabilitiesProperty().get().filter(Capabilities::history).isPresent()) {
            add("menu.goToDay", goToDay);
        }
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

    /// Of which messages the person is told while they look elsewhere.
    private Menu wishMenu(RoomItem room) {
        var menu = new Menu(Texts.text("notices.menu"));
        menu.setId("room-notices");
        var group = new ToggleGroup();
        for (Level level : Level.values()) {
            // In a conversation of two every message is for the person.
            if (room.isDirect() && level == Level.ALL) {
                continue;
            }
            String key = "notices." + level + (room.isDirect() ? ".direct" : "");
            var item = new RadioMenuItem(Texts.text(key));
            item.setId("notices-" + level);
            item.setToggleGroup(group);
            item.setSelected(isSame(wishes.of(room.id()), level, room.isDirect()));
            item.setOnAction(event -> wishes.wish(room.id(), level));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static boolean isSame(Level chosen, Level offered, boolean direct) {
        return chosen == offered || (direct && chosen == Level.ALL && offered == Level.MENTIONS);
    }

    private void add(String key, Runnable action) {
        var item = new MenuItem(Texts.text(key));
        item.setId(key);
        item.setOnAction(event -> action.run());
        button.getItems().add(item);
    }
}
