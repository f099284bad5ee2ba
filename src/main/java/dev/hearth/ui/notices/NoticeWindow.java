package dev.hearth.ui.notices;

import java.util.Optional;

/// The window as the notices of one of its chats see it.
public interface NoticeWindow {
    /// Whether it has the person's attention.
    boolean isFocused();

    /// Whether it is this chat that it shows.
    boolean showsChat();

    /// The name of the chat, where a notice has to say it; empty for the only chat that is open.
    Optional<String> chatName();

    /// Brings the window before the person's eyes, with this chat.
    ///
    /// @return whether the chat is still open
    boolean comeForward();
}
