package dev.hearth.ui.shell;

import dev.hearth.ui.notices.NoticeWindow;
import java.util.Optional;
import javafx.stage.Stage;

/// The window around the notices of a chat.
///
/// @param toFront brings the window before the person's eyes
record WindowAround(Stage stage, Runnable toFront, OpenChats chats, OpenChat chat)
        implements NoticeWindow {
    @Override
    public boolean isFocused() {
        return stage.isFocused() && stage.isShowing();
    }

    @Override
    public boolean showsChat() {
        return chats.isShown(chat);
    }

    @Override
    public Optional<String> chatName() {
        return chats.all().size() > 1 ? Optional.of(chat.name()) : Optional.empty();
    }

    @Override
    public boolean comeForward() {
        toFront.run();
        chats.show(chat);
        return chats.isOpen(chat);
    }
}
