package dev.hearth.ui.shell;

import dev.hearth.settings.Appearance;
import dev.hearth.ui.notices.QuietTime;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.MenuButton;

/// The menus of the screens: every action of the window, with its shortcut.
///
/// @param leave leaves the chat, asking if need be
record Menus(
        ObjectProperty<Appearance> appearance,
        QuietTime quiet,
        Runnable settings,
        Runnable about,
        Runnable leave,
        Runnable quit) {
    MenuButton forStart() {
        return new AppMenu()
                .addLook(appearance)
                .add("menu.settings", "Shortcut+Comma", settings)
                .addLine()
                .add("menu.about", "F1", about)
                .add("menu.quit", "Shortcut+Q", quit)
                .node();
    }

    /// @param chat the screen, which does not exist yet while its menu is made
    MenuButton forChat(boolean hosted, Supplier<ChatScreen> chat) {
        return new AppMenu()
                .add("menu.goTo", "Shortcut+K", () -> chat.get().view().goTo())
                .addWhen(
                        () -> chat.get().view().canSearch(),
                        "menu.search",
                        "Shortcut+F",
                        () -> chat.get().view().search())
                .addWhen(
                        () -> chat.get().view().canSearch(),
                        "menu.searchAll",
                        "Shortcut+Shift+F",
                        () -> chat.get().view().searchAll())
                .addWhen(
                        () -> chat.get().model().canOpenRooms(),
                        "menu.newRoom",
                        "Shortcut+Shift+N",
                        () -> chat.get().view().openRoom())
                .add("menu.previousRoom", "Alt+Up", () -> chat.get().view().openNext(-1))
                .add("menu.nextRoom", "Alt+Down", () -> chat.get().view().openNext(1))
                .add("menu.sidebar", "F9", () -> chat.get().view().toggleSidebar())
                .addLine()
                .addWhen(
                        () -> hosted,
                        "menu.host",
                        "Shortcut+Shift+H",
                        () -> chat.get().view().openHostPanel())
                .add("menu.share", "Shortcut+Shift+S", () -> chat.get().view().toggleShare())
                .add("menu.composer", "Shortcut+L", () -> chat.get().view().focusComposer())
                .add("menu.latest", "Alt+End", () -> chat.get().view().jumpToLatest())
                .add("menu.switch", "F6", () -> chat.get().view().switchPane())
                .add("menu.reconnect", "Shortcut+R", () -> chat.get().model().reconnectNow())
                .addLine()
                .addQuiet(quiet)
                .addLook(appearance)
                .add("menu.settings", "Shortcut+Comma", settings)
                .add("menu.about", "F1", about)
                .addLine()
                .add(hosted ? "menu.stopHosting" : "menu.leave", "Shortcut+W", leave)
                .add("menu.quit", "Shortcut+Q", quit)
                .node();
    }
}
