package dev.hearth.socketio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A packet that a client may send. Socket.IO protocol v5, "Exchange protocol".
///
/// `id` of an event or acknowledgement is -1 when there is none.
sealed interface Packet {
    String namespace();

    record Connect(String namespace, @Nullable Object auth) implements Packet {}

    record Disconnect(String namespace) implements Packet {}

    record Event(String namespace, long id, String name, List<@Nullable Object> arguments)
            implements Packet {}

    record Acknowledgement(String namespace, long id, List<@Nullable Object> arguments)
            implements Packet {}
}
