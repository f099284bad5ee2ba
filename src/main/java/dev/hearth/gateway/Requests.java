package dev.hearth.gateway;

import dev.hearth.host.ChatHost;
import dev.hearth.host.ChatHost.Receipt;
import dev.hearth.host.HostState;
import dev.hearth.host.ListedPeople;
import dev.hearth.host.SeenRooms;
import dev.hearth.host.Submission;
import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.Command.EditMessage;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Entry;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.Limits;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.SearchRequest;
import dev.hearth.protocol.Answers;
import dev.hearth.protocol.CommandCodec;
import dev.hearth.protocol.Deltas;
import dev.hearth.protocol.Events;
import dev.hearth.protocol.Listings.MembersAfter;
import dev.hearth.protocol.Listings.PeopleAfter;
import dev.hearth.protocol.Listings.PeoplePage;
import dev.hearth.protocol.Listings.RoomPage;
import dev.hearth.protocol.Listings.RoomsAfter;
import dev.hearth.protocol.Queries;
import dev.hearth.protocol.Queries.History;
import dev.hearth.socketio.Ack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What somebody who is in `/hearth` asks for. Runs on the strand of their connection, which may
/// wait for the disk; who may see what is asked on the host loop.
///
/// A command is answered when it is on disk, whatever was asked meanwhile: one connection's answers
/// come in the order in which they are ready.
final class Requests {
    private static final int PAGE = Limits.PAGE_ITEMS.value();
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ChatHost host;
    private final RateLimiters paces;

    Requests(ChatHost host, RateLimiters paces) {
        this.host = host;
        this.paces = paces;
    }

    /// Answers through `ack`, now or later.
    ///
    /// @throws HearthException why nothing was done
    /// @throws CompletionException the same
    void handle(Asker asker, String event, Map<?, ?> fields, Ack ack) {
        if (CommandCodec.isCommand(event)) {
            command(asker, CommandCodec.read(event, fields), ack);
            return;
        }
        Person person = asker.person();
        Supplier<Map<String, Object>> answer =
                switch (event) {
                    case Events.HISTORY -> {
                        History request = History.read(fields);
                        yield () -> history(person, request);
                    }
                    case Events.SEARCH -> {
                        SearchRequest request = Queries.readSearch(fields);
                        yield () -> search(person, request);
                    }
                    case Events.READ -> {
                        RoomId room = room(fields);
                        long seq = Deltas.seq(fields).orElseThrow(() -> malformed("seq"));
                        yield () -> read(person, room, seq);
                    }
                    case Events.TYPING -> {
                        RoomId room = room(fields);
                        yield () -> typing(person, room);
                    }
                    case Events.ROOMS -> {
                        RoomsAfter request = RoomsAfter.read(fields);
                        yield () -> rooms(person, request);
                    }
                    case Events.PEOPLE -> {
                        PeopleAfter request = PeopleAfter.read(fields);
                        yield () -> people(person, request);
                    }
                    case Events.MEMBERS -> {
                        MembersAfter request = MembersAfter.read(fields);
                        yield () -> members(person, request);
                    }
                    default ->
                            throw new HearthException(
                                    ErrorCode.UNKNOWN_EVENT,
                                    "This chat does not know this request.");
                };
        Duration wait = paces.admitQuestion(asker);
        ack.send(wait.isZero() ? answer.get() : ErrorAnswers.answer(ErrorAnswers.tooFast(wait)));
    }

    private void command(Asker asker, Command command, Ack ack) {
        Duration wait = paces.admit(asker, size(command));
        if (!wait.isZero()) {
            ack.send(ErrorAnswers.answer(ErrorAnswers.tooFast(wait)));
            return;
        }
        var _ =
                host.submit(asker.person(), Submission.of(command), PATIENCE)
                        .whenComplete((receipt, failure) -> ack.send(answer(receipt, failure)));
    }

    private static int size(Command command) {
        return switch (command) {
            case PostMessage post -> bytes(post.text());
            case EditMessage edit -> bytes(edit.text());
            case Command _ -> 0;
        };
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Map<String, Object> answer(
            @Nullable Receipt receipt, @Nullable Throwable failure) {
        if (receipt == null) {
            return ErrorAnswers.answer(
                    ErrorAnswers.of(failure == null ? new IllegalStateException() : failure));
        }
        Entry entry = receipt.entry();
        Accepted accepted = new Accepted(entry.room(), entry.seq());
        return receipt.reach()
                .map(reach -> Answers.accepted(accepted, reach))
                .orElseGet(() -> Answers.accepted(accepted));
    }

    /// Leaves out what came after the loop was asked: people who were removed since see none of
    /// what was said then.
    private Map<String, Object> history(Person person, History request) {
        long last = host.call(state -> lastSeq(state, person, request.room())).join();
        return switch (request) {
            case History.Raw(RoomId room, long after, int limit) -> {
                List<Entry> entries =
                        host.after(room, after, limit).stream()
                                .filter(entry -> entry.seq() <= last)
                                .toList();
                yield Fitting.fit(entries, last).toMap();
            }
            case History.Folded(var folded) -> {
                HistoryPage page = host.history(folded);
                HistoryPage upToLast =
                        new HistoryPage(
                                page.messages().stream()
                                        .filter(message -> message.seq() <= last)
                                        .toList(),
                                page.asOf(),
                                page.more());
                yield Queries.map(Fitting.fit(upToLast, folded.where()));
            }
        };
    }

    /// On the host loop.
    private long lastSeq(HostState state, Person person, RoomId room) {
        checkSeen(state, person, room);
        return host.lastSeq(room);
    }

    /// On the host loop.
    ///
    /// @throws HearthException NO_ROOM: it does not exist, or not for them
    private static void checkSeen(HostState state, Person person, RoomId room) {
        state.rooms().head(room, person.id());
    }

    private Map<String, Object> search(Person person, SearchRequest request) {
        SeenRooms rooms =
                host.call(
                                state -> {
                                    request.room()
                                            .ifPresent(room -> checkSeen(state, person, room));
                                    return state.rooms().seenBy(person.id());
                                })
                        .join();
        return Queries.map(Fitting.fit(host.search(request, rooms)));
    }

    private Map<String, Object> read(Person person, RoomId room, long seq) {
        host.call(state -> lastSeq(state, person, room)).join();
        host.read(person, room, seq);
        return Answers.ok();
    }

    /// The host tells nobody of rooms in which the person may not write, and nobody more than once
    /// in three seconds.
    private Map<String, Object> typing(Person person, RoomId room) {
        host.typing(person, room);
        return Answers.ok();
    }

    private Map<String, Object> rooms(Person person, RoomsAfter request) {
        List<RoomHead> rooms =
                host.call(state -> state.rooms().pageFor(person.id(), request.after(), PAGE + 1))
                        .join();
        return new RoomPage(first(rooms), rooms.size() > PAGE).toMap();
    }

    private Map<String, Object> people(Person person, PeopleAfter request) {
        return request.query().isPresent()
                ? search(person, request.after(), request.query().get())
                : peoplePage(
                        state ->
                                state.people()
                                        .listed()
                                        .pageFor(person.id(), request.after(), PAGE + 1));
    }

    /// Looks through the people a step of the loop at a time.
    private Map<String, Object> search(Person person, Optional<PersonId> after, String query) {
        List<Presence> found = new ArrayList<>();
        Optional<PersonId> from = after;
        do {
            Optional<PersonId> at = from;
            int most = PAGE + 1 - found.size();
            ListedPeople.Found part =
                    host.call(state -> state.people().listed().search(person.id(), at, query, most))
                            .join();
            found.addAll(part.people());
            from = part.next();
        } while (from.isPresent());
        return new PeoplePage(first(found), found.size() > PAGE).toMap();
    }

    /// Of `#lobby`, in which everyone is, everyone.
    private Map<String, Object> members(Person person, MembersAfter request) {
        return peoplePage(
                state -> {
                    checkSeen(state, person, request.room());
                    return request.room().equals(RoomId.LOBBY)
                            ? state.people()
                                    .listed()
                                    .pageFor(person.id(), request.after(), PAGE + 1)
                            : state.people()
                                    .presences(
                                            state.rooms()
                                                    .members(
                                                            request.room(),
                                                            request.after(),
                                                            PAGE + 1));
                });
    }

    private Map<String, Object> peoplePage(Function<HostState, List<Presence>> onLoop) {
        List<Presence> people = host.call(onLoop).join();
        return new PeoplePage(first(people), people.size() > PAGE).toMap();
    }

    /// The page out of what was read to see whether there is more.
    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(PAGE, all.size()));
    }

    private static RoomId room(Map<?, ?> fields) {
        return Deltas.room(fields).orElseThrow(() -> malformed("room"));
    }

    private static HearthException malformed(String key) {
        return new HearthException(
                ErrorCode.MALFORMED, "The field “" + key + "” is missing or not as it should be.");
    }
}
