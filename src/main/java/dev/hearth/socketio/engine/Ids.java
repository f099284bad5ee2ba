package dev.hearth.socketio.engine;

import java.security.SecureRandom;
import java.util.Base64;

/// Ids that cannot be guessed: 120 random bits as 20 characters.
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static String random() {
        byte[] bytes = new byte[15];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
