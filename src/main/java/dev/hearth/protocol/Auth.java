package dev.hearth.protocol;

import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The keys of what a client says of itself in CONNECT.
public final class Auth {
    /// On `/hearth`: the version of its protocol that this client speaks.
    public static final String VERSION = "v";

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

    /// The version that `auth` asks for on `/hearth`; empty when it does not say, -1 when it makes
    /// no sense.
    public static OptionalLong version(@Nullable Object auth) {
        if (!(auth instanceof Map<?, ?> map) || map.get(VERSION) == null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Fields.number(map, VERSION).orElse(-1));
    }
}
