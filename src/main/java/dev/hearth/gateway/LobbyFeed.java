package dev.hearth.gateway;

import dev.hearth.host.ChatHost;
import dev.hearth.host.HostListener;
import dev.hearth.model.Entry;
import dev.hearth.model.HearthException;
import dev.hearth.model.RoomId;
import dev.hearth.socketio.Frame;
import dev.hearth.socketio.Peer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Brings `#lobby` to every peer of `/`: the fan-out path. Confined to the host loop.
///
/// **What is ordered.** Each peer has a cursor, the sequence number of the last entry that was
/// handed to its connection. It only ever gets the entry after its cursor, so it sees the log's
/// order without gaps or repetitions, whatever happens.
///
/// **What is batched.** The entries of a turn are handed to all peers at once; a frame is made once
/// per kind of reader and encoded once; connections flush once per drain.
///
/// **Why it is safe.** A peer whose connection has much waiting (it is not writable) keeps its
/// cursor where it is and costs nothing more. When it has drained, [#pump] feeds it from the log
/// until it is full again or has caught up: replay after a reconnect, and slow readers, are this
/// one mechanism. A peer becomes writable only after it was not, so no wake-up is missed: both are
/// seen in the order of the loop.
final class LobbyFeed implements HostListener {
    private static final int PAGE = 100;

    private final ChatHost host;
    private final Map<String, Cursor> cursors = new LinkedHashMap<>();

    LobbyFeed(ChatHost host) {
        this.host = host;
    }

    @Override
    public void committed(List<Entry> entries) {
        List<EntryFrames> frames =
                entries.stream()
                        .filter(entry -> entry.room().equals(RoomId.LOBBY))
                        .map(EntryFrames::new)
                        .toList();
        if (frames.isEmpty()) {
            return;
        }
        long before = frames.getFirst().entry().seq() - 1;
        for (Cursor cursor : cursors.values()) {
            if (cursor.position == before) {
                cursor.send(frames);
            }
        }
    }

    /// Sends `peer` every entry after `after`, and the live ones from then on.
    void subscribe(Peer peer, boolean aware, long after) {
        Cursor cursor = new Cursor(peer, aware, Math.clamp(after, 0, host.lastSeq(RoomId.LOBBY)));
        cursors.put(peer.id(), cursor);
        pump(cursor);
    }

    void unsubscribe(Peer peer) {
        cursors.remove(peer.id());
    }

    /// Sends `frame` to all who understand more than the plain chat.
    void tell(Frame frame) {
        for (Cursor cursor : cursors.values()) {
            if (cursor.aware) {
                cursor.peer.emit(frame);
            }
        }
    }

    /// `peer` can take more.
    void pump(Peer peer) {
        pump(cursors.get(peer.id()));
    }

    private void pump(@Nullable Cursor cursor) {
        try {
            feed(cursor);
        } catch (HearthException e) {
            // What cannot be read now may be when it comes again; a gap it must never see.
            if (cursor != null) {
                cursor.peer.disconnect(e.code().wire());
            }
        }
    }

    private void feed(@Nullable Cursor cursor) {
        while (cursor != null
                && cursor.position < host.lastSeq(RoomId.LOBBY)
                && cursor.peer.isWritable()) {
            List<EntryFrames> page =
                    host.after(RoomId.LOBBY, cursor.position, PAGE).stream()
                            .map(EntryFrames::new)
                            .toList();
            cursor.send(page);
        }
    }

    private static final class Cursor {
        private final Peer peer;
        private final boolean aware;
        private long position;

        Cursor(Peer peer, boolean aware, long position) {
            this.peer = peer;
            this.aware = aware;
            this.position = position;
        }

        /// `frames` follow on the cursor; as many as the connection takes.
        void send(List<EntryFrames> frames) {
            for (EntryFrames frame : frames) {
                if (!peer.isWritable()) {
                    return;
                }
                if (frame.isPost()) {
                    peer.emit(frame.forPeer(aware));
                }
                position = frame.entry().seq();
            }
        }
    }
}
