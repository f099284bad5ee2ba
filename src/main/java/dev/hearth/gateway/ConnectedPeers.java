package dev.hearth.gateway;

import dev.hearth.model.ByeReason;
import dev.hearth.model.PersonId;
import dev.hearth.protocol.Events;
import dev.hearth.socketio.OutboundEvent;
import dev.hearth.socketio.Peer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// Who is in, by which namespace, on which connections. Confined to the host loop.
final class ConnectedPeers {
    private record Guest(Peer peer, ReaderKind kind, Instant since) {
        boolean isHearth() {
            return kind == ReaderKind.HEARTH;
        }

        /// A client of the tutorial would not understand it.
        void sayGoodbye(OutboundEvent bye) {
            if (isHearth()) {
                peer.emit(bye);
            }
        }
    }

    private final Map<PersonId, Map<String, Guest>> people = new LinkedHashMap<>();
    private final InstantSource clock;

    ConnectedPeers(InstantSource clock) {
        this.clock = clock;
    }

    void add(PersonId person, Peer peer, ReaderKind kind) {
        people.computeIfAbsent(person, _ -> new LinkedHashMap<>())
                .put(peer.id(), new Guest(peer, kind, clock.instant()));
    }

    void remove(PersonId person, Peer peer) {
        people.computeIfPresent(
                person,
                (_, guests) -> {
                    guests.remove(peer.id());
                    return guests.isEmpty() ? null : guests;
                });
    }

    /// The connections of `person` to `/hearth`; a copy.
    List<Peer> of(PersonId person) {
        return people.getOrDefault(person, Map.of()).values().stream()
                .filter(Guest::isHearth)
                .map(Guest::peer)
                .toList();
    }

    /// When the first of the connections came that `person` has now.
    Optional<Instant> since(PersonId person) {
        return guests(person).map(Guest::since).min(Comparator.naturalOrder());
    }

    /// How long the last heartbeat took on the quickest connection of `person`.
    Optional<Duration> roundTrip(PersonId person) {
        return guests(person)
                .flatMap(guest -> guest.peer().roundTrip().stream())
                .min(Comparator.naturalOrder());
    }

    private Stream<Guest> guests(PersonId person) {
        return people.getOrDefault(person, Map.of()).values().stream();
    }

    /// Everyone in `/hearth`.
    void each(BiConsumer<PersonId, Peer> visitor) {
        people.forEach(
                (person, guests) ->
                        guests.values().stream()
                                .filter(Guest::isHearth)
                                .forEach(guest -> visitor.accept(person, guest.peer())));
    }

    /// Closes the connections of `person` to any namespace.
    void putOut(PersonId person, ByeReason reason) {
        OutboundEvent bye = bye(reason.wire());
        List.copyOf(people.getOrDefault(person, Map.of()).values())
                .forEach(
                        guest -> {
                            guest.sayGoodbye(bye);
                            guest.peer().disconnect(reason.wire());
                        });
    }

    /// Tells everyone that the chat ends. Whoever only understands the plain chat sees the
    /// connection close, as at any server that is restarted, and tries to come back.
    void sayGoodbye() {
        OutboundEvent bye = bye(ByeReason.ENDED.wire());
        people.values().forEach(guests -> guests.values().forEach(guest -> guest.sayGoodbye(bye)));
    }

    static OutboundEvent bye(String reason) {
        return OutboundEvent.of(Events.BYE, Map.of("reason", reason));
    }
}
