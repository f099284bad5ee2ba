package dev.hearth.protocol;

import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The keys of what a client says of itself in CONNECT.
public final class Auth {
    /// On `/hearth`: the version of its protocol that this client speaks.
    public static final String VERSION = "v";

    /// On `/hearth`: what the host has to sign to prove who it is ([HostProof]).
    public static final String NONCE = "nonce";

    /// What others see.
    public static final String NAME = "name";

    /// The same, as other plain servers call it.
    public static final String USERNAME = "username";

    /// On `/`: the public room to be in, by its name.
    public static final String ROOM = "room";

    /// Replay what came after this offset.
    public static final String SERVER_OFFSET = "serverOffset";

    /// 16 bytes at least, 96 at most.
    private static final Pattern NONCES = Pattern.compile("[A-Za-z0-9_-]{22,128}");

    private Auth() {}

    /// The version that `auth` asks for on `/hearth`; empty when it does not say, -1 when it makes
    /// no sense.
    public static OptionalLong version(@Nullable Object auth) {
        if (!(auth instanceof Map<?, ?> map) || map.get(VERSION) == null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Fields.number(map, VERSION).orElse(-1));
    }

    /// The nonce in `auth`; empty when there is none.
    ///
    /// @throws HearthException MALFORMED when it is none that can be signed
    public static Optional<String> nonce(@Nullable Object auth) {
        if (!(auth instanceof Map<?, ?> map) || map.get(NONCE) == null) {
            return Optional.empty();
        }
        return Optional.of(
                Fields.text(map, NONCE)
                        .filter(nonce -> NONCES.matcher(nonce).matches())
                        .orElseThrow(
                                () ->
                                        new HearthException(
                                                ErrorCode.MALFORMED,
                                                "A nonce has 22 to 128 characters of base64url.")));
    }
}
