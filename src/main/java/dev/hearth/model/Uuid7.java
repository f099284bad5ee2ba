package dev.hearth.model;

import java.security.SecureRandom;
import java.util.UUID;

/// UUID version 7 (RFC 9562, section 5.7): 48 bits of epoch milliseconds, the rest random.
/// Thread-safe.
final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {}

    static UUID at(long epochMillis) {
        long high = (epochMillis << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        long low = 0x8000_0000_0000_0000L | (RANDOM.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
