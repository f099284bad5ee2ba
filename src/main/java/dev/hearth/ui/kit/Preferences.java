package dev.hearth.ui.kit;

import dev.hearth.settings.Appearance;
import dev.hearth.settings.Language;
import dev.hearth.settings.NoticeSettings;
import dev.hearth.settings.RecentChat;
import dev.hearth.settings.Settings.WindowSize;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What the windows remember of a person, kept by the program that starts them. FX thread only; a
/// write returns at once and is saved behind the scenes.
public interface Preferences {
    /// What a person should be told about what is remembered: that it was lost, or cannot be saved.
    default Optional<String> notice() {
        return Optional.empty();
    }

    /// What was begun in the rooms of a chat and not sent.
    default Drafts drafts(String chat) {
        return Drafts.NONE;
    }

    /// The name used last; empty on the first start.
    String name();

    void rememberName(String name);

    Appearance appearance();

    void rememberAppearance(Appearance appearance);

    /// The language that was chosen; empty for that of the system.
    Optional<Language> language();

    void rememberLanguage(Optional<Language> language);

    /// The port to host on.
    int port();

    void rememberPort(int port);

    /// Whether a hosted chat is shown to others on this network by itself.
    default boolean announces() {
        return true;
    }

    default void rememberAnnouncing(boolean announced) {}

    /// Chats joined before, the latest first.
    List<RecentChat> recentChats();

    /// How large the window was when it was closed; empty for the size it has by itself.
    default Optional<WindowSize> windowSize() {
        return Optional.empty();
    }

    default void rememberWindowSize(WindowSize size) {}

    /// What a person wants to be told of.
    NoticeSettings notices();

    void rememberNotices(UnaryOperator<NoticeSettings> change);

    /// Puts `chat` first among the recent ones.
    void rememberChat(RecentChat chat);

    /// Tells more of a chat that is among the recent ones.
    void noteChat(RecentChat chat);

    /// Takes the chat at `address` from the recent ones.
    void forgetChat(String address);
}
