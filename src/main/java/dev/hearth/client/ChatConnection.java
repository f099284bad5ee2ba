package dev.hearth.client;

import dev.hearth.client.JoinRequest.Transports;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connection of a joined chat: when to connect, and how it stands. What is said over it is the
/// [Dialect]'s. Each time it is found out anew which one the server speaks: `/hearth` first, and
/// where that is refused or nobody greets there, `/`.
///
/// Confined to the chat's loop, the listener's calls included, but for what says otherwise.
final class ChatConnection implements Link.Listener, Dialect.Floor {
    /// Together with [#DIAGNOSIS], the 5 s within which a person learns what is wrong.
    private static final Duration CONNECT_WITHIN = Duration.ofMillis(3_500);

    private static final Duration DIAGNOSIS = Duration.ofMillis(800);

    /// A connection that holds this long ends a series of failures.
    private static final Duration STABLE = Duration.ofSeconds(2);

    /// The reason the library gives when the server ended it.
    private static final String PUT_OUT = "io server disconnect";

    private static final Logger LOG = LoggerFactory.getLogger(ChatConnection.class);

    private final InstantSource clock;
    private final ChatLoop loop;

    /// Also read by other threads.
    private volatile ConnectionState state = new ConnectionState.Connecting(1);

    private JoinRequest request;
    private final Consumer<Event> listener;
    private final ReplicaWriter shelf;
    private final DiskThread disk;
    private final HearthDialect hearth;
    private final PlainDialect plain;

    /// What is spoken on the link, or tried.
    private Dialect dialect;

    /// Whether the server turned out to be a plain one. Also read by other threads.
    private volatile boolean speaksPlain;

    /// Whether what is tried was recognised on this link.
    private boolean known;

    /// How often in a row nobody greeted where a Hearth host had been.
    private int silences;

    /// Where the person wants to go, wherever that leads.
    private final JoinRequest asked;

    /// Whether the server asked for led to the one that is tried now.
    private boolean redirected;

    /// When this attempt began, for its limit in time.
    private long began;

    private final Backoff backoff = new Backoff(ThreadLocalRandom.current());
    private @Nullable Link link;
    private boolean open;
    private boolean everOnline;
    private boolean ending;
    private String lost = "";
    private int attempt;
    private boolean left;
    private Runnable cancelTimer = () -> {};

    ChatConnection(
            JoinRequest request,
            JoinedFolders folders,
            ChatLoop loop,
            Consumer<Event> listener,
            InstantSource clock) {
        this.request = request;
        asked = request;
        this.listener = listener;
        this.clock = clock;
        this.loop = loop;
        disk = new DiskThread(loop, request.place());
        // A guest is forgotten by the host, and so forgets as well.
        shelf =
                new ReplicaWriter(
                        disk,
                        request.guest() ? JoinedFolders.NONE : folders,
                        clock,
                        failure -> refuse(failure.code(), failure.sentence()),
                        sentence -> loop.run(() -> tell(new Event.Noticed(sentence))));
        hearth = new HearthDialect(request, this, shelf);
        plain = new PlainDialect(request, this);
        dialect = hearth;
    }

    void start() {
        shelf.argumentsAt(request.server(), plain::choose);
        shelf.openKnown(
                request.server(),
                kept -> {
                    kept.ifPresent(
                            it -> shelf.hostId().ifPresent(host -> hearth.restore(host, it)));
                    if (!left) {
                        connect();
                    }
                });
    }

    /// Any thread.
    ConnectionState state() {
        return state;
    }

    /// Whether the server turned out to be a plain one. Any thread.
    boolean speaksPlain() {
        return speaksPlain;
    }

    HearthDialect hearth() {
        return hearth;
    }

    PlainDialect plain() {
        return plain;
    }

    void reconnectNow() {
        switch (state) {
            case ConnectionState.Offline _, ConnectionState.Refused _ -> connect();
            case ConnectionState.Connecting _,
                    ConnectionState.Entering _,
                    ConnectionState.CatchingUp _,
                    ConnectionState.Online _,
                    ConnectionState.Closed _ -> {}
        }
    }

    /// Leaves: once.
    void close() {
        left = true;
        cancelTimer.run();
        drop(() -> loop.run(this::gone));
    }

    private void gone() {
        hearth.close();
        shelf.close(
                () -> {
                    disk.end();
                    show(new ConnectionState.Closed());
                    loop.end();
                });
    }

    private void connect() {
        cancelTimer.run();
        attempt++;
        began = System.nanoTime();
        if (redirected && !everOnline) {
            redirected = false;
            request = request.at(asked.server());
        }
        show(new ConnectionState.Connecting(attempt));
        open(hearth);
    }

    private void open(Dialect tried) {
        open(tried, CONNECT_WITHIN);
    }

    private void open(Dialect tried, Duration limit) {
        cancelTimer.run();
        dialect = tried;
        known = false;
        Link fresh = new Link(request, tried, loop, this);
        link = fresh;
        cancelTimer = loop.after(limit, () -> ended(fresh, new LinkEnd.TimedOut()));
        fresh.open();
    }

    @Override
    public void opened(Link which) {
        if (which != link) {
            return;
        }
        cancelTimer.run();
        open = true;
        ending = false;
        dialect.opened();
    }

    @Override
    public void become(ConnectionState next) {
        switch (next) {
            case ConnectionState.CatchingUp _, ConnectionState.Online _ -> {
                if (attempt > 0) {
                    attempt = 0;
                    everOnline = true;
                    cancelTimer.run();
                    cancelTimer = loop.after(STABLE, backoff::reset);
                }
            }
            case ConnectionState.Connecting _,
                    ConnectionState.Entering _,
                    ConnectionState.Offline _,
                    ConnectionState.Refused _,
                    ConnectionState.Closed _ -> {}
        }
        show(next);
    }

    @Override
    public void recognised() {
        silences = 0;
        known = true;
        if (dialect == plain) {
            speaksPlain = true;
            plain.adopt(hearth.standAside());
        } else if (speaksPlain) {
            speaksPlain = false;
            tell(new Event.RoomReset(RoomId.LOBBY));
        }
    }

    /// Where a Hearth host was before, silence may be its being slow; it is asked once more.
    @Override
    public void notSpoken(boolean surely) {
        silences++;
        if (surely || silences > 1 || !hearth.knowsHost()) {
            drop(() -> {});
            open(plain);
        } else {
            giveUp("The host does not answer.");
        }
    }

    @Override
    public void refuse(ErrorCode code, String sentence) {
        drop(() -> {});
        cancelTimer.run();
        show(new ConnectionState.Refused(code, sentence));
    }

    @Override
    public void giveUp(String reason) {
        drop(() -> {});
        cancelTimer.run();
        lost = reason;
        retryLater(reason);
    }

    @Override
    public void heard(Link which, String event, List<@Nullable Object> arguments) {
        if (which == link) {
            dialect.heard(event, arguments);
        }
    }

    @Override
    public void ended(Link which, LinkEnd how) {
        if (which != link) {
            return;
        }
        cancelTimer.run();
        drop(() -> {});
        switch (how) {
            case LinkEnd.Rejected rejected -> rejected(rejected);
            case LinkEnd.Cut cut when !known -> notSpoken(cut.reason().equals(PUT_OUT));
            case LinkEnd.Cut cut -> {
                lost = ending ? Diagnosis.ENDED : Diagnosis.cut(cut.reason());
                retryLater(lost);
            }
            case LinkEnd.TooOld _ -> failed(Diagnosis.tooOld(request.server()));
            case LinkEnd.TimedOut _ -> failed(null);
            case LinkEnd.Failed failure ->
                    failed(Diagnosis.of(request.server(), failure.cause()).orElse(null));
        }
    }

    @Override
    public void leftOut(Link which) {
        if (which == link) {
            tell(
                    new Event.Noticed(
                            "The server sent something that no chat can read. It was left out."));
        }
    }

    /// Servers that are no Hearth hosts have no such namespace, and say so. A Hearth host says why.
    private void rejected(LinkEnd.Rejected how) {
        Optional<ErrorCode> code = ErrorCode.ofWire(how.code());
        if (dialect == plain) {
            refuse(Diagnosis.rejected(request.server(), how.message()));
        } else if (code.filter(each -> each.retry() == ErrorCode.Retry.LATER).isPresent()) {
            giveUp(how.message());
        } else if (code.isPresent()) {
            refuse(code.get(), how.message());
        } else {
            notSpoken(true);
        }
    }

    /// A person who has never been in is told what is wrong; one who has been will want to be back,
    /// and to know what ended it rather than that nobody answers since.
    private void failed(@Nullable Diagnosis known) {
        if (everOnline || (hearth.knowsHost() && known != null)) {
            lost = lost.isEmpty() && known != null ? known.sentence() : lost;
            retryLater(lost);
        } else if (known != null) {
            refuse(known);
        } else {
            diagnose();
        }
    }

    private void diagnose() {
        int asked = attempt;
        Consumer<Diagnosis> once =
                found -> {
                    if (attempt == asked && state instanceof ConnectionState.Connecting) {
                        diagnosed(found);
                    }
                };
        cancelTimer =
                loop.after(DIAGNOSIS, () -> once.accept(Diagnosis.noAnswer(request.server())));
        Diagnosis.ask(request.server(), DIAGNOSIS, found -> loop.run(() -> once.accept(found)));
    }

    private void diagnosed(Diagnosis found) {
        if (found.wantsWebSocket() && request.transports() == Transports.DEFAULT) {
            request = request.with(Transports.WEBSOCKET_ONLY);
            connect();
        } else if (found.leadsTo().isPresent() && !redirected) {
            redirected = true;
            request = request.at(found.leadsTo().get());
            Duration left = CONNECT_WITHIN.minusNanos(System.nanoTime() - began);
            open(hearth, left.compareTo(DIAGNOSIS) < 0 ? DIAGNOSIS : left);
        } else if (hearth.knowsHost()) {
            cancelTimer.run();
            lost = found.sentence();
            retryLater(lost);
        } else {
            refuse(found);
        }
    }

    private void refuse(Diagnosis why) {
        refuse(why.code(), why.sentence());
    }

    private void retryLater(String reason) {
        Duration wait = backoff.next();
        show(new ConnectionState.Offline(clock.instant().plus(wait), reason));
        cancelTimer = loop.after(wait, this::connect);
    }

    /// Lets go of the connection, in whatever state it is.
    ///
    /// @param gone is run once on some thread when nothing of it is left
    private void drop(Runnable gone) {
        Link old = link;
        link = null;
        if (open) {
            open = false;
            dialect.closed();
        }
        if (old == null) {
            gone.run();
        } else {
            old.close(gone);
        }
    }

    private void show(ConnectionState next) {
        if (!next.equals(state) || next instanceof ConnectionState.Connecting) {
            state = next;
            tell(new Event.ConnectionChanged(next));
        }
    }

    @Override
    public void tell(Event event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.error("The listener of a joined chat failed", e);
        }
    }

    @Override
    public void ending() {
        ending = true;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void emit(
            String event, Object[] arguments, Consumer<List<@Nullable Object>> acknowledged) {
        Link current = link;
        if (current != null) {
            current.emit(event, arguments, acknowledged);
        }
    }

    @Override
    public void say(String event, Object... arguments) {
        Link current = link;
        if (current != null) {
            current.say(event, arguments);
        }
    }

    @Override
    public void readPage(Consumer<Optional<MessageArguments>> found) {
        ChatPage.ask(request.server(), says -> loop.run(() -> found.accept(says)));
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        return loop.after(delay, task);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}
