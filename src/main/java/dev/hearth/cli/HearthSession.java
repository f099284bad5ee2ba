package dev.hearth.cli;

import dev.hearth.client.Chat;
import dev.hearth.model.Capabilities;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.HearthException;
import dev.hearth.model.Names;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Asks a Hearth host something: waits until it has let the person in, learns which rooms and
/// people there are, and waits for its answer. One thread.
final class HearthSession {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final GuestSession visit;
    private final Map<RoomId, RoomHead> rooms = new LinkedHashMap<>();
    private final Map<PersonId, Person> people = new LinkedHashMap<>();
    private boolean in;

    private HearthSession(GuestSession visit) {
        this.visit = visit;
    }

    /// Waits until the host has let the person in and named the rooms.
    ///
    /// @throws HearthException when it is no Hearth host, or lets nobody in
    static HearthSession at(GuestSession visit) throws InterruptedException {
        var reception = new HearthSession(visit);
        if (!reception.listenUntil(seen -> seen.in && !seen.rooms.isEmpty(), PATIENCE)) {
            throw noAnswer();
        }
        return reception;
    }

    Chat chat() {
        return visit.chat();
    }

    /// The room that is meant by a name, with or without `#`, or an id.
    ///
    /// @throws HearthException NO_ROOM
    RoomHead room(String wish) {
        @Nullable RoomHead byId = rooms.get(new RoomId(wish));
        return byId != null
                ? byId
                : rooms.values().stream()
                        .filter(room -> key(room.name()).equals(key(wish)))
                        .findFirst()
                        .orElseThrow(() -> noRoom(wish));
    }

    /// The name of a room, `#ideas`; of one that is not to be seen any more its id.
    String nameOf(RoomId id) {
        @Nullable RoomHead room = rooms.get(id);
        return room == null || room.name().isEmpty() ? id.value() : label(room);
    }

    /// The person of that name, or whose id it is.
    ///
    /// @throws HearthException NO_PERSON
    PersonId person(String wish) throws InterruptedException {
        Predicate<Person> meant =
                person ->
                        person.id().value().equals(wish)
                                || Names.folded(person.name()).equals(Names.folded(wish.strip()));
        // Who is there may be told a moment later than which rooms there are.
        listenUntil(seen -> seen.people.values().stream().anyMatch(meant), Duration.ofSeconds(1));
        return people.values().stream()
                .filter(meant)
                .findFirst()
                .map(Person::id)
                .orElseThrow(() -> noPerson(wish));
    }

    /// Waits for an answer of the chat.
    ///
    /// @throws HearthException its failure, or NO_ANSWER
    <T> T await(CompletionStage<T> answer) throws InterruptedException {
        try {
            return answer.toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw noAnswer();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HearthException expected) {
                throw expected.code() == ErrorCode.UNSUPPORTED ? unsupported() : expected;
            }
            throw new CompletionException(e.getCause());
        }
    }

    /// @return whether `enough` came true in time
    private boolean listenUntil(Predicate<HearthSession> enough, Duration within)
            throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        while (!enough.test(this)) {
            @Nullable Event event =
                    visit.events().poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (event == null) {
                return false;
            }
            hear(event);
        }
        return true;
    }

    private void hear(Event event) {
        switch (event) {
            case Event.RoomsChanged(var changed) ->
                    changed.forEach(room -> rooms.put(room.id(), room));
            case Event.RoomGone(var room) -> rooms.remove(room);
            case Event.PeopleChanged(var changed) ->
                    changed.stream()
                            .map(Presence::person)
                            .forEach(person -> people.put(person.id(), person));
            case Event.Entered(var you) -> people.put(you.id(), you);
            case Event.ConnectionChanged(var state) -> hear(state);
            case Event.MessageAdded _,
                    Event.MessageChanged _,
                    Event.MessageRemoved _,
                    Event.OlderMessages _,
                    Event.RoomReset _,
                    Event.ActivityChanged _,
                    Event.Happened _,
                    Event.Typing _,
                    Event.ReadUpTo _,
                    Event.CommandFailed _,
                    Event.Noticed _,
                    Event.ChatNamed _ -> {}
        }
    }

    private void hear(ConnectionState state) {
        switch (state) {
            case ConnectionState.CatchingUp(var can) -> enter(can);
            case ConnectionState.Online(var can) -> enter(can);
            case ConnectionState.Refused(var code, var reason) ->
                    throw new HearthException(code, reason);
            case ConnectionState.Closed _ ->
                    throw new HearthException(ErrorCode.CLOSED, "The connection was closed.");
            case ConnectionState.Connecting _,
                    ConnectionState.Entering _,
                    ConnectionState.Offline _ ->
                    in = false;
        }
    }

    private void enter(Capabilities can) {
        if (!can.history()) {
            throw unsupported();
        }
        in = true;
    }

    private static String key(String name) {
        String bare = name.strip();
        return Names.folded(bare.startsWith("#") ? bare.substring(1) : bare);
    }

    private static String label(RoomHead room) {
        return room.name().startsWith("#") ? room.name() : "#" + room.name();
    }

    private HearthException noRoom(String wish) {
        String names =
                rooms.values().stream()
                        .filter(room -> room.kind() != RoomKind.DIRECT)
                        .map(HearthSession::label)
                        .collect(Collectors.joining(", "));
        return new HearthException(
                ErrorCode.NO_ROOM,
                "There is no room called “%s”. There are: %s.".formatted(wish, names));
    }

    private static HearthException noPerson(String wish) {
        return new HearthException(
                ErrorCode.NO_PERSON, "There is nobody called “%s” in this chat.".formatted(wish));
    }

    private static HearthException noAnswer() {
        return new HearthException(
                ErrorCode.NO_ANSWER,
                "No answer within " + PATIENCE.toSeconds() + " seconds. Try again.");
    }

    private static HearthException unsupported() {
        return new HearthException(
                ErrorCode.UNSUPPORTED,
                "This server keeps nothing to look at: history and search need a Hearth host.");
    }
}
