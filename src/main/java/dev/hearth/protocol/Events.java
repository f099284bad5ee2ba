package dev.hearth.protocol;

/// The names of events, and of the keys of their payloads, on the wire.
public final class Events {
    /// A message, in either direction.
    public static final String CHAT_MESSAGE = "chat message";

    /// From a Hearth host, first thing, to a client that said it understands Hearth.
    public static final String HEARTH = "hearth";

    /// From a Hearth host to the same clients when the chat ends; the connection closes next.
    public static final String BYE = "bye";

    /// The version of what [#HEARTH] announces.
    public static final int VERSION = 1;

    private Events() {}
}
