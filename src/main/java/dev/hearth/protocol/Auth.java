package dev.hearth.protocol;

/// The keys of what a client says of itself in CONNECT on namespace `/`.
public final class Auth {
    /// What others see.
    public static final String NAME = "name";

    /// The same, as other plain servers call it.
    public static final String USERNAME = "username";

    /// Replay what came after this offset.
    public static final String SERVER_OFFSET = "serverOffset";

    /// The version of Hearth's additions that this client understands: [Events#VERSION].
    public static final String HEARTH = "hearth";

    /// A secret that the client makes up: who shows it again is the same person again.
    public static final String KEY = "key";

    private Auth() {}
}
