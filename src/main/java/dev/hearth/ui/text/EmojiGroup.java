package dev.hearth.ui.text;

/// The groups of Unicode's charts, in their order.
public enum EmojiGroup {
    SMILEYS,
    PEOPLE,
    NATURE,
    FOOD,
    TRAVEL,
    ACTIVITIES,
    OBJECTS,
    SYMBOLS,
    FLAGS,
    /// Skin colours and what newer emoji replace: drawn, not offered.
    PARTS
}
