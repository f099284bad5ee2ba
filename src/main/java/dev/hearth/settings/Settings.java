package dev.hearth.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a person chose.
///
/// @param name what others see
/// @param language of the window; empty for that of the system
/// @param port where to host, 1 to 65535
/// @param announced whether a hosted chat is shown to others on this network by itself
/// @param recentAddresses chats joined, the latest first, as they were typed
public record Settings(
        String name,
        Appearance appearance,
        Optional<Language> language,
        int port,
        boolean announced,
        List<String> recentAddresses,
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
        recentAddresses = recentAddresses.stream().distinct().limit(MOST_RECENT).toList();
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
                newName, appearance, language, port, announced, recentAddresses, window, notices);
    }

    public Settings withAppearance(Appearance newAppearance) {
        return new Settings(
                name, newAppearance, language, port, announced, recentAddresses, window, notices);
    }

    public Settings withLanguage(Optional<Language> newLanguage) {
        return new Settings(
                name, appearance, newLanguage, port, announced, recentAddresses, window, notices);
    }

    public Settings withPort(int newPort) {
        return new Settings(
                name, appearance, language, newPort, announced, recentAddresses, window, notices);
    }

    public Settings withAnnounced(boolean newAnnounced) {
        return new Settings(
                name, appearance, language, port, newAnnounced, recentAddresses, window, notices);
    }

    public Settings withWindow(WindowSize newWindow) {
        return new Settings(
                name, appearance, language, port, announced, recentAddresses, newWindow, notices);
    }

    public Settings withNotices(NoticeSettings newNotices) {
        return new Settings(
                name, appearance, language, port, announced, recentAddresses, window, newNotices);
    }

    /// Takes `address` from the recent ones.
    public Settings withoutRecent(String address) {
        List<String> addresses =
                recentAddresses.stream().filter(each -> !each.equals(address)).toList();
        return new Settings(
                name, appearance, language, port, announced, addresses, window, notices);
    }

    /// Puts `address` first among the recent ones.
    public Settings withRecent(String address) {
        List<String> addresses = new ArrayList<>(List.of(address));
        addresses.addAll(recentAddresses);
        return new Settings(
                name, appearance, language, port, announced, addresses, window, notices);
    }
}
