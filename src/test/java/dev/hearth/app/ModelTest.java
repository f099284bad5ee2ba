package dev.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.Chat;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.connection.SocketIoConnector;
import dev.hearth.log.StoredRoom;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.Command.DeleteMessage;
import dev.hearth.model.Command.EditMessage;
import dev.hearth.model.Command.GiveRole;
import dev.hearth.model.Command.Invite;
import dev.hearth.model.Command.JoinRoom;
import dev.hearth.model.Command.LeaveRoom;
import dev.hearth.model.Command.Mute;
import dev.hearth.model.Command.OpenDirect;
import dev.hearth.model.Command.OpenRoom;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Command.React;
import dev.hearth.model.Command.RemovePerson;
import dev.hearth.model.Command.RenameRoom;
import dev.hearth.model.Command.SetTopic;
import dev.hearth.model.Command.Unban;
import dev.hearth.model.Command.Unmute;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.Limits;
import dev.hearth.model.Membership;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomActivity;
import dev.hearth.model.RoomFold;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.model.RoomState;
import dev.hearth.settings.DataFolder;
import dev.hearth.testkit.FaultProxy;
import dev.hearth.testkit.FaultProxy.Fault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random people do random things in random rooms while the network fails, the host is killed and
/// started, and programs end and come back. Afterwards what each of them holds equals the fold of
/// the log on the host's disk, as far as they hold it and may see it (wire.md, rule 4).
final class ModelTest {
    /// A room other than the lobby shows so many messages when it is opened; those before them come
    /// when they are asked for.
    private static final int FIRST_PAGE = 50;

    private static final int PEOPLE = 6;
    private static final int MOST_ROOMS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Commands of a person that wait for their answers. With more of them that person pauses, half
    /// a second at most: what a slow machine cannot do at once would pile up otherwise.
    private static final int MOST_WAITING = 50;

    private static final List<String> EMOJI = List.of("👍", "🔥", "❤️", "😀");

    @TempDir private Path folder;

    private final List<Actor> actors = new ArrayList<>();
    private final Set<Optional<RoomId>> lanes = new HashSet<>();
    private final AtomicInteger answered = new AtomicInteger();
    private RandomGenerator random = RandomGenerator.getDefault();
    private int made;
    private int faults;
    private int hostRestarts;
    private int clientRestarts;
    private int insistences;
    private int compared;

    /// One person at one computer.
    private final class Actor {
        final String name;
        final FaultProxy way;
        final Path data;
        Mirror mirror = new Mirror();
        AtomicInteger waiting = new AtomicInteger();
        Chat chat;

        Actor(String name, int port) {
            this.name = name;
            this.way = FaultProxy.to(port);
            this.data = folder.resolve(name);
            this.chat = join();
        }

        private Chat join() {
            KeptChats kept = new KeptChats(DataFolder.open(Optional.of(data)));
            SocketIoConnector connector = new SocketIoConnector(InstantSource.system(), kept);
            return connector.join(new JoinRequest(way.address(), name), mirror);
        }

        /// Ends the program and starts it again.
        void restart() {
            leave();
            mirror = new Mirror();
            waiting = new AtomicInteger();
            chat = join();
        }

        void leave() {
            chat.close();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> mirror.state().orElse(null) instanceof ConnectionState.Closed);
            assertThat(mirror.faults()).as(name).isEmpty();
        }

        void ask(Command command) {
            var _ = submit(command);
        }

        CompletionStage<Accepted> submit(Command command) {
            made++;
            lanes.add(command.room());
            AtomicInteger here = waiting;
            here.incrementAndGet();
            return chat.submit(command)
                    .whenComplete(
                            (_, _) -> {
                                here.decrementAndGet();
                                answered.incrementAndGet();
                            });
        }

        /// Waits until others have caught up with this person, but not for a host that is away.
        void catchBreath() {
            for (int i = 0; i < 100 && waiting.get() > MOST_WAITING; i++) {
                LockSupport.parkNanos(5_000_000);
            }
        }

        /// A program that could not get in at all waits for its person, who tries again. One that
        /// was in comes back by itself, or is wrong.
        void insist() {
            if (!mirror.wasIn() && mirror.state().orElse(null) instanceof ConnectionState.Refused) {
                insistences++;
                chat.reconnectNow();
            }
        }

        List<RoomHead> roomsIn() {
            return mirror.heads().values().stream()
                    .filter(head -> head.membership() == Membership.MEMBER)
                    .sorted((a, b) -> a.id().value().compareTo(b.id().value()))
                    .toList();
        }

        PersonId id() {
            return mirror.you().map(Person::id).orElse(new PersonId("nobody"));
        }

        @Override
        public String toString() {
            return name
                    + " "
                    + mirror.state()
                    + " waits for "
                    + waiting
                    + ", shown as on their way "
                    + mirror.open().stream()
                            .filter(it -> it.delivery() instanceof Delivery.Sending)
                            .toList();
        }

        boolean isQuiet() {
            return mirror.state().orElse(null) instanceof ConnectionState.Online
                    && mirror.open().stream()
                            .noneMatch(it -> it.delivery() instanceof Delivery.Sending);
        }
    }

    @Test
    void everyoneHoldsTheFoldOfTheLog() {
        run(1_500, System.nanoTime());
    }

    @Test
    @Tag("soak")
    void alsoAfterAHundredThousandOperations() {
        run(100_000, System.nanoTime());
    }

    private void run(int operations, long seed) {
        System.out.println("ModelTest seed " + seed);
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        RunningHost host = host();
        Repeater repeater = new Repeater(address(host));
        try (repeater) {
            for (int i = 0; i < PEOPLE; i++) {
                actors.add(new Actor("P" + i, host.address().getPort()));
            }
            await("everyone is in", seed, this::isQuiet);
            for (int n = 0; n < operations; n++) {
                host = operation(host, repeater);
                if (n % 10 == 9) {
                    LockSupport.parkNanos(5_000_000);
                }
            }
            actors.forEach(actor -> actor.way.mend());
            await("everyone is back", seed, this::isQuiet);
            awaitAnswers(seed, repeater);
            actors.forEach(this::sayGoodbye);
            await("everything is said", seed, this::isQuiet);
            settle(seed);
            actors.forEach(Actor::leave);
            host.close();
            compare(seed);
            assertThat(repeater.faults()).as("seed " + seed).isEmpty();
            System.out.printf(
                    "ModelTest commands %d answered %d, faults %d, host restarts %d, client restarts"
                            + " %d, tried again %d, repetitions %d, messages compared %d%n",
                    made,
                    answered.get(),
                    faults,
                    hostRestarts,
                    clientRestarts,
                    insistences,
                    repeater.repeated(),
                    compared);
        } finally {
            actors.forEach(actor -> actor.chat.close());
            actors.forEach(actor -> actor.way.close());
            host.close();
        }
    }

    private RunningHost operation(RunningHost host, Repeater repeater) {
        int dice = random.nextInt(10_000);
        Actor actor = actors.get(random.nextInt(actors.size()));
        if (dice < 20) {
            return restart(host, repeater);
        } else if (dice < 40) {
            clientRestarts++;
            actor.restart();
        } else if (dice > 9_400) {
            repeat(actor, repeater);
        } else if (dice < 120) {
            strike(actor);
        } else {
            actor.catchBreath();
            command(actor);
        }
        return host;
    }

    /// In public rooms that others are in as well, about messages that anybody may have written.
    private void repeat(Actor actor, Repeater repeater) {
        RoomId room = RoomId.LOBBY;
        List<Message> all = actor.mirror.confirmed(room);
        if (all.isEmpty() || random.nextInt(3) == 0) {
            repeater.ask(new PostMessage(id(), room, words()), random);
            return;
        }
        EntryId of = all.get(random.nextInt(all.size())).id();
        repeater.ask(
                switch (random.nextInt(4)) {
                    case 0 -> new EditMessage(id(), Optional.of(room), of, words());
                    case 1 -> new DeleteMessage(id(), Optional.of(room), of);
                    case 2 ->
                            new OpenRoom(id(), "room " + random.nextInt(100), "", RoomKind.PRIVATE);
                    default -> new React(id(), Optional.empty(), of, EMOJI.getFirst(), true);
                },
                random);
    }

    private static URI address(RunningHost host) {
        return URI.create("http://127.0.0.1:" + host.address().getPort());
    }

    private RunningHost restart(RunningHost host, Repeater repeater) {
        hostRestarts++;
        host.close();
        RunningHost next = host();
        repeater.move(address(next));
        actors.forEach(actor -> actor.way.retarget(next.address().getPort()));
        actors.forEach(actor -> actor.chat.reconnectNow());
        return next;
    }

    private void strike(Actor actor) {
        faults++;
        Fault fault = Fault.any(random);
        actor.way.strike(fault, random);
        long millis = random.nextLong(50, 600);
        Thread.startVirtualThread(
                () -> {
                    LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
                    actor.way.mend();
                });
    }

    private void command(Actor actor) {
        List<RoomHead> rooms = actor.roomsIn();
        if (rooms.isEmpty()) {
            return;
        }
        RoomHead room = rooms.get(random.nextInt(rooms.size()));
        int dice = random.nextInt(100);
        if (dice < 50) {
            actor.ask(new PostMessage(id(), room.id(), words(), answerTo(actor, room), List.of()));
        } else if (dice < 80) {
            message(actor, room).ifPresent(message -> about(actor, room.id(), message.id()));
        } else if (dice < 84) {
            open(actor);
        } else if (dice < 86) {
            actor.chat.room(room.id());
        } else {
            affair(actor, room);
        }
    }

    private Optional<EntryId> answerTo(Actor actor, RoomHead room) {
        return random.nextInt(5) == 0 ? message(actor, room).map(Message::id) : Optional.empty();
    }

    private Optional<Message> message(Actor actor, RoomHead room) {
        List<Message> all = actor.mirror.confirmed(room.id());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private void about(Actor actor, RoomId room, EntryId of) {
        Optional<RoomId> in = random.nextInt(4) == 0 ? Optional.empty() : Optional.of(room);
        switch (random.nextInt(5)) {
            case 0, 1 -> actor.ask(new EditMessage(id(), in, of, words()));
            case 2 -> actor.ask(new DeleteMessage(id(), in, of));
            default ->
                    actor.ask(
                            new React(
                                    id(),
                                    in,
                                    of,
                                    EMOJI.get(random.nextInt(EMOJI.size())),
                                    random.nextInt(3) > 0));
        }
    }

    private void open(Actor actor) {
        if (random.nextBoolean()) {
            actor.ask(new OpenDirect(id(), somebody()));
        } else if (actor.mirror.heads().size() < MOST_ROOMS) {
            RoomKind kind = random.nextBoolean() ? RoomKind.PUBLIC : RoomKind.PRIVATE;
            actor.ask(new OpenRoom(id(), "room " + random.nextInt(100), words(), kind));
        }
    }

    private void affair(Actor actor, RoomHead in) {
        RoomId room = in.id();
        PersonId person = somebody();
        List<RoomHead> seen = List.copyOf(actor.mirror.heads().values());
        RoomId any = seen.get(random.nextInt(seen.size())).id();
        switch (random.nextInt(12)) {
            case 0, 1 -> actor.ask(new Invite(id(), room, person));
            case 2, 3, 4 -> actor.ask(new JoinRoom(id(), any));
            case 5 -> actor.ask(new LeaveRoom(id(), room));
            case 6 -> actor.ask(new SetTopic(id(), room, words()));
            case 7 -> actor.ask(new RenameRoom(id(), room, "room " + random.nextInt(100)));
            case 8 -> remove(actor, room, person);
            case 9 -> actor.ask(new Unban(id(), room, person));
            case 10 -> mute(actor, room, person);
            default -> actor.ask(new GiveRole(id(), room, person, role()));
        }
    }

    /// Not out of the lobby: who is banned from the chat could not come back to be compared.
    private void remove(Actor actor, RoomId room, PersonId person) {
        if (!room.equals(RoomId.LOBBY)) {
            Removal by = random.nextBoolean() ? Removal.KICK : Removal.BAN;
            actor.ask(new RemovePerson(id(), room, person, by));
        }
    }

    private void mute(Actor actor, RoomId room, PersonId person) {
        actor.ask(
                random.nextBoolean()
                        ? new Mute(id(), room, person, Optional.of(Instant.now().plusMillis(200)))
                        : new Unmute(id(), room, person));
    }

    private Role role() {
        return List.of(Role.values()).get(random.nextInt(Role.values().length));
    }

    private PersonId somebody() {
        return actors.get(random.nextInt(actors.size())).id();
    }

    private static EntryId id() {
        return EntryId.next(System.currentTimeMillis());
    }

    private String words() {
        return "words " + random.nextInt(1_000_000);
    }

    private void await(String what, long seed, Callable<Boolean> condition) {
        try {
            Awaitility.await(what + ", seed " + seed).atMost(PATIENCE).until(condition);
        } catch (ConditionTimeoutException e) {
            String all = actors.stream().map(Actor::toString).collect(Collectors.joining("\n"));
            throw new AssertionError(e.getMessage() + "\n" + all, e);
        }
    }

    private boolean isQuiet() {
        actors.forEach(Actor::insist);
        return actors.stream().allMatch(Actor::isQuiet);
    }

    /// Reactions, edits and deletions that wait to be sent show nowhere, and those that a program
    /// left behind when it ended have nobody who waits for them. Commands of a room are sent one
    /// after the other, and those that name none too: once a last one of each is answered, nothing
    /// of this person is on its way to the host.
    private void awaitAnswers(long seed, Repeater repeater) {
        List<CompletableFuture<Accepted>> last = new ArrayList<>();
        EntryId unknown = id();
        for (Actor actor : actors) {
            for (Optional<RoomId> lane : Set.copyOf(lanes)) {
                React nothing = new React(id(), lane, unknown, EMOJI.getFirst(), true);
                last.add(actor.submit(nothing).toCompletableFuture());
            }
        }
        await(
                "everything is answered",
                seed,
                () -> last.stream().allMatch(CompletableFuture::isDone) && repeater.isAnswered());
    }

    /// The last message of each room: who has it has everything before it as well.
    private void sayGoodbye(Actor actor) {
        actor.roomsIn()
                .forEach(
                        room ->
                                actor.ask(
                                        new PostMessage(
                                                id(),
                                                room.id(),
                                                "goodbye",
                                                Optional.empty(),
                                                List.of())));
    }

    /// What was said last may still be on its way to the others.
    private void settle(long seed) {
        List<Map<RoomId, Long>> before = new ArrayList<>();
        await(
                "everyone has the newest entry, seed",
                seed,
                () -> {
                    List<Map<RoomId, Long>> now = actors.stream().map(this::newest).toList();
                    boolean same = now.equals(before);
                    before.clear();
                    before.addAll(now);
                    return same && agree(now) && actors.stream().allMatch(this::isListed);
                });
    }

    /// Whether the list of rooms shows the same newest messages as the rooms themselves.
    private boolean isListed(Actor actor) {
        return actor.roomsIn().stream()
                .map(RoomHead::id)
                .allMatch(
                        room -> {
                            List<Message> all = actor.mirror.confirmed(room);
                            Optional<Message> listed =
                                    Optional.ofNullable(actor.mirror.activities().get(room))
                                            .flatMap(RoomActivity::last);
                            return all.isEmpty()
                                    || listed.map(Shown::of)
                                            .equals(Optional.of(Shown.of(all.getLast())));
                        });
    }

    private Map<RoomId, Long> newest(Actor actor) {
        return actor.roomsIn().stream()
                .collect(Collectors.toMap(RoomHead::id, room -> newest(actor, room.id())));
    }

    private static long newest(Actor actor, RoomId room) {
        List<Message> all = actor.mirror.confirmed(room);
        return all.isEmpty() ? 0 : all.getLast().seq().orElse(0);
    }

    /// Whether all who are in a room have the same newest message of it.
    private static boolean agree(List<Map<RoomId, Long>> newest) {
        return newest.stream()
                .flatMap(each -> each.entrySet().stream())
                .distinct()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.counting()))
                .values()
                .stream()
                .allMatch(differing -> differing == 1);
    }

    private void compare(long seed) {
        try (SqliteChatLog store =
                SqliteChatLog.open(folder.resolve("host"), InstantSource.system(), _ -> {})) {
            for (StoredRoom stored : store.rooms()) {
                List<Entry> log = log(store, stored.id());
                assertThat(log.stream().map(Entry::seq))
                        .as("no gap, seed " + seed)
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(1, log.size())
                                        .mapToObj(Long::valueOf)
                                        .toList());
                RoomFold fold = new RoomFold(stored.id());
                log.forEach(fold::apply);
                for (Actor actor : actors) {
                    compare(actor, stored, fold, seed);
                }
            }
        }
    }

    private void compare(Actor actor, StoredRoom stored, RoomFold fold, long seed) {
        RoomState state = fold.state();
        String what = actor.name + " in " + stored + ", seed " + seed;
        RoomHead head = actor.mirror.heads().get(stored.id());
        boolean lobby = stored.id().equals(RoomId.LOBBY);
        boolean member = lobby || state.members().contains(actor.id());
        if (!member) {
            boolean invited = state.standings().get(actor.id()) == Membership.INVITED;
            boolean sees = stored.kind() == RoomKind.PUBLIC || invited;
            assertThat(head != null).as("sees it: " + what).isEqualTo(sees);
            return;
        }
        if (head == null) {
            throw new AssertionError("is in it, and does not see it: " + what);
        }
        assertThat(head.membership()).as(what).isEqualTo(Membership.MEMBER);
        assertThat(head.topic()).as(what).isEqualTo(state.topic());
        if (!lobby) {
            assertThat(head.name()).as(what).isEqualTo(state.name());
            assertThat(head.memberCount()).as(what).isEqualTo(state.members().size());
        }
        List<Message> held = actor.mirror.confirmed(stored.id());
        long from = held.isEmpty() ? 1 : held.getFirst().seq().orElseThrow();
        compared += held.size();
        List<Shown> expected =
                fold.messages().stream()
                        .filter(message -> message.seq() >= from)
                        .map(Shown::of)
                        .toList();
        assertThat(held.stream().map(Shown::of).toList())
                .as(what)
                .containsExactlyElementsOf(expected);
        if (lobby) {
            // Who was away for longer is sent the newest entries, of which some are no messages.
            long missable = stored.lastSeq() - Limits.REPLAYED_ENTRIES.value();
            assertThat(expectedSeqs(fold))
                    .as("holds enough: " + what)
                    .noneMatch(seq -> seq > missable && seq < from);
        } else {
            assertThat(held.size() >= FIRST_PAGE || held.size() == fold.messages().size())
                    .as("holds enough: " + what)
                    .isTrue();
        }
    }

    private static List<Long> expectedSeqs(RoomFold fold) {
        return fold.messages().stream().map(FoldedMessage::seq).toList();
    }

    /// What there is to see of a message.
    private record Shown(
            long seq,
            EntryId id,
            PersonId from,
            String text,
            Optional<EntryId> replyTo,
            Optional<Instant> edited,
            boolean deleted,
            Map<String, ?> reactions) {
        static Shown of(FoldedMessage message) {
            return of(Message.of(message, false));
        }

        static Shown of(Message message) {
            Message.Details details = message.details();
            return new Shown(
                    message.seq().orElseThrow(),
                    message.id(),
                    message.from().id(),
                    message.text(),
                    details.replyTo(),
                    details.edited(),
                    details.deleted(),
                    details.reactions());
        }
    }

    private static List<Entry> log(SqliteChatLog store, RoomId room) {
        List<Entry> log = new ArrayList<>();
        while (log.size() < store.lastSeq(room)) {
            log.addAll(store.after(room, log.size(), 1_000));
        }
        return log;
    }

    private RunningHost host() {
        return RunningHost.start(
                new RunningHost.Plan(
                        "Model",
                        folder.resolve("host"),
                        0,
                        Optional.of("127.0.0.1"),
                        Optional.empty(),
                        List.of(),
                        false),
                new Quiet(),
                System.out::println,
                InstantSource.system());
    }
}
