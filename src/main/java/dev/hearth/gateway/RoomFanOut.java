package dev.hearth.gateway;

import dev.hearth.gateway.Pages.Page;
import dev.hearth.gateway.Pages.Place;
import dev.hearth.host.ChatHost;
import dev.hearth.host.HostState;
import dev.hearth.model.Entry;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.RoomId;
import dev.hearth.socketio.OutboundEvent;
import dev.hearth.socketio.Peer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Brings rooms to the peers of all namespaces, and to streams: the fan-out path. Confined to the
/// host loop.
///
/// **What is ordered.** A peer has a cursor in each room it follows: the sequence number of the
/// last entry that was handed to its connection. It only ever gets the entry after its cursor, so
/// it sees the log's order without gaps or repetitions, whatever happens.
///
/// **What is batched.** The entries of a turn are handed to all peers at once; a frame is made once
/// per kind of reader and encoded once; connections flush once per drain.
///
/// **Who is behind.** A peer whose connection has much waiting (it is not writable) keeps its
/// cursors where they are and costs nothing more. When it has drained, it is fed from the log until
/// it is full again or has caught up: replay after a reconnect, and slow readers, are this one
/// mechanism. The log is read beside the loop ([Pages]), one page per peer at a time and from its
/// rooms in turn, and each page is one step of the loop: however many peers are however far behind,
/// what is said now comes between. A page goes out as a whole; a connection is therefore never owed
/// more than its high water mark and a page.
///
/// **Why it is safe.** A cursor is behind exactly while its room is in its reader's queue or is
/// being read for it, and only what follows on a cursor moves it: an entry that is committed while
/// a page is on its way is passed over and comes with a later page. A peer becomes writable only
/// after it was not, so no wake-up is missed: both are seen in the order of the loop.
final class RoomFanOut {
    private final ChatHost host;
    private final Pages pages;
    private final Map<String, Reader> readers = new LinkedHashMap<>();
    private final Map<RoomId, Map<String, Cursor>> rooms = new HashMap<>();

    RoomFanOut(ChatHost host, Pages pages) {
        this.host = host;
        this.pages = pages;
    }

    /// The entries of one turn, of any rooms, in order.
    void committed(HostState state, List<Entry> entries) {
        for (Entry entry : entries) {
            pages.committed(entry);
            Map<String, Cursor> cursors = rooms.getOrDefault(entry.room(), Map.of());
            if (!cursors.isEmpty()) {
                EntryFrames frames = EntryFrames.of(entry);
                cursors.values().forEach(cursor -> cursor.live(state, frames));
            }
        }
    }

    /// Sends `peer` every entry of `room` after `after`, and the live ones from then on.
    void follow(HostState state, Peer peer, ReaderKind kind, RoomId room, long after) {
        follow(state, new PeerReader(peer, kind), room, after);
    }

    /// Sends `to` every entry of `room` after `after`, and the live ones from then on.
    void follow(HostState state, RoomReader to, RoomId room, long after) {
        Reader reader = readers.computeIfAbsent(to.id(), _ -> new Reader(to));
        Cursor cursor = new Cursor(reader, room, Math.clamp(after, 0, host.lastSeq(room)));
        reader.cursors.put(room, cursor);
        follow(cursor);
        cursor.queueIfBehind();
        reader.pump(state);
    }

    private void follow(Cursor cursor) {
        rooms.computeIfAbsent(cursor.room, _ -> new LinkedHashMap<>())
                .put(cursor.reader.to.id(), cursor);
    }

    /// Lets a peer that still is sent entries of `room` have those that come as well.
    ///
    /// @return false when it is sent none, and has to [#follow] the room
    boolean goOn(Peer peer, RoomId room) {
        Reader reader = readers.get(peer.id());
        Cursor cursor = reader == null ? null : reader.cursors.get(room);
        if (cursor == null) {
            return false;
        }
        cursor.last = Long.MAX_VALUE;
        cursor.then = null;
        follow(cursor);
        return true;
    }

    /// Whether `peer` is sent entries of `room`; also while it gets the last ones.
    boolean isFollowing(Peer peer, RoomId room) {
        Reader reader = readers.get(peer.id());
        return reader != null && reader.cursors.containsKey(room);
    }

    /// Sends `frame` to the peers of `kind` that follow `room`.
    void tell(RoomId room, ReaderKind kind, Predicate<Peer> whom, OutboundEvent frame) {
        for (Cursor cursor : rooms.getOrDefault(room, Map.of()).values()) {
            if (cursor.reader.to instanceof PeerReader(Peer peer, ReaderKind its)
                    && its == kind
                    && whom.test(peer)) {
                peer.emit(frame);
            }
        }
    }

    /// Sends `peer` the entries that `room` has now and none that come later.
    ///
    /// @param then is told after the last of them
    void end(HostState state, Peer peer, RoomId room, Consumer<HostState> then) {
        end(state, peer.id(), room, then);
    }

    /// The same for the reader of this id.
    void end(HostState state, String id, RoomId room, Consumer<HostState> then) {
        Reader reader = readers.get(id);
        Cursor cursor = reader == null ? null : reader.cursors.get(room);
        if (cursor == null) {
            then.accept(state);
            return;
        }
        leaveRoom(id, room);
        cursor.last = host.lastSeq(room);
        cursor.then = then;
        cursor.endIfThere(state);
    }

    /// `peer` has gone.
    void forget(Peer peer) {
        forget(peer.id());
    }

    /// The reader of this id has gone.
    void forget(String id) {
        Reader reader = readers.remove(id);
        if (reader != null) {
            reader.cursors.forEach(
                    (room, cursor) -> {
                        cursor.gone = true;
                        leaveRoom(id, room);
                    });
            reader.behind.clear();
        }
    }

    private void leaveRoom(String id, RoomId room) {
        rooms.computeIfPresent(
                room,
                (_, cursors) -> {
                    cursors.remove(id);
                    return cursors.isEmpty() ? null : cursors;
                });
    }

    /// `peer` can take more.
    void drained(HostState state, Peer peer) {
        drained(state, peer.id());
    }

    /// The reader of this id can take more.
    void drained(HostState state, String id) {
        Reader reader = readers.get(id);
        if (reader != null) {
            reader.pump(state);
        }
    }

    /// One reader, and the rooms of which it has not had everything.
    private final class Reader {
        private final RoomReader to;
        private final Map<RoomId, Cursor> cursors = new HashMap<>();
        private final Queue<Cursor> behind = new ArrayDeque<>();
        private boolean reading;

        Reader(RoomReader to) {
            this.to = to;
        }

        /// Asks for the next page, unless one is on its way or the connection is full.
        void pump(HostState state) {
            if (reading || !to.isWritable()) {
                return;
            }
            Cursor cursor = behind.poll();
            if (cursor != null) {
                reading = true;
                Place place = new Place(cursor.room, cursor.position, to.isFolded());
                pages.read(state, place, new Delivery(this, cursor));
            }
        }
    }

    private record Delivery(Reader reader, Cursor cursor) implements Pages.Waiting {
        @Override
        public void arrived(HostState state, Page page) {
            reader.reading = false;
            cursor.page(state, page);
            reader.pump(state);
        }

        /// What cannot be read now may be when it comes again; a gap it must never see.
        @Override
        public void failed(HearthException why) {
            reader.to.cutOff(ErrorCode.told(why.code()).wire());
        }
    }

    /// How far a peer is in one room.
    private final class Cursor {
        private final Reader reader;
        private final RoomId room;
        private long position;
        private long last = Long.MAX_VALUE;
        private @Nullable Consumer<HostState> then;
        private boolean gone;

        /// In its reader's queue, or being read for it.
        private boolean queued;

        Cursor(Reader reader, RoomId room, long position) {
            this.reader = reader;
            this.room = room;
            this.position = position;
        }

        void live(HostState state, EntryFrames frames) {
            if (position == frames.seq() - 1 && reader.to.isWritable()) {
                send(state, frames);
                position = frames.seq();
            } else {
                // Behind, or something came into the log that nobody was told of: a disk may say
                // that it has failed, and have kept what it was given.
                queueIfBehind();
                reader.pump(state);
            }
        }

        void page(HostState state, Page page) {
            if (gone) {
                return;
            }
            queued = false;
            for (EntryFrames frames : page.lines()) {
                if (frames.seq() <= last) {
                    send(state, frames);
                }
            }
            position = page.upTo();
            if (!endIfThere(state)) {
                queueIfBehind();
            }
        }

        private void send(HostState state, EntryFrames frames) {
            reader.to.take(frames, state.people()::isOthersName);
        }

        void queueIfBehind() {
            if (!queued && position < host.lastSeq(room)) {
                queued = true;
                reader.behind.add(this);
            }
        }

        /// @return whether it has come to its end
        boolean endIfThere(HostState state) {
            boolean there = position >= last;
            Consumer<HostState> next = then;
            if (there && next != null) {
                then = null;
                gone = true;
                reader.cursors.remove(room, this);
                next.accept(state);
            }
            return there;
        }
    }
}
