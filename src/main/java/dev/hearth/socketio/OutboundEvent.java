package dev.hearth.socketio;

import dev.hearth.socketio.engine.EncodedPacket;
import dev.hearth.socketio.engine.Protocol;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// An event ready to be sent to any number of peers: encoded once per namespace and protocol
/// version for all of them. Immutable as long as its arguments are not changed; any thread.
public final class OutboundEvent {
    /// Encodings that are kept. Clients may call a namespace by many names: the rest of them make
    /// the server work for it, and keep nothing.
    private static final int MOST_KEPT = 8;

    private final String event;
    private final List<@Nullable Object> arguments;

    /// Replaced as a whole when an encoding is added; seldom more than one is.
    private volatile List<Encoding> encodings = List.of();

    private record Encoding(String namespace, Protocol protocol, List<EncodedPacket> packets) {}

    private OutboundEvent(String event, List<@Nullable Object> arguments) {
        this.event = event;
        this.arguments = arguments;
    }

    /// @param arguments a neutral tree each, see [NamespaceHandler]
    public static OutboundEvent of(String event, @Nullable Object... arguments) {
        return new OutboundEvent(
                event, Collections.unmodifiableList(Arrays.asList(arguments.clone())));
    }

    public String event() {
        return event;
    }

    public List<@Nullable Object> arguments() {
        return arguments;
    }

    List<EncodedPacket> encode(String namespace, Protocol protocol, LongAdder count) {
        List<EncodedPacket> known = find(namespace, protocol);
        return known != null ? known : encodeOnce(namespace, protocol, count);
    }

    private synchronized List<EncodedPacket> encodeOnce(
            String namespace, Protocol protocol, LongAdder count) {
        List<EncodedPacket> known = find(namespace, protocol);
        if (known != null) {
            return known;
        }
        List<EncodedPacket> made = PacketWriter.event(namespace, event, arguments, protocol);
        count.increment();
        if (encodings.size() == MOST_KEPT) {
            return made;
        }
        List<Encoding> more = new java.util.ArrayList<>(encodings);
        more.add(new Encoding(namespace, protocol, made));
        encodings = List.copyOf(more);
        return made;
    }

    private @Nullable List<EncodedPacket> find(String namespace, Protocol protocol) {
        for (Encoding encoding : encodings) {
            if (encoding.protocol == protocol && encoding.namespace.equals(namespace)) {
                return encoding.packets;
            }
        }
        return null;
    }

    /// How often it was encoded.
    int encodings() {
        return encodings.size();
    }
}
