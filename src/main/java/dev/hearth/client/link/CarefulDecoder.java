package dev.hearth.client.link;

import dev.hearth.model.Limits;
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
    private static final char CONNECT = '0';
    private static final char EVENT = '2';
    private static final char ACK = '3';
    private static final int MOST_DIGITS = 4;

    /// Bytes of the attachments of one packet.
    private static final int ATTACHED = 4_000_000;

    private static final Pattern CONNECT_ERROR =
            Pattern.compile("(4(?:/[^,]*(?:,|$))?)(.*)", Pattern.DOTALL);

    private final Runnable leftOut;
    private boolean connected;
    private int attached;
    private final IOParser.Decoder decoder = new IOParser.Decoder();

    /// @param leftOut is run for each packet that is not read
    CarefulDecoder(Runnable leftOut) {
        this.leftOut = leftOut;
    }

    @Override
    public void add(String packet) {
        try {
            read(packet);
        } catch (DecodingException e) {
            leftOut.run();
            throw e;
        }
    }

    private void read(String packet) {
        String fault = PacketShape.fault(packet);
        if (!fault.isEmpty()) {
            throw new DecodingException(fault);
        }
        checkOrder(packet);
        attached = 0;
        try {
            checkAttachments(packet);
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
        attached += attachment.length;
        if (attached > ATTACHED) {
            leftOut.run();
            decoder.destroy();
            throw new DecodingException("attachments that are too large");
        }
        try {
            decoder.add(attachment);
        } catch (DecodingException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new DecodingException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void destroy() {
        decoder.destroy();
    }

    @Override
    public void onDecoded(Callback callback) {
        decoder.onDecoded(callback);
    }

    /// A server that speaks before it has let anybody in would be remembered until it does.
    private void checkOrder(String packet) {
        char type = packet.isEmpty() ? ' ' : packet.charAt(0);
        connected |= type == CONNECT;
        if (!connected && (type == EVENT || type == ACK || isBinary(packet))) {
            throw new DecodingException("an event before CONNECT");
        }
    }

    private static boolean isBinary(String packet) {
        return packet.startsWith("5") || packet.startsWith("6");
    }

    private static void checkAttachments(String packet) {
        int dash = packet.indexOf('-');
        if (isBinary(packet)
                && (dash < 2
                        || dash > MOST_DIGITS + 1
                        || Integer.parseInt(packet, 1, dash, 10) > Limits.ATTACHMENTS.value())) {
            throw new DecodingException("too many attachments");
        }
    }
}
