package dev.hearth.gateway;

import dev.hearth.model.PersonId;
import dev.hearth.socketio.OutboundEvent;
import dev.hearth.socketio.Peer;
import java.util.function.BiPredicate;

/// A peer of a namespace, which is sent rooms in the words of `kind`.
record PeerReader(Peer peer, ReaderKind kind) implements RoomReader {
    @Override
    public String id() {
        return peer.id();
    }

    @Override
    public boolean isFolded() {
        return kind.isFolded();
    }

    @Override
    public boolean isWritable() {
        return peer.isWritable();
    }

    @Override
    public void take(EntryFrames frames, BiPredicate<String, PersonId> isOthers) {
        OutboundEvent frame = frames.forReader(kind, isOthers);
        if (frame != null) {
            peer.emit(frame);
        }
    }

    @Override
    public void cutOff(String reason) {
        peer.disconnect(reason);
    }
}
