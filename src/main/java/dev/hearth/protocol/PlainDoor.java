package dev.hearth.protocol;

/// The names on the wire of namespace `/`, the plain chat that every Socket.IO tutorial speaks, and
/// of what a Hearth host adds to it for those who ask for it with [#AUTH_HEARTH].
public final class PlainDoor {
    public static final String NAMESPACE = "/";

    /// `text` · `text, offset` · `text, clientOffset, ack` · `text, offset, envelope`.
    public static final String CHAT_MESSAGE = "chat message";

    /// A Hearth host's [HostGreeting], once, right after CONNECT.
    public static final String GREETING = "hearth";

    /// What others see.
    public static final String AUTH_NAME = "name";

    /// The same, as other plain servers call it.
    public static final String AUTH_USERNAME = "username";

    /// Replay what came after this offset.
    public static final String AUTH_SERVER_OFFSET = "serverOffset";

    /// A secret of the client's own: who shows it again is the same person.
    public static final String AUTH_KEY = "key";

    /// The version of Hearth's additions this client understands.
    public static final String AUTH_HEARTH = "hearth";

    /// The version of Hearth's additions to the plain door.
    public static final int VERSION = 1;

    private PlainDoor() {}
}
