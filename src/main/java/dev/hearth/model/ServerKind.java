package dev.hearth.model;

/// What kind of server a chat is on, and so what it can promise.
public enum ServerKind {
    /// A Hearth host.
    HEARTH,
    /// A plain Socket.IO chat that echoes messages and acknowledges nothing (steps 4 to 6 of the
    /// tutorial).
    PLAIN_ECHO,
    /// A plain Socket.IO chat that numbers its messages and acknowledges them (steps 7 to 9 of the
    /// tutorial).
    PLAIN_ACKNOWLEDGING
}
