package dev.hearth.client;

import io.socket.parser.DecodingException;
import io.socket.parser.IOParser;
import io.socket.parser.Parser;

/// The library's decoder of packets, for servers that mean no good: it reads nested JSON by
/// recursion, and lets exceptions escape, on the thread that serves every chat of this program.
/// Confined to the library's event thread.
final class CarefulDecoder implements Parser.Decoder {
    /// Deeper than anything that a chat says.
    private static final int DEEPEST = 64;

    private final IOParser.Decoder decoder = new IOParser.Decoder();

    @Override
    public void add(String packet) {
        if (isDeeperThan(DEEPEST, packet)) {
            throw new DecodingException("nested too deeply");
        }
        try {
            decoder.add(packet);
        } catch (RuntimeException e) {
            // Numbers out of range, say. The library takes this kind alone as the server's fault.
            throw new DecodingException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void add(byte[] attachment) {
        decoder.add(attachment);
    }

    @Override
    public void destroy() {
        decoder.destroy();
    }

    @Override
    public void onDecoded(Callback callback) {
        decoder.onDecoded(callback);
    }

    private static boolean isDeeperThan(int limit, String json) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '[' || c == '{')) {
                depth++;
                if (depth > limit) {
                    return true;
                }
            } else if (!quoted && (c == ']' || c == '}')) {
                depth--;
            }
        }
        return false;
    }
}
