package dev.hearth.settings;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/// What a person chose.
///
/// @param name what others see
/// @param port where chats are hosted
/// @param recentAddresses chats joined, the latest first, as they were typed
public record Settings(
        String name, Theme theme, List<String> recentAddresses, WindowSize window, int port) {
    private static final int MOST_RECENT = 10;

    /// Which colours the window has.
    public enum Theme {
        LIGHT,
        DARK,
        SYSTEM
    }

    /// How large the window is, in JavaFX pixels.
    public record WindowSize(int width, int height) {
        /// Small enough for any screen, and never so small that nothing shows.
        public WindowSize {
            width = Math.clamp(width, 320, 16_000);
            height = Math.clamp(height, 240, 16_000);
        }
    }

    public Settings {
        requireNonNull(name);
        requireNonNull(theme);
        requireNonNull(window);
        recentAddresses = recentAddresses.stream().distinct().limit(MOST_RECENT).toList();
    }

    /// What holds before anything was chosen.
    public static Settings defaults() {
        return new Settings(
                System.getProperty("user.name", "").strip(),
                Theme.SYSTEM,
                List.of(),
                new WindowSize(1100, 720),
                3000);
    }

    public Settings withName(String newName) {
        return new Settings(newName, theme, recentAddresses, window, port);
    }

    public Settings withTheme(Theme newTheme) {
        return new Settings(name, newTheme, recentAddresses, window, port);
    }

    public Settings withWindow(WindowSize newWindow) {
        return new Settings(name, theme, recentAddresses, newWindow, port);
    }

    public Settings withPort(int newPort) {
        return new Settings(name, theme, recentAddresses, window, newPort);
    }

    /// Puts `address` first among the recent ones.
    public Settings withRecent(String address) {
        List<String> addresses = new ArrayList<>(List.of(address));
        addresses.addAll(recentAddresses);
        return new Settings(name, theme, addresses, window, port);
    }
}
