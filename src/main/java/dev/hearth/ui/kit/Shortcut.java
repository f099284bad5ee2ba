package dev.hearth.ui.kit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Every key that does something, in the one table by which the windows ask what a key means and
/// from which the sheet of shortcuts is made. Immutable; any thread.
public enum Shortcut {
    GO_TO(Where.CHAT, "menu.goTo", "Shortcut+K"),
    SEARCH(Where.CHAT, "menu.search", "Shortcut+F"),
    SEARCH_ALL(Where.CHAT, "menu.searchAll", "Shortcut+Shift+F"),
    GO_TO_DAY(Where.CHAT, "menu.goToDay", "Shortcut+J"),
    NEW_ROOM(Where.CHAT, "menu.newRoom", "Shortcut+Shift+N"),
    PREVIOUS_ROOM(Where.CHAT, "menu.previousRoom", "Alt+Up"),
    NEXT_ROOM(Where.CHAT, "menu.nextRoom", "Alt+Down"),
    SIDEBAR(Where.CHAT, "menu.sidebar", "F9"),
    HOST(Where.CHAT, "menu.host", "Shortcut+Shift+H"),
    SHARE(Where.CHAT, "menu.share", "Shortcut+Shift+S"),
    COMPOSER(Where.CHAT, "menu.composer", "Shortcut+L"),
    LATEST(Where.CHAT, "menu.latest", "Alt+End"),
    SWITCH(Where.CHAT, "menu.switch", "F6"),
    RECONNECT(Where.CHAT, "menu.reconnect", "Shortcut+R"),

    SEND(Where.COMPOSER, "composer.send", "Enter"),
    LINE_BREAK(Where.COMPOSER, "keys.lineBreak", "Shift+Enter"),
    EDIT_LAST(Where.COMPOSER, "keys.editLast", "Up"),
    CANCEL(Where.COMPOSER, "keys.cancel", "Esc"),
    BOLD(Where.COMPOSER, "keys.bold", "Shortcut+B"),
    ITALIC(Where.COMPOSER, "keys.italic", "Shortcut+I"),
    CODE(Where.COMPOSER, "keys.code", "Shortcut+E"),
    STRUCK(Where.COMPOSER, "keys.struck", "Shortcut+Shift+X"),
    OLDER(Where.COMPOSER, "keys.older", "Page Up"),
    NEWER(Where.COMPOSER, "keys.newer", "Page Down"),

    MESSAGE_BEFORE(Where.MESSAGE, "keys.before", "Up"),
    MESSAGE_AFTER(Where.MESSAGE, "keys.after", "Down"),
    MESSAGES_BACK(Where.MESSAGE, "keys.older", "Page Up"),
    MESSAGES_ON(Where.MESSAGE, "keys.newer", "Page Down"),
    FIRST_MESSAGE(Where.MESSAGE, "keys.first", "Home"),
    LAST_MESSAGE(Where.MESSAGE, "keys.last", "End"),
    SELECT(Where.MESSAGE, "keys.select", "Space"),
    SELECT_BEFORE(Where.MESSAGE, "keys.selectBefore", "Shift+Up"),
    SELECT_AFTER(Where.MESSAGE, "keys.selectAfter", "Shift+Down"),
    COPY(Where.MESSAGE, "message.copy", "Shortcut+C"),
    REACT(
            Where.MESSAGE,
            "keys.react",
            "Shortcut+1",
            "Shortcut+2",
            "Shortcut+3",
            "Shortcut+4",
            "Shortcut+5",
            "Shortcut+6"),
    DELETE(Where.MESSAGE, "message.delete", "Delete"),
    UNDO_DELETION(Where.MESSAGE, "keys.undoDeletion", "Shortcut+Z"),
    MESSAGE_MENU(Where.MESSAGE, "keys.menu", "Shift+F10", "Context Menu"),

    ANOTHER_CHAT(Where.CHATS, "menu.anotherChat", "Shortcut+N"),
    NEXT_CHAT(Where.CHATS, "menu.nextChat", "Ctrl+Tab"),
    PREVIOUS_CHAT(Where.CHATS, "menu.previousChat", "Ctrl+Shift+Tab"),
    CHAT_NUMBER(
            Where.CHATS,
            "keys.chat",
            "Shortcut+1",
            "Shortcut+2",
            "Shortcut+3",
            "Shortcut+4",
            "Shortcut+5",
            "Shortcut+6",
            "Shortcut+7",
            "Shortcut+8",
            "Shortcut+9"),
    CHAT_MENU(Where.CHATS, "keys.menu", "Shift+F10", "Context Menu"),

    SETTINGS(Where.WINDOW, "menu.settings", "Shortcut+Comma"),
    LARGER(Where.WINDOW, "textSize.LARGER", "Shortcut+Plus"),
    SMALLER(Where.WINDOW, "textSize.SMALLER", "Shortcut+Minus"),
    NORMAL_SIZE(Where.WINDOW, "textSize.NORMAL", "Shortcut+0"),
    SHORTCUTS(Where.WINDOW, "menu.shortcuts", "Shortcut+Slash"),
    ABOUT(Where.WINDOW, "menu.about", "F1"),
    LEAVE(Where.WINDOW, "menu.leave", "Shortcut+W"),
    QUIT(Where.WINDOW, "menu.quit", "Shortcut+Q");

    /// Where a key means something.
    public enum Where {
        CHAT,
        COMPOSER,
        MESSAGE,
        CHATS,
        WINDOW;

        /// The shortcuts that hold here, in the order of the sheet.
        public List<Shortcut> shortcuts() {
            return Stream.of(Shortcut.values()).filter(each -> each.where == this).toList();
        }

        /// What it is called on the sheet.
        public String text() {
            return Texts.text("keys.in." + name());
        }
    }

    private final Where where;
    private final String key;

    // The list is unmodifiable and its elements are immutable; JavaFX does not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<KeyCombination> combinations;

    Shortcut(Where where, String key, String... combinations) {
        this.where = where;
        this.key = key;
        this.combinations = Arrays.stream(combinations).map(KeyCombination::valueOf).toList();
    }

    /// The key of the text that says what it does.
    public String key() {
        return key;
    }

    /// What it does, without the dots that promise a question.
    public String text() {
        String text = Texts.text(key);
        return text.endsWith("…") ? text.substring(0, text.length() - 1) : text;
    }

    /// What a menu installs.
    public KeyCombination combination() {
        return combinations.getFirst();
    }

    public boolean is(KeyEvent event) {
        return indexOf(event) >= 0;
    }

    /// Which of its keys was pressed, from 0 on; -1 for none.
    public int indexOf(KeyEvent event) {
        for (int i = 0; i < combinations.size(); i++) {
            if (combinations.get(i).match(event)) {
                return i;
            }
        }
        return -1;
    }

    /// The keys as people read them; of many the first and the last.
    public String keys() {
        return combinations.size() > 2
                ? Texts.text("keys.range", name(0), name(combinations.size() - 1))
                : combinations.stream()
                        .map(KeyCombination::getDisplayText)
                        .collect(Collectors.joining(", "));
    }

    /// The keys at a place among several, from 0 on; empty where there are none.
    public String keys(int index) {
        return index < combinations.size() ? name(index) : "";
    }

    private String name(int index) {
        return combinations.get(index).getDisplayText();
    }
}
