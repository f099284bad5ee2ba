package dev.hearth.ui.search;

/// What the person waits for.
enum Progress {
    NOTHING,
    SEARCHING,
    /// Older messages are being loaded, up to the one that was chosen.
    GOING
}
