package dev.hearth.socketio;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    /// How much larger than its text a tree is, where someone makes it so (`{},{},{},…`), about.
    private static final long TREE = 8;

    private final Protocol protocol;
    private final int maxAttachments;
    private final long maxBytes;
    private @Nullable PacketHeader waiting;
    private @Nullable Object waitingPayload;
    private final List<byte[]> attachments = new ArrayList<>();
    private long attachedBytes;
    private long weight;

    /// @param maxBytes of all attachments of one packet
    PacketReader(Protocol protocol, int maxAttachments, long maxBytes) {
        this.protocol = protocol;
        this.maxAttachments = maxAttachments;
        this.maxBytes = maxBytes;
    }

    /// @return null when attachments are still to come
    @Nullable Packet text(byte[] bytes, int from, int to) throws BadPacket {
        if (waiting != null) {
            throw new BadPacket("text instead of an attachment");
        }
        PacketHeader header = PacketHeader.read(bytes, from, to);
        weight = TREE * ((long) to - from);
        Object payload = null;
        boolean hasPayload = header.payload() < to;
        if (hasPayload) {
            payload = Json.read(bytes, header.payload(), to);
        }
        if (header.attachments() > maxAttachments) {
            throw new BadPacket("too many attachments");
        }
        if (header.attachments() > 0) {
            if (!(payload instanceof List)) {
                throw new BadPacket("invalid payload");
            }
            waiting = header;
            waitingPayload = payload;
            return null;
        }
        return packet(header, hasPayload, payload);
    }

    /// @return null when more attachments are still to come
    @Nullable Packet binary(byte[] bytes) throws BadPacket {
        PacketHeader header = waiting;
        if (header == null) {
            throw new BadPacket("attachment without a packet");
        }
        attachedBytes += bytes.length;
        weight += bytes.length;
        if (attachedBytes > maxBytes) {
            throw new BadPacket("attachments too large");
        }
        attachments.add(bytes);
        if (attachments.size() < header.attachments()) {
            return null;
        }
        Object payload = Placeholders.fill(waitingPayload, attachments);
        forget();
        return packet(header, true, payload);
    }

    /// Bytes of memory that the last packet takes, about.
    long weight() {
        return weight;
    }

    /// Drops what was half received.
    void forget() {
        waiting = null;
        waitingPayload = null;
        attachments.clear();
        attachedBytes = 0;
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
