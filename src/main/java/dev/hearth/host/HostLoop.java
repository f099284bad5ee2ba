package dev.hearth.host;

import dev.hearth.host.ChatHost.Receipt;
import dev.hearth.log.ChatLog;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.HostOptions;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The host loop: the one thread that decides what happens in a hosted chat.
///
/// **What is ordered.** Work is taken from one bounded queue, so whatever any thread asks has one
/// order, and that order is the order of each room's log. An entry gets its sequence number and its
/// time here and nowhere else. Order is that of the numbers; time falls only where the system's
/// clock went back by more than a minute ([EntryClock]).
///
/// **What is batched.** Each turn takes all the work that is waiting, up to [#BATCH]. Messages,
/// edits, deletions and reactions are decided one by one, gathered, and stored together with one
/// sync of the disk, and with them the people who wrote for the first time and the read marks that
/// were waiting. Whatever changes what others may do (a room opened, somebody removed, a role)
/// first commits what was gathered, is decided on what is then committed, and is committed by
/// itself: no rule ever looks at something that might not come to pass. For the same reason a
/// command about a message of the same turn waits for that message to be committed.
///
/// **Why it is safe.** Only after the commit is anything changed in memory, are the commands
/// answered, and the entries published, in this order: an acknowledgement always means that the log
/// has it, and a failure of the store leaves nothing to be undone. It fails the commands that were
/// to be committed together and nothing else; as the disk may hold more than it admitted to, the
/// rooms are read again before the next decision.
///
/// Rooms, people, marks and listeners are touched by this thread only: others see them through a
/// [HostState], which expires with its turn. A step given to [#call] is one more piece of work in
/// the same order, so what it reads of the log and the entries published after it fit together
/// without a gap and without a repetition. The queue is bounded: when it is full [#submit] fails
/// with `BUSY`, and [#call] waits, on the caller's thread.
///
/// **What ends it.** Nothing but [#close] and a Throwable that nobody expects (an
/// `OutOfMemoryError` may have interrupted any line, so nothing in memory can be believed any
/// more). Then everybody who waits is told `CLOSED`, [LoopState] says why, and the layer above
/// closes the chat and opens it again from its log.
///
/// **What takes time.** The loop wakes up by itself for what is due: people whose grace is over,
/// news of who came and went ([PresenceNews]), marks that waited for a second.
final class HostLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostLoop.class);
    static final int QUEUE = 4_096;
    static final int BATCH = 512;
    private static final String HOLDS = "ban-holds";
    private static final Duration MARKS_WAIT = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration KEEPING_PATIENCE = Duration.ofMinutes(1);

    private sealed interface Work {}

    private record Step<T>(Function<HostState, T> action, CompletableFuture<T> answer)
            implements Work {
        void run(HostState inside) {
            try {
                answer.complete(action.apply(inside));
            } catch (HearthException e) {
                answer.completeExceptionally(e);
            } catch (RuntimeException e) {
                LOG.error("a step on the host loop failed", e);
                answer.completeExceptionally(e);
            } catch (Error e) {
                answer.completeExceptionally(e);
                throw e;
            }
        }
    }

    private record Asked(PendingCommand ask) implements Work {}

    private record Stop() implements Work {}

    private final InstantSource clock;
    private final ChatLog store;
    private final Listeners listeners = new Listeners();
    private final ReadMarks marks;
    private final Rooms rooms;
    private final People people;
    private final PresenceNews presence;
    private final Typing typing = new Typing();
    private final Commits commits;
    private final Forgetting forgetting;
    private final Emptying emptying;
    private final Keeping keeping;
    private final ChatName name;
    private final BlockingQueue<Work> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private final LoopState state = new LoopState();
    private Instant marksDue = Instant.MAX;
    private volatile boolean closed;
    private volatile boolean ended;

    private HostLoop(InstantSource clock, ChatLog store, String ownerToken, HostOptions options) {
        this.clock = clock;
        this.store = store;
        Effort effort = new Effort();
        this.marks = new ReadMarks(store, effort);
        this.rooms = new Rooms(store, marks, new RoomQuota(options.limits()), effort);
        this.presence = new PresenceNews(listeners::present);
        this.people =
                new People(
                        store,
                        clock,
                        new Newcomers(clock, options.limits()),
                        new Bans(holds(clock, store, options), clock, rooms::isBanned, effort),
                        ownerToken,
                        effort,
                        presence,
                        who -> marks.leave(who.id(), who.isStored()));
        this.forgetting =
                new Forgetting(
                        store,
                        people,
                        rooms,
                        presence,
                        options.forgetAfter(),
                        clock.instant(),
                        step -> run(_ -> step.run()));
        this.emptying = new Emptying(store);
        listeners.add(emptying);
        this.keeping =
                new Keeping(
                        clock,
                        store,
                        (post, asked) -> submit(post.author(), asked, KEEPING_PATIENCE),
                        options.keepFor());
        this.name = new ChatName(store, options.chatName());
        this.commits =
                new Commits(
                        clock, store, rooms, people, marks, listeners, presence, options.limits());
        this.thread = Thread.ofPlatform().name("hearth-host").daemon().unstarted(this::loop);
    }

    private static BanHolds holds(InstantSource clock, ChatLog store, HostOptions options) {
        BanHolds.Memory memory =
                new BanHolds.Memory() {
                    @Override
                    public void keep(String holds) {
                        store.note(HOLDS, holds);
                    }

                    @Override
                    public Optional<String> kept() {
                        return store.note(HOLDS);
                    }
                };
        return new BanHolds(options.banHold(), memory, clock.instant());
    }

    static HostLoop start(
            InstantSource clock, ChatLog store, String ownerToken, HostOptions options) {
        HostLoop loop = new HostLoop(clock, store, ownerToken, options);
        loop.thread.start();
        loop.emptying.begin();
        return loop;
    }

    void listen(HostListener listener) {
        listeners.add(listener);
    }

    LoopState state() {
        return state;
    }

    Keeping keeping() {
        return keeping;
    }

    ChatName name() {
        return name;
    }

    /// On the loop.
    ///
    /// @return the name as it is from now on
    String rename(String wish) {
        String now = name.give(wish);
        listeners.named(now);
        return now;
    }

    /// What the loop does at this moment, for the log: the innermost calls.
    List<StackTraceElement> doing() {
        return Stream.of(thread.getStackTrace()).limit(12).toList();
    }

    CompletableFuture<Receipt> submit(Person from, Submission asked, Duration patience) {
        CompletableFuture<Receipt> answer = new CompletableFuture<>();
        offer(new Asked(new PendingCommand(from, asked, answer)), answer, patience);
        return answer;
    }

    <T> CompletableFuture<T> call(Function<HostState, T> step) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        offer(new Step<>(step, answer), answer, Duration.ofMinutes(1));
        return answer;
    }

    void run(Consumer<HostState> step) {
        var _ =
                call(
                        inside -> {
                            step.accept(inside);
                            return true;
                        });
    }

    private void offer(Work work, CompletableFuture<?> answer, Duration patience) {
        boolean offered = false;
        try {
            offered = !closed && queue.offer(work, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // The loop rejects what is in the queue after it has set `ended`; what came later is
        // rejected here.
        if (closed && (!offered || ended)) {
            answer.completeExceptionally(ChatHost.closed());
        } else if (!offered) {
            answer.completeExceptionally(
                    new HearthException(ErrorCode.BUSY, "The host is busy. Try again."));
        }
    }

    /// On the loop.
    void read(PersonId person, RoomId room, long seq) {
        long upTo = Math.min(seq, store.lastSeq(room));
        boolean possible = rooms.find(room).isPresent() && people.isKnown(person);
        if (possible && marks.advance(person, room, upTo, people.isStored(person))) {
            if (marksDue.equals(Instant.MAX)) {
                marksDue = clock.instant().plus(MARKS_WAIT);
            }
            listeners.read(person, room, upTo);
        }
    }

    /// On the loop.
    void typing(Person person, RoomId room) {
        Instant now = clock.instant();
        Person current = people.current(person);
        if (commits.mayWrite(current, room, now) && typing.isNews(person.id(), room, now)) {
            listeners.typing(current, room);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        keeping.end();
        try {
            if (queue.offer(new Stop(), 1, TimeUnit.SECONDS)) {
                thread.join(1_000);
            }
            if (thread.isAlive()) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        emptying.end();
    }

    private void loop() {
        Queue<Work> turn = new ArrayDeque<>(BATCH);
        try {
            boolean running = true;
            Duration wait = IDLE;
            while (running) {
                @Nullable Work first = queue.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
                state.begin();
                if (first != null) {
                    turn.add(first);
                    queue.drainTo(turn, BATCH - 1);
                }
                HostState inside = listeners.begin(people, rooms);
                running = turn(turn);
                wait = tidyUp();
                inside.end();
                state.end();
            }
        } catch (InterruptedException e) {
            LOG.debug("the host loop was interrupted while closing");
        } catch (Throwable t) {
            state.failed(t);
            closed = true;
            LOG.error("the host loop ended", t);
        } finally {
            closed = true;
            ended = true;
            state.end();
            commits.abandon();
            // What was taken together with the order to stop, too: somebody waits for it.
            rejectAll(turn);
            rejectAll(queue);
        }
    }

    /// One turn. Commands are gathered until something needs to see them in the log, or the turn
    /// ends.
    private boolean turn(Queue<Work> works) {
        commits.expect(
                works.stream()
                        .flatMap(
                                work ->
                                        work instanceof Asked(PendingCommand ask)
                                                ? Stream.of(ask)
                                                : Stream.empty())
                        .toList());
        for (Work work; (work = works.poll()) != null; ) {
            switch (work) {
                case Asked(PendingCommand ask) -> commits.take(ask);
                case Step<?> step -> {
                    commits.commit();
                    step.run(listeners.inside());
                }
                case Stop _ -> {
                    commits.commit();
                    commits.saveMarks();
                    return false;
                }
            }
        }
        commits.commit();
        return true;
    }

    /// Does what is due.
    ///
    /// @return how long to wait for work before there is something due again
    private Duration tidyUp() {
        Instant now = clock.instant();
        Optional<Instant> graceEnds = people.expire(now);
        if (!marksDue.isAfter(now)) {
            marksDue = commits.saveMarks() ? Instant.MAX : now.plus(MARKS_WAIT);
        }
        forgetting.tidyUp(now);
        keeping.tidyUp(now);
        Instant presenceDue = presence.flush(now);
        Instant next =
                Stream.of(graceEnds.orElse(Instant.MAX), marksDue, presenceDue)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.MAX);
        Duration wait = next.equals(Instant.MAX) ? IDLE : Duration.between(now, next);
        return wait.compareTo(IDLE) > 0 ? IDLE : wait.plusMillis(1);
    }

    private static void rejectAll(Queue<Work> works) {
        for (Work work; (work = works.poll()) != null; ) {
            switch (work) {
                case Asked(PendingCommand ask) ->
                        ask.answer().completeExceptionally(ChatHost.closed());
                case Step<?>(var _, var answer) -> answer.completeExceptionally(ChatHost.closed());
                case Stop _ -> {}
            }
        }
    }
}
