package dev.hearth.gateway;

import dev.hearth.host.ChatHost;
import dev.hearth.host.HostListener;
import dev.hearth.host.HostState;
import dev.hearth.model.ByeReason;
import dev.hearth.model.Entry;
import dev.hearth.model.Limits;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Deltas;
import dev.hearth.protocol.Deltas.Skipped;
import dev.hearth.protocol.Events;
import dev.hearth.socketio.OutboundEvent;
import dev.hearth.socketio.Peer;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Brings what happens in a chat to those who may know of it, and to nobody else: entries to the
/// people in their room ([RoomFanOut]), and what is beside the log to those it concerns. Confined
/// to the host loop.
///
/// Somebody who comes into a room is told so first and then sent its entries. Somebody who goes, or
/// is made to go, gets everything up to the entry that says so, then the news that the room is gone
/// for them or how they see it now, and nothing after that.
final class HostEventPublisher implements HostListener {
    /// People of one frame.
    private static final int PEOPLE = 500;

    private final ChatHost host;
    private final RoomFanOut feed;
    private final ConnectedPeers company;
    private final HostWatcher watcher;

    HostEventPublisher(
            ChatHost host, RoomFanOut feed, ConnectedPeers company, HostWatcher watcher) {
        this.host = host;
        this.feed = feed;
        this.company = company;
        this.watcher = watcher;
    }

    @Override
    public void committed(HostState state, List<Entry> entries) {
        feed.committed(state, entries);
        for (Entry entry : entries) {
            // What is said in other rooms is not for the console.
            if (entry.room().equals(RoomId.LOBBY) && entry.payload() instanceof Posted) {
                watcher.posted(entry);
            }
        }
    }

    @Override
    public void standing(HostState state, PersonId person, RoomId room) {
        boolean isIn = state.rooms().isIn(person, room);
        for (Peer peer : company.of(person)) {
            if (isIn) {
                tellOfRoom(state, peer, person, room);
                if (!feed.goOn(peer, room)) {
                    follow(state, peer, room, 0);
                }
            } else {
                feed.end(state, peer, room, then -> tellOfRoom(then, peer, person, room));
            }
        }
    }

    /// Sends `peer` what it misses of `room` after `after`, at most the newest
    /// [Limits#REPLAYED_ENTRIES], and what comes from now on.
    void follow(HostState state, Peer peer, RoomId room, long after) {
        long start = Math.max(after, host.lastSeq(room) - Limits.REPLAYED_ENTRIES.value());
        if (start > after) {
            peer.emit(Events.SKIPPED, new Skipped(room, after + 1, start).toMap());
        }
        feed.follow(state, peer, ReaderKind.HEARTH, room, start);
    }

    /// How `person` sees `room` now, if they do.
    private void tellOfRoom(HostState state, Peer peer, PersonId person, RoomId room) {
        Deltas.Rooms delta =
                state.rooms().sees(person, room)
                        ? Deltas.Rooms.of(state.rooms().head(room, person))
                        : Deltas.Rooms.gone(room);
        peer.emit(Events.ROOMS, delta.toMap());
    }

    /// One frame for all who see the room, however many they are and however many are in it.
    @Override
    public void room(HostState state, RoomId room) {
        state.rooms()
                .facts(room)
                .map(facts -> OutboundEvent.of(Events.ROOMS, Deltas.Rooms.changed(facts).toMap()))
                .ifPresent(frame -> tellViewers(state, room, frame));
    }

    private void tellViewers(HostState state, RoomId room, OutboundEvent frame) {
        company.each(
                (person, peer) -> {
                    boolean leaves =
                            feed.isFollowing(peer, room) && !state.rooms().isIn(person, room);
                    if (!leaves && state.rooms().sees(person, room)) {
                        peer.emit(frame);
                    }
                });
    }

    @Override
    public void closed(HostState state, RoomId room) {
        OutboundEvent gone = OutboundEvent.of(Events.ROOMS, Deltas.Rooms.gone(room).toMap());
        company.each(
                (person, peer) -> {
                    if (state.rooms().saw(person, room)) {
                        feed.end(state, peer, room, _ -> peer.emit(gone));
                    }
                });
    }

    @Override
    public void present(HostState state, List<Presence> news) {
        for (int from = 0; from < news.size(); from += PEOPLE) {
            List<Presence> part = news.subList(from, Math.min(news.size(), from + PEOPLE));
            OutboundEvent frame = OutboundEvent.of(Events.PRESENCE, Deltas.presence(part));
            company.each(
                    (person, peer) -> {
                        if (!isAboutNobodyElse(part, person)) {
                            peer.emit(frame);
                        }
                    });
        }
    }

    private static boolean isAboutNobodyElse(List<Presence> news, PersonId person) {
        return news.size() == 1 && news.getFirst().person().id().equals(person);
    }

    @Override
    public void named(HostState state, String name) {
        OutboundEvent frame = OutboundEvent.of(Events.NAMED, Deltas.named(name));
        company.each((_, peer) -> peer.emit(frame));
    }

    @Override
    public void clockFell(HostState state, Duration by) {
        watcher.clockFell(by);
    }

    @Override
    public void putOut(HostState state, PersonId person, ByeReason reason) {
        company.putOut(person, reason);
    }

    @Override
    public void read(HostState state, PersonId person, RoomId room, long seq) {
        Map<String, Object> read = new Deltas.Read(room, person, seq).toMap();
        feed.tell(room, ReaderKind.HEARTH, _ -> true, OutboundEvent.of(Events.READ, read));
    }

    @Override
    public void typing(HostState state, Person person, RoomId room) {
        Map<String, Object> typing = new Deltas.Typing(room, person.id()).toMap();
        List<Peer> own = company.of(person.id());
        feed.tell(
                room,
                ReaderKind.HEARTH,
                peer -> !own.contains(peer),
                OutboundEvent.of(Events.TYPING, typing));
    }
}
