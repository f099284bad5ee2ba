package dev.hearth.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a person chose.
///
/// @param name what others see
/// @param language of the window; empty for that of the system
/// @param port where to host, 1 to 65535
/// @param announced whether a hosted chat is shown to others on this network by itself
/// @param recent chats joined, the latest first, each address once
public record Settings(
        String name,
        Appearance appearance,
        Optional<Language> language,
        int port,
        boolean announced,
        List<RecentChat> recent,
        WindowSize window,
        NoticeSettings notices) {
    private static final int DEFAULT_PORT = 3000;
    private static final int MOST_RECENT = 10;

    /// How large the window is from edge to edge, in JavaFX pixels.
    public record WindowSize(int width, int height) {
        /// Small enough for any screen, and never so small that nothing shows.
        public WindowSize {
            width = Math.clamp(width, 320, 16_000);
            height = Math.clamp(height, 240, 16_000);
        }
    }

    public Settings {
        port = port < 1 || port > 65_535 ? DEFAULT_PORT : port;
        Set<String> seen = new HashSet<>();
        recent =
                recent.stream()
                        .filter(chat -> seen.add(chat.address()))
                        .limit(MOST_RECENT)
                        .toList();
    }

    /// What holds before anything was chosen.
    public static Settings defaults() {
        return new Settings(
                System.getProperty("user.name", "").strip(),
                Appearance.DEFAULTS,
                Optional.empty(),
                DEFAULT_PORT,
                true,
                List.of(),
                new WindowSize(1100, 720),
                NoticeSettings.DEFAULTS);
    }

    public Settings withName(String newName) {
        return new Settings(
                newName, appearance, language, port, announced, recent, window, notices);
    }

    public Settings withAppearance(Appearance newAppearance) {
        return new Settings(
                name, newAppearance, language, port, announced, recent, window, notices);
    }

    public Settings withLanguage(Optional<Language> newLanguage) {
        return new Settings(
                name, appearance, newLanguage, port, announced, recent, window, notices);
    }

    public Settings withPort(int newPort) {
        return new Settings(
                name, appearance, language, newPort, announced, recent, window, notices);
    }

    public Settings withAnnounced(boolean newAnnounced) {
        return new Settings(
                name, appearance, language, port, newAnnounced, recent, window, notices);
    }

    public Settings withWindow(WindowSize newWindow) {
        return new Settings(
                name, appearance, language, port, announced, recent, newWindow, notices);
    }

    public Settings withNotices(NoticeSettings newNotices) {
        return new Settings(
                name, appearance, language, port, announced, recent, window, newNotices);
    }

    /// Takes `address` from the recent ones.
    public Settings withoutRecent(String address) {
        return withRecent(recent.stream().filter(each -> !each.address().equals(address)).toList());
    }

    /// Puts `chat` first among the recent ones.
    public Settings withRecent(RecentChat chat) {
        return withRecent(Stream.concat(Stream.of(chat), recent.stream()).toList());
    }

    /// Tells more of a chat that is among the recent ones, in its place.
    public Settings withNoted(RecentChat chat) {
        return withRecent(
                recent.stream()
                        .map(each -> each.address().equals(chat.address()) ? chat : each)
                        .toList());
    }

    private Settings withRecent(List<RecentChat> chats) {
        return new Settings(name, appearance, language, port, announced, chats, window, notices);
    }
}
