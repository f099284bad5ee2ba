package dev.hearth.socketio.engine;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// One Engine.IO packet, encoded for both transports: as a WebSocket frame (a server's frames are
/// not masked, so the same bytes serve every peer) and as a part of a polling payload. Immutable,
/// shared between connections; the buffers live on the heap or, when large, in one direct buffer,
/// and are freed by the collector.
///
/// Engine.IO protocol v4, "Packet encoding".
public final class EncodedPacket {
    static final EncodedPacket PING = text("2");
    static final EncodedPacket PONG = text("3");
    static final EncodedPacket PROBE_PONG = text("3probe");
    static final EncodedPacket NOOP = text("6");
    static final EncodedPacket CLOSE = text("1");

    /// Larger frames are not copied for each peer but shared, off the heap: from the second peer
    /// on, as such memory is dear and most large frames have but one.
    private static final int DIRECT = 16 * 1024;

    private static final int TEXT = 0x81;
    private static final int BINARY = 0x82;

    private final boolean binary;
    private final byte[] body;
    private volatile ByteBuf frame = Unpooled.EMPTY_BUFFER;
    private volatile byte[] polled = {};

    private EncodedPacket(boolean binary, byte[] body) {
        this.binary = binary;
        this.body = body;
    }

    public static EncodedPacket text(String packet) {
        return new EncodedPacket(false, packet.getBytes(StandardCharsets.UTF_8));
    }

    /// @param packet the whole packet with its type
    public static EncodedPacket text(byte[] packet) {
        return new EncodedPacket(false, packet);
    }

    public static EncodedPacket attachment(byte[] bytes, Protocol protocol) {
        return switch (protocol) {
            case V5 -> new EncodedPacket(true, bytes);
            case V4 -> new EncodedPacket(true, withType(bytes));
            case V4_BASE64 -> text("b4" + Base64.getEncoder().encodeToString(bytes));
        };
    }

    /// In Engine.IO 3 a binary packet has its type, message, as a first byte.
    private static byte[] withType(byte[] bytes) {
        byte[] packet = new byte[bytes.length + 1];
        packet[0] = 4;
        System.arraycopy(bytes, 0, packet, 1, bytes.length);
        return packet;
    }

    int size() {
        return body.length;
    }

    /// The bytes of a WebSocket frame; not to be released.
    public ByteBuf frame() {
        ByteBuf known = frame;
        if (known.isReadable() && (known.isDirect() || known.readableBytes() <= DIRECT)) {
            return known;
        }
        ByteBuf made = Unpooled.unreleasableBuffer(makeFrame(known.isReadable()));
        frame = made;
        return made;
    }

    private ByteBuf makeFrame(boolean shared) {
        int size = body.length;
        int header = size < 126 ? 2 : size < 0x1_0000 ? 4 : 10;
        ByteBuffer bytes =
                shared
                        ? ByteBuffer.allocateDirect(header + size)
                        : ByteBuffer.allocate(header + size);
        bytes.put((byte) (binary ? BINARY : TEXT));
        switch (header) {
            case 2 -> bytes.put((byte) size);
            case 4 -> bytes.put((byte) 126).putShort((short) size);
            default -> bytes.put((byte) 127).putLong(size);
        }
        return Unpooled.wrappedBuffer(bytes.put(body).flip());
    }

    /// The bytes of a part of a polling payload; not to be changed.
    public byte[] polled() {
        if (!binary) {
            return body;
        }
        byte[] known = polled;
        if (known.length == 0) {
            known =
                    ("b" + Base64.getEncoder().encodeToString(body))
                            .getBytes(StandardCharsets.US_ASCII);
            polled = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return (binary ? "binary" : "text") + " of " + body.length + " bytes";
    }
}
