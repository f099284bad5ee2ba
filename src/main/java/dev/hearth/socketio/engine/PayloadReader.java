package dev.hearth.socketio.engine;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Walks over the packets of a polling request. Engine.IO protocol v4, "HTTP long-polling", packet
/// encoding.
final class PayloadReader {
    private static final byte SEPARATOR = 0x1e;

    private final byte[] bytes;
    private int from;
    private int to = -1;
    private boolean bad;
    private byte @Nullable [] attachment;

    PayloadReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Steps to the next packet.
    boolean next() {
        from = to + 1;
        if (bad || from > bytes.length) {
            return false;
        }
        to = from;
        while (to < bytes.length && bytes[to] != SEPARATOR) {
            to++;
        }
        attachment = isBinary() ? decode(bytes, from + 1, to) : null;
        bad = from == to || (isBinary() && attachment == null) || !isKnown(bytes[from]);
        return true;
    }

    /// Steps back to before this packet.
    void back() {
        to = from - 1;
        bad = false;
    }

    boolean isBinary() {
        return from < to && bytes[from] == 'b';
    }

    private static boolean isKnown(byte type) {
        return (type >= '0' && type <= '6') || type == 'b';
    }

    /// Whether this packet, then the last, is none.
    boolean isBad() {
        return bad;
    }

    byte[] attachment() {
        return attachment == null ? new byte[0] : attachment;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /// The Java client breaks the lines of its Base64, as in mails.
    private static byte[] withoutLineBreaks(byte[] bytes, int from, int to) {
        byte[] kept = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] != '\n' && bytes[i] != '\r') {
                kept[length++] = bytes[i];
            }
        }
        return length == kept.length ? kept : Arrays.copyOf(kept, length);
    }

    static byte @Nullable [] decode(byte[] bytes, int from, int to) {
        try {
            return Base64.getDecoder().decode(withoutLineBreaks(bytes, from, to));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
