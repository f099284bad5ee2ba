package dev.hearth.socketio;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// A WebSocket by hand (RFC 6455), which may break every rule of it.
final class WebSocketClient extends RawSocket {
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int FIN = 0x80;

    private WebSocketClient(int port) throws IOException {
        super(port);
    }

    /// Opens a session and takes its handshake packet.
    static WebSocketClient open(int port) throws IOException {
        WebSocketClient client = connect(port, "EIO=4&transport=websocket");
        String open = client.next();
        if (!open.startsWith("0{")) {
            throw new IOException("no handshake: " + open);
        }
        return client;
    }

    /// Opens a session and connects to `/`.
    static WebSocketClient joined(int port) throws IOException {
        WebSocketClient client = open(port);
        client.text("40");
        String answer = client.next();
        if (!answer.startsWith("40{")) {
            throw new IOException("not connected: " + answer);
        }
        return client;
    }

    static WebSocketClient connect(int port, String query, String... headers) throws IOException {
        WebSocketClient client = new WebSocketClient(port);
        Response response = client.shake(query, headers);
        if (response.status() != 101) {
            client.close();
            throw new IOException("status " + response.status() + " " + response.body());
        }
        return client;
    }

    private Response shake(String query, String... headers) throws IOException {
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 4, headers.length);
        all[0] = "Connection: Upgrade";
        all[1] = "Upgrade: websocket";
        all[2] = "Sec-WebSocket-Version: 13";
        all[3] = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
        return exchange("GET", "/socket.io/?" + query, "", all);
    }

    void text(String text) throws IOException {
        frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8), true);
    }

    void binary(byte[] bytes) throws IOException {
        frame(FIN | BINARY, bytes, true);
    }

    /// @param first FIN, RSV and opcode
    void frame(int first, byte[] payload, boolean masked) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(first);
        int mask = masked ? 0x80 : 0;
        if (payload.length < 126) {
            out.write(mask | payload.length);
        } else if (payload.length < 0x1_0000) {
            out.write(mask | 126);
            out.writeShort(payload.length);
        } else {
            out.write(mask | 127);
            out.writeLong(payload.length);
        }
        if (masked) {
            out.writeInt(0); // a mask of zeros changes nothing
        }
        out.write(payload);
        send(bytes.toByteArray());
    }

    /// The next message but pings of the server, which it answers: a text, `binary` and hex,
    /// `close` and the code, `pong` and text, or `end`.
    String next() throws IOException {
        String message = frame();
        while (message.equals("2")) {
            text("3");
            message = frame();
        }
        return message;
    }

    String frame() throws IOException {
        try {
            int first = in.readUnsignedByte();
            int length = in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = (int) in.readLong();
            }
            byte[] payload = in.readNBytes(length);
            return switch (first & 0x0f) {
                case TEXT -> new String(payload, StandardCharsets.UTF_8);
                case BINARY -> "binary " + HexFormat.of().formatHex(payload);
                case CLOSE ->
                        "close "
                                + (length < 2
                                        ? 1005
                                        : ((payload[0] & 0xff) << 8) | (payload[1] & 0xff));
                default -> "pong " + new String(payload, StandardCharsets.UTF_8);
            };
        } catch (EOFException | SocketException e) {
            return "end";
        }
    }

    /// Whether nothing but pings comes until the end of the connection.
    String nextUntilEnd() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String message = frame(); !message.equals("end"); message = frame()) {
            if (!message.equals("2")) {
                all.append(all.isEmpty() ? "" : "|").append(message);
            }
        }
        return all.toString();
    }
}
