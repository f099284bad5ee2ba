package dev.hearth.settings;

/// How the window looks: light, dark, or as the system does.
public enum ThemeChoice {
    LIGHT,
    DARK,
    SYSTEM
}
