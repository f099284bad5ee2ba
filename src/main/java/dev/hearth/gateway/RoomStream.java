package dev.hearth.gateway;

import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import dev.hearth.socketio.http.ResponseStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.BiPredicate;

/// Somebody who reads a room over HTTP.
record RoomStream(String id, RoomId room, ResponseStream to) implements RoomReader {
    /// Edits and deletions are events of their own.
    @Override
    public boolean isFolded() {
        return false;
    }

    @Override
    public boolean isWritable() {
        return to.isWritable();
    }

    @Override
    public void take(EntryFrames frames, BiPredicate<String, PersonId> isOthers) {
        ByteBuffer event = frames.forStream();
        if (event.hasRemaining()) {
            to.send(event);
        }
    }

    /// The client comes again by itself and says what it has.
    @Override
    public void cutOff(String reason) {
        to.end();
    }

    /// Says that there is nothing to come back for.
    void close(long at) {
        to.send(ServerSentEvents.event("ended", at, Map.of()));
        to.end();
    }
}
