package dev.hearth.app;

import dev.hearth.gateway.HostWatcher;
import dev.hearth.log.StoreNotice;
import dev.hearth.model.Entry;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Payload;
import dev.hearth.model.Person;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A hosted chat that does not stop silently. Thread-safe.
///
/// A thread of its own, which exists from the start because an `OutOfMemoryError` may leave no room
/// for another, looks at the host loop and the server four times a second. When the loop has ended,
/// or memory ran out on a thread of the server ([ServerFailures]), it closes the chat, with its
/// connections, and opens it again from its log on the same port: nothing that was acknowledged is
/// lost, and everybody comes back by themselves. When the loop stands still in one turn it says so.
/// When neither helps the chat is over, with a reason ([#ended]).
final class WatchedHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedHost.class);
    private static final long LOOK_MILLIS = 250;

    /// A chat that fails more often is not helped by opening it once more.
    private static final int FAILURES = 5;

    private static final Duration FAILURES_WITHIN = Duration.ofMinutes(10);
    private static final int TRIES = 5;
    private static final long PAUSE_MILLIS = 1_000;

    /// How long a turn may last.
    ///
    /// @param stands until the person who hosts is told
    /// @param stuck until the chat is over
    record Turns(Duration stands, Duration stuck) {
        static final Turns DEFAULT = new Turns(Duration.ofSeconds(10), Duration.ofMinutes(2));
    }

    /// Sentences for the person who hosts. Any thread; must not block.
    interface Notices {
        /// @param lasting whether it goes on until something else is said
        void say(String sentence, boolean lasting);

        void log(StoreNotice notice);
    }

    private final RunningHost.Plan plan;
    private final HostWatcher watcher;
    private final Notices notices;
    private final InstantSource clock;
    private final Turns turns;
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final Deque<Long> failures = new ArrayDeque<>();
    private final Thread watchdog =
            Thread.ofPlatform().daemon().name("hearth-watchdog").unstarted(this::watch);
    private final InetSocketAddress address;
    private final Optional<Integer> takenPort;
    private final String id;
    private final String ownerToken;
    private final LongAdder posted;
    private volatile RunningHost current;
    private boolean standing;
    private volatile boolean closed;

    /// What concerns the owner and is no trouble of the log.
    private record Told(HostWatcher others, Notices notices, LongAdder messages)
            implements HostWatcher {
        @Override
        public void connected(Person person, InetSocketAddress from) {
            others.connected(person, from);
        }

        @Override
        public void disconnected(Person person, String reason) {
            others.disconnected(person, reason);
        }

        @Override
        public void posted(Entry entry) {
            if (entry.payload() instanceof Payload.Posted) {
                messages.increment();
            }
            others.posted(entry);
        }

        @Override
        public void turnedAway(String origin) {
            notices.say(
                    "A page that came as "
                            + origin
                            + " was refused. Where that is a name of this chat, behind a proxy for"
                            + " example, allow it: hearth host --allow-origin "
                            + origin,
                    false);
        }

        @Override
        public void notUnderstood(Person person, String event) {
            others.notUnderstood(person, event);
        }

        @Override
        public void clockFell(Duration by) {
            notices.say(
                    "The clock of this computer went back by "
                            + words(by)
                            + ". New messages bear earlier times than those before them.",
                    false);
        }
    }

    private WatchedHost(
            RunningHost.Plan plan,
            HostWatcher watcher,
            Notices notices,
            InstantSource clock,
            Turns turns) {
        this.plan = plan;
        this.turns = turns;
        this.posted = new LongAdder();
        this.watcher = new Told(watcher, notices, posted);
        this.notices = notices;
        this.clock = clock;
        this.current = RunningHost.start(plan, this.watcher, notices::log, clock);
        this.address = current.address();
        this.takenPort = current.takenPort();
        this.id = current.id();
        this.ownerToken = current.ownerToken();
    }

    /// Starts to host, and to watch.
    ///
    /// @throws HearthException as [RunningHost#start]: nothing is left running
    static WatchedHost start(
            RunningHost.Plan plan, HostWatcher watcher, Notices notices, InstantSource clock) {
        return start(plan, watcher, notices, clock, Turns.DEFAULT);
    }

    static WatchedHost start(
            RunningHost.Plan plan,
            HostWatcher watcher,
            Notices notices,
            InstantSource clock,
            Turns turns) {
        WatchedHost host = new WatchedHost(plan, watcher, notices, clock, turns);
        host.watchdog.start();
        return host;
    }

    InetSocketAddress address() {
        return address;
    }

    /// By which members know the chat.
    String id() {
        return id;
    }

    /// What makes a person the owner of this chat.
    String ownerToken() {
        return ownerToken;
    }

    /// The chat as it runs now: another one once it had to be opened again. Any thread; does not
    /// wait for that.
    RunningHost running() {
        return current;
    }

    /// Messages that were stored since the start, also before the chat was opened again.
    long posted() {
        return posted.sum();
    }

    /// The port that was asked for and was taken; empty when it was had.
    Optional<Integer> takenPort() {
        return takenPort;
    }

    /// Why the chat is over although nobody closed it, once it is.
    CompletableFuture<String> ended() {
        return ended;
    }

    /// Says goodbye to everyone and frees the port, within about two seconds. Idempotent.
    @Override
    public void close() {
        closed = true;
        watchdog.interrupt();
        synchronized (this) {
            current.close();
        }
    }

    private void watch() {
        while (!closed && !ended.isDone()) {
            try {
                Thread.sleep(LOOK_MILLIS);
                look();
            } catch (InterruptedException e) {
                LOG.debug("nobody is watched any more", e);
                return;
            } catch (Throwable t) {
                // Whatever it is: this thread is the last that can say so.
                LOG.error("the watchdog failed", t);
            }
        }
    }

    private synchronized void look() throws InterruptedException {
        if (closed) {
            return;
        }
        Optional<Throwable> failure = current.failure();
        if (failure.isPresent()) {
            reopen(name(failure.get()));
        } else {
            lookAtTurn(current.loop().turnLasts());
        }
    }

    private void lookAtTurn(Duration lasts) {
        if (lasts.compareTo(turns.stuck()) > 0) {
            over("The chat stood still for " + lasts.toSeconds() + " seconds.");
        } else if (lasts.compareTo(turns.stands()) > 0 && !standing) {
            standing = true;
            LOG.error("the host loop stands still: {}", current.loopIsDoing());
            notices.say(
                    "The chat has stood still for "
                            + lasts.toSeconds()
                            + " seconds. Its disk may be too slow, or gone.",
                    true);
        } else if (lasts.compareTo(turns.stands()) < 0 && standing) {
            standing = false;
            notices.say("The chat goes on.", false);
        }
    }

    private void reopen(String why) throws InterruptedException {
        long now = System.nanoTime();
        failures.removeIf(at -> now - at > FAILURES_WITHIN.toNanos());
        failures.add(now);
        if (failures.size() > FAILURES) {
            over("The chat failed " + failures.size() + " times in a short time: " + why + ".");
            current.close();
            return;
        }
        notices.say("The chat failed (" + why + ") and is opened again from its log.", true);
        current.close();
        if (openedAgain()) {
            notices.say("The chat is open again. Nothing that was sent is lost.", false);
        } else {
            over("The chat failed (" + why + ") and could not be opened again.");
        }
    }

    /// On the same port: everybody who was here comes back to it by themselves.
    private boolean openedAgain() throws InterruptedException {
        for (int tries = 0; tries < TRIES && !closed; tries++) {
            try {
                RunningHost next =
                        RunningHost.start(plan.at(address.getPort()), watcher, notices::log, clock);
                current = next;
                if (next.takenPort().isEmpty()) {
                    return true;
                }
                next.close();
            } catch (HearthException e) {
                LOG.warn("the chat could not be opened again: {}", e.sentence());
            } catch (Throwable t) {
                LOG.error("the chat could not be opened again", t);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return false;
    }

    private void over(String reason) {
        notices.say(reason, true);
        ended.complete(reason);
    }

    private static String words(Duration time) {
        return time.toDays() > 1
                ? time.toDays() + " days"
                : time.toHours() > 1 ? time.toHours() + " hours" : time.toMinutes() + " minutes";
    }

    private static String name(Throwable failure) {
        String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    /// The failure that a program ends with.
    static HearthException failure(String reason) {
        return new HearthException(ErrorCode.CLOSED, reason);
    }
}
