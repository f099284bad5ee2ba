package dev.hearth.ui.kit;

import java.util.List;

/// What the windows remember of a person, kept by whoever starts them. FX thread only; a write
/// returns at once and is saved behind the scenes.
public interface Preferences {
    /// The name used last; empty on the first start.
    String name();

    void rememberName(String name);

    ThemeChoice theme();

    void rememberTheme(ThemeChoice theme);

    /// The port to host on.
    int port();

    void rememberPort(int port);

    /// Addresses joined before, the latest first.
    List<String> recentAddresses();

    /// Puts `address` first among the recent ones.
    void rememberAddress(String address);
}
