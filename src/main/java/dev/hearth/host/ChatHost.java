package dev.hearth.host;

import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Limits;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import dev.hearth.store.PeopleBook;
import dev.hearth.store.RoomLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The host loop: the one thread that decides what happens in a hosted chat.
///
/// **What is ordered.** Work is taken from one bounded queue, so whatever any thread asks has one
/// order, and that order is the order of the log. An entry gets its sequence number and its time
/// here and nowhere else; time never falls within a room, also when the system's clock does.
///
/// **What is batched.** Each turn takes all the work that is waiting, up to [#BATCH], runs the
/// rules on every command, and appends the entries that came of it with one call: with a log on
/// disk that is one sync for the whole turn. Only then are the commands answered and the entries
/// published, so an acknowledgement always means that the log has it.
///
/// **Why it is safe.** The rules, the roster and the subscribers are touched by this thread only. A
/// step given to [#run] is one more piece of work in the same order, so what it reads of the log
/// and the entries published after it fit together without a gap and without a repetition. The
/// queue is bounded: when it is full [#post] fails with `BUSY` at once, and [#run] waits, on the
/// caller's thread.
///
/// A failure of the log fails the commands of that turn and nothing else: nothing was published.
public final class ChatHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChatHost.class);
    static final int QUEUE = 4_096;
    static final int BATCH = 512;

    /// The answer to a message: its place in the log, and whether it was there before under the
    /// same id.
    public record Receipt(Entry entry, boolean repeated) {}

    private sealed interface Work {}

    private record Step<T>(Supplier<T> action, CompletableFuture<T> answer) implements Work {
        void run() {
            try {
                answer.complete(action.get());
            } catch (HearthException e) {
                answer.completeExceptionally(e);
            } catch (RuntimeException e) {
                LOG.error("a step on the host loop failed", e);
                answer.completeExceptionally(e);
            }
        }
    }

    private record Post(Person from, PostMessage command, CompletableFuture<Receipt> answer)
            implements Work {}

    private record Stop() implements Work {}

    private record Done(CompletableFuture<Receipt> answer, Receipt receipt) {}

    private final InstantSource clock;
    private final RoomLog lobby;
    private final List<EntryListener> listeners = new CopyOnWriteArrayList<>();
    private final People people;
    private final BlockingQueue<Work> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread loop;
    private volatile boolean closed;
    private volatile boolean ended;
    private Instant lastAt = Instant.EPOCH;

    /// Starts the loop.
    public ChatHost(InstantSource clock, RoomLog lobby, PeopleBook book) {
        this.clock = clock;
        this.lobby = lobby;
        this.people = new People(book);
        this.loop = Thread.ofPlatform().name("hearth-host").daemon().unstarted(this::loop);
        loop.start();
    }

    /// Tells `listener` of every entry committed from now on, on the loop.
    public void listen(EntryListener listener) {
        listeners.add(listener);
    }

    /// The people of this chat. Only from within [#run].
    public People people() {
        return people;
    }

    /// The sequence number of the newest entry in `#lobby`; 0 while there is none. Any thread.
    public long lastSeq() {
        return lobby.lastSeq();
    }

    /// Up to `limit` entries of `#lobby` after `seq`, oldest first. Any thread.
    public List<Entry> after(long seq, int limit) {
        return lobby.after(seq, limit);
    }

    /// Posts a message. The answer comes once the log has it, on the loop: what is chained to it
    /// must not block.
    ///
    /// Fails with a [HearthException]: BUSY (the queue is full), CLOSED, NO_ROOM, TOO_LONG,
    /// CONFLICT, STORAGE.
    ///
    /// @param patience how long to wait, on the caller's thread, for a place in a full queue
    public CompletableFuture<Receipt> post(Person from, PostMessage command, Duration patience) {
        CompletableFuture<Receipt> answer = new CompletableFuture<>();
        offer(new Post(from, command, answer), answer, patience);
        return answer;
    }

    /// Runs `step` on the loop, in order with everything else. Waits on the caller's thread for a
    /// place in a full queue, so it must not be called on the loop itself.
    ///
    /// Fails with CLOSED when the chat was closed first.
    public <T> CompletableFuture<T> call(Supplier<T> step) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        offer(new Step<>(step, answer), answer, Duration.ofMinutes(1));
        return answer;
    }

    /// [#call] for whoever does not wait for it.
    public void run(Runnable step) {
        var _ =
                call(
                        () -> {
                            step.run();
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
            answer.completeExceptionally(closedChat());
        } else if (!offered) {
            answer.completeExceptionally(
                    new HearthException(ErrorCode.BUSY, "The host is busy. Try again."));
        }
    }

    /// Stops the loop after what is in its queue, within two seconds. Idempotent.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (queue.offer(new Stop(), 1, TimeUnit.SECONDS)) {
                loop.join(1_000);
            }
            if (loop.isAlive()) {
                loop.interrupt();
            }
        } catch (InterruptedException e) {
            loop.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        List<Work> turn = new ArrayList<>(BATCH);
        try {
            boolean running = true;
            while (running) {
                turn.clear();
                turn.add(queue.take());
                queue.drainTo(turn, BATCH - 1);
                running = turn(turn);
            }
        } catch (InterruptedException e) {
            LOG.debug("the host loop was interrupted while closing");
        } finally {
            closed = true;
            ended = true;
            rejectTheRest();
        }
    }

    /// One turn. Posts are gathered until a step needs to see them in the log, or the turn ends.
    private boolean turn(List<Work> works) {
        Turn open = new Turn();
        for (Work work : works) {
            switch (work) {
                case Post post -> open.decide(post);
                case Step<?> step -> {
                    open.commit();
                    open = new Turn();
                    step.run();
                }
                case Stop _ -> {
                    open.commit();
                    return false;
                }
            }
        }
        open.commit();
        return true;
    }

    private void rejectTheRest() {
        for (Work work; (work = queue.poll()) != null; ) {
            switch (work) {
                case Post(var _, var _, var answer) -> answer.completeExceptionally(closedChat());
                case Step<?>(var _, var answer) -> answer.completeExceptionally(closedChat());
                case Stop _ -> {}
            }
        }
    }

    private static HearthException closedChat() {
        return new HearthException(ErrorCode.CLOSED, "This chat has been closed.");
    }

    /// The commands decided but not yet committed.
    private final class Turn {
        private final List<Entry> entries = new ArrayList<>();
        private final List<Done> done = new ArrayList<>();
        private final Map<EntryId, Entry> fresh = new HashMap<>();

        void decide(Post post) {
            try {
                done.add(new Done(post.answer(), receipt(post.from(), post.command())));
            } catch (HearthException e) {
                post.answer().completeExceptionally(e);
            }
        }

        private Receipt receipt(Person from, PostMessage command) {
            check(command);
            Optional<Entry> earlier =
                    Optional.ofNullable(fresh.get(command.id())).or(() -> lobby.find(command.id()));
            if (earlier.isPresent()) {
                return repeated(earlier.get(), command);
            }
            Entry entry =
                    new Entry(
                            command.in(),
                            lobby.lastSeq() + entries.size() + 1,
                            command.id(),
                            from,
                            now(),
                            new Posted(command.text()));
            entries.add(entry);
            fresh.put(entry.id(), entry);
            return new Receipt(entry, false);
        }

        void commit() {
            if (done.isEmpty()) {
                return;
            }
            try {
                if (!entries.isEmpty()) {
                    entries.forEach(entry -> people.remember(entry.from(), entry.at()));
                    lobby.append(entries);
                }
            } catch (RuntimeException e) {
                LOG.error("the log refused {} entries", entries.size(), e);
                HearthException failure =
                        new HearthException(
                                ErrorCode.STORAGE, "The host could not store the message.", e);
                done.forEach(each -> each.answer().completeExceptionally(failure));
                return;
            }
            done.forEach(each -> each.answer().complete(each.receipt()));
            if (!entries.isEmpty()) {
                publish(List.copyOf(entries));
            }
        }
    }

    private void publish(List<Entry> entries) {
        for (EntryListener listener : listeners) {
            try {
                listener.committed(entries);
            } catch (RuntimeException e) {
                LOG.error("publishing {} entries failed", entries.size(), e);
            }
        }
    }

    private static void check(PostMessage command) {
        if (!command.in().equals(RoomId.LOBBY)) {
            throw new HearthException(ErrorCode.NO_ROOM, "There is no such room.");
        }
        if (Limits.PLAIN_TEXT_BYTES.isPassedBy(command.text())) {
            throw new HearthException(ErrorCode.TOO_LONG, "This message is too long to be sent.");
        }
    }

    private static Receipt repeated(Entry earlier, PostMessage command) {
        if (!earlier.payload().equals(new Posted(command.text()))) {
            throw new HearthException(
                    ErrorCode.CONFLICT, "Another message was already sent under this id.");
        }
        return new Receipt(earlier, true);
    }

    private Instant now() {
        Instant at = Instant.ofEpochMilli(clock.millis());
        lastAt = at.isBefore(lastAt) ? lastAt : at;
        return lastAt;
    }
}
