package dev.hearth.ui.shell;

import dev.hearth.settings.Appearance;
import dev.hearth.ui.kit.Shortcut;
import dev.hearth.ui.notices.QuietTime;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.MenuButton;

/// The menus of the screens: every action of the window, with its shortcut.
///
/// @param chats the chats that are open
/// @param another shows the start screen for one more chat
/// @param leave leaves a chat, asking if need be
record Menus(
        ObjectProperty<Appearance> appearance,
        QuietTime quiet,
        OpenChats chats,
        Runnable another,
        Runnable settings,
        Runnable shortcuts,
        Runnable about,
        Consumer<OpenChat> leave,
        Runnable quit) {
    MenuButton forStart() {
        return new AppMenu()
                .addLook(appearance)
                .add(Shortcut.SETTINGS, settings)
                .addLine()
                .add(Shortcut.SHORTCUTS, shortcuts)
                .add(Shortcut.ABOUT, about)
                .add(Shortcut.QUIT, quit)
                .node();
    }

    /// @param chat the screen, which does not exist yet while its menu is made
    MenuButton forChat(boolean hosted, Supplier<ChatScreen> chat) {
        return new AppMenu()
                .add(Shortcut.GO_TO, () -> chat.get().view().goTo())
                .addWhen(
                        () -> chat.get().view().canSearch(),
                        Shortcut.SEARCH,
                        () -> chat.get().view().search())
                .addWhen(
                        () -> chat.get().view().canSearch(),
                        Shortcut.SEARCH_ALL,
                        () -> chat.get().view().searchAll())
                .addWhen(
                        () -> chat.get().view().canSearch(),
                        Shortcut.GO_TO_DAY,
                        () -> chat.get().view().goToDay())
                .addWhen(
                        () -> chat.get().model().canOpenRooms(),
                        Shortcut.NEW_ROOM,
                        () -> chat.get().view().openRoom())
                .add(Shortcut.PREVIOUS_ROOM, () -> chat.get().view().openNext(-1))
                .add(Shortcut.NEXT_ROOM, () -> chat.get().view().openNext(1))
                .add(Shortcut.SIDEBAR, () -> chat.get().view().toggleSidebar())
                .addLine()
                .addWhen(() -> hosted, Shortcut.HOST, () -> chat.get().view().openHostPanel())
                .add(Shortcut.SHARE, () -> chat.get().view().toggleShare())
                .add(Shortcut.COMPOSER, () -> chat.get().view().focusComposer())
                .add(Shortcut.LATEST, () -> chat.get().view().jumpToLatest())
                .add(Shortcut.SWITCH, () -> chat.get().view().switchPane())
                .add(Shortcut.RECONNECT, () -> chat.get().model().reconnectNow())
                .addLine()
                .add(Shortcut.ANOTHER_CHAT, another)
                .addWhen(this::areSeveral, Shortcut.NEXT_CHAT, () -> chats.showNext(1))
                .addWhen(this::areSeveral, Shortcut.PREVIOUS_CHAT, () -> chats.showNext(-1))
                .addLine()
                .addQuiet(quiet)
                .addLook(appearance)
                .add(Shortcut.SETTINGS, settings)
                .add(Shortcut.SHORTCUTS, shortcuts)
                .add(Shortcut.ABOUT, about)
                .addLine()
                .add(
                        Shortcut.LEAVE,
                        hosted ? "menu.stopHosting" : "menu.leave",
                        () -> leave.accept(chat.get().chat()))
                .add(Shortcut.QUIT, quit)
                .node();
    }

    private boolean areSeveral() {
        return chats.all().size() > 1;
    }
}
