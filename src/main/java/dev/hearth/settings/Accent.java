package dev.hearth.settings;

/// The colour of what is chosen, can be pressed, or is one's own.
public enum Accent {
    EMBER,
    ROSE,
    VIOLET,
    BLUE,
    TEAL,
    GREEN
}
