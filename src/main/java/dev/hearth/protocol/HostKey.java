package dev.hearth.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// The Ed25519 key of a host, by which it proves that it is the host its id names: the id is the
/// key's fingerprint (wire.md, "Entering"). Immutable; any thread.
public final class HostKey {
    static final String ALGORITHM = "Ed25519";
    private static final String FIRST_LINE = "hearth-host-key 1";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private final PrivateKey secret;
    private final String publicKey;
    private final String id;

    private HostKey(PrivateKey secret, byte[] publicKey) {
        this.secret = secret;
        this.publicKey = HostProof.text(publicKey);
        this.id = HostProof.fingerprint(publicKey);
    }

    /// A new random key.
    public static HostKey fresh() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new HostKey(
                    pair.getPrivate(), HostProof.withoutHeader(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has Ed25519", e);
        }
    }

    /// Reads what [#text] wrote.
    ///
    /// @throws IllegalArgumentException when it is damaged, or its two halves are of two keys
    public static HostKey read(String text) {
        List<String> lines = text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
        if (lines.size() != 3 || !lines.getFirst().equals(FIRST_LINE)) {
            throw new IllegalArgumentException("no host key");
        }
        try {
            PrivateKey secret =
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(
                                            Base64.getUrlDecoder().decode(lines.getLast())));
            HostKey key = new HostKey(secret, Base64.getUrlDecoder().decode(lines.get(1)));
            if (!key.prove("").proves(key.id(), "")) {
                throw new IllegalArgumentException("the two halves are of two keys");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no host key", e);
        }
    }

    /// What is to be kept secret: three lines with the version, the public and the private half.
    public String text() {
        return String.join("\n", FIRST_LINE, publicKey, HostProof.text(secret.getEncoded()), "");
    }

    /// The id of the host: SHA-256 of the public key, 64 hex digits.
    public String id() {
        return id;
    }

    /// Whether `id` has the form of a key's fingerprint. The random ids of earlier versions do not.
    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /// Proves to the client that chose `nonce` that this is the host.
    public HostProof prove(String nonce) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(HostProof.statement(id, nonce).getBytes(UTF_8));
            return new HostProof(publicKey, HostProof.text(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("an Ed25519 key signs anything", e);
        }
    }
}
