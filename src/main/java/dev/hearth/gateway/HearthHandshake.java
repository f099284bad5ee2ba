package dev.hearth.gateway;

import dev.hearth.host.ChatHost;
import dev.hearth.host.HostState;
import dev.hearth.host.People.Entered;
import dev.hearth.host.People.Entrance;
import dev.hearth.model.EntryPlace;
import dev.hearth.model.Limits;
import dev.hearth.model.Origin;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Enter;
import dev.hearth.protocol.Enter.Held;
import dev.hearth.protocol.Events;
import dev.hearth.protocol.Welcome;
import dev.hearth.socketio.Peer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Lets somebody into `/hearth`. Confined to the host loop.
///
/// The welcome and the cursors are one step of the loop: what follows on `lastSeq` is the first
/// live entry.
final class HearthHandshake {
    private final ChatHost host;
    private final HostEventPublisher news;
    private final ConnectedPeers company;

    HearthHandshake(ChatHost host, HostEventPublisher news, ConnectedPeers company) {
        this.host = host;
        this.news = news;
        this.company = company;
    }

    /// Where each joined room goes on for this client, and which rooms it has to begin again.
    private record Starts(Map<RoomId, Long> after, Set<RoomId> diverged) {}

    /// Where the entries are that a client says it holds. On the client's strand, before the step:
    /// entries keep their place, so nothing that the step decides on can have changed meanwhile.
    ///
    /// @throws dev.hearth.model.HearthException STORAGE
    Set<EntryPlace> known(Enter enter) {
        return host.places(enter.have().values().stream().map(Held::id).toList());
    }

    /// @param known see [#known]
    /// @throws dev.hearth.model.HearthException BANNED, RATE, STORAGE: nobody has entered
    Person enter(HostState state, Peer peer, Enter enter, Set<EntryPlace> known, Origin from) {
        Entrance entrance =
                new Entrance(enter.name(), enter.guest(), enter.token(), enter.newToken(), from);
        Entered entered = state.people().enter(entrance);
        Person you = entered.person();
        try {
            Starts starts = starts(state.rooms().of(you.id()), enter.have(), known);
            peer.emit(Events.WELCOME, welcome(state, entered, starts.diverged()).toMap());
            company.add(you.id(), peer, ReaderKind.HEARTH);
            starts.after().forEach((room, after) -> news.follow(state, peer, room, after));
            return you;
        } catch (RuntimeException e) {
            company.remove(you.id(), peer);
            state.people().leave(you);
            throw e;
        }
    }

    /// Bounded, however many rooms and people there are.
    private Welcome welcome(HostState state, Entered entered, Set<RoomId> diverged) {
        Person you = entered.person();
        int mostRooms = Limits.LISTED_ROOMS.value();
        int mostPeople = Limits.LISTED_PEOPLE.value();
        return new Welcome(
                you,
                entered.token(),
                state.rooms().firstOf(you.id(), mostRooms),
                state.people().listed().firstFor(you.id(), mostPeople),
                new Welcome.More(
                        state.rooms().areMoreThan(you.id(), mostRooms),
                        state.people().listed().areMoreThan(mostPeople)),
                diverged,
                Limits.TEXT_BYTES.value());
    }

    private static Starts starts(Set<RoomId> rooms, Map<RoomId, Held> have, Set<EntryPlace> known) {
        Map<RoomId, Long> after = new HashMap<>();
        Set<RoomId> diverged = new HashSet<>();
        for (RoomId room : rooms) {
            Held held = have.get(room);
            boolean differs = held != null && !isOurs(room, held, known);
            after.put(room, held == null || differs ? 0 : held.after());
            if (differs) {
                diverged.add(room);
            }
        }
        return new Starts(after, diverged);
    }

    /// Whether what a client holds is a part of this log.
    private static boolean isOurs(RoomId room, Held held, Set<EntryPlace> known) {
        return held.after() == 0 || known.contains(new EntryPlace(room, held.after(), held.id()));
    }
}
