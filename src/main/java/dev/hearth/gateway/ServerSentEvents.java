package dev.hearth.gateway;

import dev.hearth.model.Entry;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Renamed;
import dev.hearth.protocol.EntryCodec;
import dev.hearth.socketio.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The events of a room's stream, as the HTML standard writes them ("Server-sent events"). The id
/// of each is a place in the log, so that a client that comes back says what it has. Stateless.
final class ServerSentEvents {
    static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

    /// A comment.
    static final ByteBuffer BEAT = bytes(":\n\n");

    private ServerSentEvents() {}

    /// A message is an event without a name, which pages hear as `message`; what is said of one has
    /// the name of its kind, and so has a new name of the room. Of anything else streams do not
    /// tell.
    static ByteBuffer of(Entry entry) {
        String name =
                switch (entry.payload()) {
                    case Posted _ -> "";
                    case Edited _, Deleted _, Renamed _ -> entry.kind();
                    default -> null;
                };
        return name == null ? NOTHING : event(name, entry.seq(), EntryCodec.map(entry));
    }

    /// @param name empty for a message
    /// @param id the place in the log that the client has come to
    static ByteBuffer event(String name, long id, Map<String, ?> data) {
        String type = name.isEmpty() ? "" : "event: " + name + "\n";
        return bytes("id: " + id + "\n" + type + "data: " + Json.text(data) + "\n\n");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
    }
}
