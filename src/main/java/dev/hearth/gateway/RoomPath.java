package dev.hearth.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The name of a room as it stands in an address. Stateless.
final class RoomPath {
    private RoomPath() {}

    /// `encoded` with each `%41` as the byte it stands for, in UTF-8; a `%` without two digits
    /// behind it is itself.
    static String decoded(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(bytes.length);
        for (int at = 0; at < bytes.length; at++) {
            int value = bytes[at] == '%' && at + 2 < bytes.length ? value(bytes, at + 1) : -1;
            out.write(value < 0 ? bytes[at] : value);
            at += value < 0 ? 0 : 2;
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /// @return -1 where these are not two hexadecimal digits
    private static int value(byte[] bytes, int at) {
        int high = Character.digit(bytes[at], 16);
        int low = Character.digit(bytes[at + 1], 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }
}
