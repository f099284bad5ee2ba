package dev.hearth.client;

import io.socket.parser.DecodingException;
import io.socket.parser.IOParser;
import io.socket.parser.Parser;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.json.JSONException;
import org.json.JSONObject;
import org.json.JSONTokener;

/// The library's decoder of packets, for servers that mean no good: it reads nested JSON by
/// recursion, and lets exceptions escape, on the thread that serves every chat of this program. And
/// for servers that say no in a text where Node's say it in an object (python-socketio,
/// netty-socketio): the library drops that packet, and the client waits for ever. Confined to the
/// library's event thread.
final class CarefulDecoder implements Parser.Decoder {
    /// Deeper than anything that a chat says.
    private static final int DEEPEST = 64;

    private static final Pattern CONNECT_ERROR =
            Pattern.compile("(4(?:/[^,]*(?:,|$))?)(.*)", Pattern.DOTALL);

    private final IOParser.Decoder decoder = new IOParser.Decoder();

    @Override
    public void add(String packet) {
        if (isDeeperThan(DEEPEST, packet)) {
            throw new DecodingException("nested too deeply");
        }
        try {
            decoder.add(withReason(packet));
        } catch (RuntimeException e) {
            // Numbers out of range, say. The library takes this kind alone as the server's fault.
            throw new DecodingException(String.valueOf(e.getMessage()));
        }
    }

    /// A CONNECT_ERROR whose reason is in an object, as the library wants it; any other packet as
    /// it is.
    private static String withReason(String packet) {
        Matcher error = CONNECT_ERROR.matcher(packet);
        if (!error.matches() || error.group(2).startsWith("{")) {
            return packet;
        }
        String head = error.group(1);
        return (head.length() == 1 || head.endsWith(",") ? head : head + ",")
                + new JSONObject().put("message", reason(error.group(2)));
    }

    private static String reason(String json) {
        try {
            return json.startsWith("\"")
                    ? String.valueOf(new JSONTokener(json).nextValue())
                    : json.equals("null") ? "" : json;
        } catch (JSONException _) {
            return json;
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
