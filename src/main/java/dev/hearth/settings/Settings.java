package dev.hearth.settings;

import java.util.ArrayList;
import java.util.List;

/// What a person chose.
///
/// @param name what others see
/// @param port where to host, 1 to 65535
/// @param recentAddresses chats joined, the latest first, as they were typed
public record Settings(
        String name,
        Appearance appearance,
        int port,
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
                DEFAULT_PORT,
                List.of(),
                new WindowSize(1100, 720),
                NoticeSettings.DEFAULTS);
    }

    public Settings withName(String newName) {
        return new Settings(newName, appearance, port, recentAddresses, window, notices);
    }

    public Settings withAppearance(Appearance newAppearance) {
        return new Settings(name, newAppearance, port, recentAddresses, window, notices);
    }

    public Settings withPort(int newPort) {
        return new Settings(name, appearance, newPort, recentAddresses, window, notices);
    }

    public Settings withWindow(WindowSize newWindow) {
        return new Settings(name, appearance, port, recentAddresses, newWindow, notices);
    }

    public Settings withNotices(NoticeSettings newNotices) {
        return new Settings(name, appearance, port, recentAddresses, window, newNotices);
    }

    /// Puts `address` first among the recent ones.
    public Settings withRecent(String address) {
        List<String> addresses = new ArrayList<>(List.of(address));
        addresses.addAll(recentAddresses);
        return new Settings(name, appearance, port, addresses, window, notices);
    }
}
