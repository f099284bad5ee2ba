package dev.hearth.socketio;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hearth.socketio.engine.EncodedPacket;
import dev.hearth.socketio.engine.Protocol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Encodes the Socket.IO packets that a server sends, each to one Engine.IO packet and one more for
/// each attachment. Socket.IO protocol v5, "Packet encoding".
final class PacketWriter {
    /// The Engine.IO type `message`.
    private static final char MESSAGE = '4';

    private PacketWriter() {}

    static List<EncodedPacket> connect(String namespace, String id, Protocol protocol) {
        String payload = protocol.isLegacy() ? "" : "{\"sid\":\"" + id + "\"}";
        return List.of(EncodedPacket.text(head(PacketHeader.CONNECT, namespace) + payload));
    }

    static List<EncodedPacket> connectError(
            String namespace, ConnectAnswer.Refuse refusal, Protocol protocol) {
        Object payload;
        if (protocol.isLegacy()) {
            payload = refusal.data() == null ? refusal.message() : refusal.data();
        } else if (refusal.data() == null) {
            payload = Map.of("message", refusal.message());
        } else {
            Map<String, Object> map = new java.util.LinkedHashMap<>();
            map.put("message", refusal.message());
            map.put("data", refusal.data());
            payload = map;
        }
        return List.of(
                EncodedPacket.text(
                        head(PacketHeader.CONNECT_ERROR, namespace) + Json.text(payload)));
    }

    static List<EncodedPacket> disconnect(String namespace) {
        return List.of(EncodedPacket.text(head(PacketHeader.DISCONNECT, namespace)));
    }

    static List<EncodedPacket> event(
            String namespace, String name, List<@Nullable Object> arguments, Protocol protocol) {
        List<@Nullable Object> payload = new ArrayList<>(arguments.size() + 1);
        payload.add(name);
        payload.addAll(arguments);
        return encode(
                PacketHeader.EVENT, PacketHeader.BINARY_EVENT, namespace, "", payload, protocol);
    }

    static List<EncodedPacket> ack(
            String namespace, long id, List<@Nullable Object> arguments, Protocol protocol) {
        String number = Long.toString(id);
        return encode(
                PacketHeader.ACK, PacketHeader.BINARY_ACK, namespace, number, arguments, protocol);
    }

    private static String head(int type, String namespace) {
        return "" + MESSAGE + type + prefix(namespace);
    }

    private static String prefix(String namespace) {
        return namespace.equals("/") ? "" : namespace + ",";
    }

    private static List<EncodedPacket> encode(
            int type,
            int binaryType,
            String namespace,
            String id,
            List<@Nullable Object> payload,
            Protocol protocol) {
        if (!Placeholders.hasBinary(payload)) {
            return List.of(json(head(type, namespace) + id, payload));
        }
        List<byte[]> attachments = new ArrayList<>();
        Object tree = Placeholders.extract(payload, attachments);
        String head = "" + MESSAGE + binaryType + attachments.size() + "-" + prefix(namespace);
        List<EncodedPacket> packets = new ArrayList<>(attachments.size() + 1);
        packets.add(json(head + id, tree));
        for (byte[] attachment : attachments) {
            packets.add(EncodedPacket.attachment(attachment, protocol));
        }
        return List.copyOf(packets);
    }

    private static EncodedPacket json(String head, @Nullable Object payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            try (JsonGenerator generator = Json.generator(out)) {
                Json.write(generator, payload);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return EncodedPacket.text(out.toByteArray());
    }
}
