package dev.hearth.gateway;

/// In which words a peer reads a room.
enum ReaderKind {
    /// `text, offset`: what every client of the tutorial understands, and nothing else.
    PLAIN,
    /// Every entry, as `/hearth` says it.
    HEARTH;

    /// Whether it reads messages as they are now, not what happened to them one after the other.
    boolean isFolded() {
        return this == PLAIN;
    }
}
