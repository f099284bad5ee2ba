package dev.hearth.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// What a host shows in `hello` to prove that it is the one its id names: its public key, of which
/// the id is the fingerprint, and a signature over `hearth-host-v1|ID|NONCE` with the nonce of the
/// client.
///
/// @param key 32 bytes in base64url
/// @param signature 64 bytes in base64url
public record HostProof(String key, String signature) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 32;
    private static final int KEY_CHARACTERS = 64;
    private static final int SIGNATURE_CHARACTERS = 128;
    private static final int KEY_BYTES = 32;

    /// What X.509 writes before the 32 bytes of an Ed25519 key (RFC 8410).
    private static final byte[] HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

    /// A nonce that was never used before: 256 random bits in base64url.
    public static String freshNonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return text(nonce);
    }

    /// Empty when there is no proof. One that makes no sense proves nothing.
    static Optional<HostProof> read(Map<?, ?> hello) {
        Optional<String> key = Fields.text(hello, "key", KEY_CHARACTERS);
        return key.flatMap(
                it ->
                        Fields.text(hello, "sig", SIGNATURE_CHARACTERS)
                                .map(signature -> new HostProof(it, signature)));
    }

    /// Whether the host `hostId` made this proof for `nonce`.
    public boolean proves(String hostId, String nonce) {
        try {
            byte[] raw = Base64.getUrlDecoder().decode(key);
            byte[] signed = Base64.getUrlDecoder().decode(signature);
            return raw.length == KEY_BYTES
                    && fingerprint(raw).equals(hostId)
                    && isSigned(raw, statement(hostId, nonce), signed);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isSigned(byte[] raw, String statement, byte[] signed)
            throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(HEADER, HEADER.length + raw.length);
        System.arraycopy(raw, 0, encoded, HEADER.length, raw.length);
        PublicKey key =
                KeyFactory.getInstance(HostKey.ALGORITHM)
                        .generatePublic(new X509EncodedKeySpec(encoded));
        Signature signature = Signature.getInstance(HostKey.ALGORITHM);
        signature.initVerify(key);
        signature.update(statement.getBytes(UTF_8));
        return signature.verify(signed);
    }

    /// Neither an id nor a nonce has a `|`, so no two pairs make the same text.
    static String statement(String hostId, String nonce) {
        return "hearth-host-v1|" + hostId + "|" + nonce;
    }

    static byte[] withoutHeader(byte[] encoded) {
        return Arrays.copyOfRange(encoded, HEADER.length, encoded.length);
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String fingerprint(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
