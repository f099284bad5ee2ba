package dev.hearth.socketio;

import dev.hearth.socketio.engine.Protocol;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts the Engine.IO messages of one connection together to Socket.IO packets. Confined to the
/// connection's event loop. Socket.IO protocol v5, "Packet encoding" and "Packet reconstruction".
final class PacketReader {
    private static final Set<String> RESERVED =
            Set.of(
                    "connect",
                    "connect_error",
                    "disconnect",
                    "disconnecting",
                    "newListener",
                    "removeListener");

    /// What the payload of a packet may hold.
    @FunctionalInterface
    interface Rules {
        /// @throws BadPacket packets of this type are not taken for that namespace now
        PayloadRules of(PacketHeader header) throws BadPacket;
    }

    /// @param attachments of one packet
    /// @param attachedBytes of all attachments of one packet
    /// @param tree bytes of memory that the payload of one packet may take
    record Bounds(int attachments, long attachedBytes, long tree) {}

    private final Protocol protocol;
    private final Bounds bounds;
    private final Rules rules;
    private @Nullable PacketHeader waiting;

    /// The payload of [#waiting], which is not decoded before its attachments are here.
    private byte[] undecoded = {};

    private final List<byte[]> attachments = new ArrayList<>();
    private long attachedBytes;
    private int unwanted;
    private long weight;

    PacketReader(Protocol protocol, Bounds bounds, Rules rules) {
        this.protocol = protocol;
        this.bounds = bounds;
        this.rules = rules;
    }

    /// @return null when attachments are still to come
    @Nullable Packet text(byte[] bytes, int from, int to) throws BadPacket {
        if (waiting != null || unwanted > 0) {
            throw new BadPacket("text instead of an attachment");
        }
        PacketHeader header = PacketHeader.read(bytes, from, to);
        if (header.attachments() > bounds.attachments()) {
            throw new BadPacket("too many attachments");
        }
        PayloadRules wanted = rules.of(header);
        boolean hasPayload = header.payload() < to;
        if (header.attachments() > 0) {
            if (!hasPayload || bytes[header.payload()] != '[') {
                throw new BadPacket("invalid payload");
            }
            if (wanted.binary()) {
                waiting = header;
                undecoded = Arrays.copyOfRange(bytes, header.payload(), to);
                return null;
            }
            unwanted = header.attachments();
        }
        weight = 0;
        Object payload = hasPayload ? read(bytes, header.payload(), to, wanted) : null;
        return packet(header, hasPayload, payload);
    }

    private @Nullable Object read(byte[] bytes, int from, int to, PayloadRules wanted)
            throws BadPacket {
        Json.Read read = Json.read(bytes, from, to, wanted.maxDepth(), bounds.tree());
        weight += read.cost();
        return read.value();
    }

    /// @return null when more attachments are still to come, or this is not wanted
    @Nullable Packet binary(byte[] bytes) throws BadPacket {
        if (unwanted > 0) {
            unwanted--;
            return null;
        }
        PacketHeader header = waiting;
        if (header == null) {
            throw new BadPacket("attachment without a packet");
        }
        attachedBytes += bytes.length;
        if (attachedBytes > bounds.attachedBytes()) {
            throw new BadPacket("attachments too large");
        }
        attachments.add(bytes);
        if (attachments.size() < header.attachments()) {
            return null;
        }
        weight = attachedBytes;
        Object payload = read(undecoded, 0, undecoded.length, rules.of(header));
        Placeholders.fill(payload, attachments);
        forget();
        return packet(header, true, payload);
    }

    /// Bytes of memory that the last packet takes, about.
    long weight() {
        return weight;
    }

    /// Bytes that are kept of a packet whose attachments are not all here.
    long held() {
        return undecoded.length + attachedBytes;
    }

    /// Whether attachments are still to come.
    boolean isUnfinished() {
        return waiting != null || unwanted > 0;
    }

    /// Drops what was half received.
    void forget() {
        waiting = null;
        undecoded = new byte[0];
        attachments.clear();
        attachedBytes = 0;
        unwanted = 0;
    }

    private Packet packet(PacketHeader header, boolean hasPayload, @Nullable Object payload)
            throws BadPacket {
        String namespace = header.namespace();
        if (header.id() >= 0 && header.type() <= PacketHeader.DISCONNECT) {
            throw new BadPacket("id without a meaning");
        }
        return switch (header.type()) {
            case PacketHeader.CONNECT -> connect(namespace, hasPayload, payload);
            case PacketHeader.DISCONNECT -> {
                if (hasPayload) {
                    throw new BadPacket("invalid payload");
                }
                yield new Packet.Disconnect(namespace);
            }
            case PacketHeader.EVENT, PacketHeader.BINARY_EVENT ->
                    event(namespace, header.id(), payload);
            case PacketHeader.ACK, PacketHeader.BINARY_ACK -> {
                if (header.id() < 0) {
                    throw new BadPacket("acknowledgement without id");
                }
                yield new Packet.Acknowledgement(namespace, header.id(), list(payload));
            }
            default -> throw new BadPacket("unexpected packet type");
        };
    }

    private Packet connect(String namespace, boolean hasPayload, @Nullable Object payload)
            throws BadPacket {
        if (protocol.isLegacy()) {
            int query = namespace.indexOf('?');
            return query < 0
                    ? new Packet.Connect(namespace, null)
                    : new Packet.Connect(
                            namespace.substring(0, query), query(namespace, query + 1));
        }
        if (hasPayload && !(payload instanceof Map)) {
            throw new BadPacket("invalid payload");
        }
        return new Packet.Connect(namespace, payload);
    }

    /// Clients 2 have no auth payload; what they have to say stands in the namespace.
    private static Map<String, String> query(String namespace, int from) throws BadPacket {
        Map<String, String> map = new LinkedHashMap<>();
        try {
            for (String pair : namespace.substring(from).split("&", 100)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                map.put(
                        URLDecoder.decode(name, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException e) {
            throw new BadPacket("invalid namespace");
        }
        return map;
    }

    private static Packet event(String namespace, long id, @Nullable Object payload)
            throws BadPacket {
        List<@Nullable Object> list = list(payload);
        Object first = list.isEmpty() ? null : list.getFirst();
        if (!(first instanceof String || first instanceof Number)) {
            throw new BadPacket("invalid payload");
        }
        String name = first.toString();
        if (RESERVED.contains(name)) {
            throw new BadPacket("reserved event name");
        }
        return new Packet.Event(namespace, id, name, list.subList(1, list.size()));
    }

    @SuppressWarnings("unchecked") // lists come from Json, whose elements are Objects
    private static List<@Nullable Object> list(@Nullable Object payload) throws BadPacket {
        if (payload instanceof List<?> list) {
            return (List<@Nullable Object>) list;
        }
        throw new BadPacket("invalid payload");
    }
}
