package dev.hearth.client;

import dev.hearth.client.JoinRequest.Transports;
import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.HearthException;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.Limits;
import dev.hearth.model.RoomId;
import dev.hearth.model.SearchAnswer;
import dev.hearth.model.SearchRequest;
import dev.hearth.model.ServerKind;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A joined chat: when to connect, and what the connection's state is. What is said over it is the
/// [Dialect]'s.
///
/// Public methods hand their work to the loop; all but the fields marked otherwise is confined to
/// it, the listener's calls included.
final class SocketChat implements Chat, Link.Listener, Dialect.Floor {
    /// Together with [#DIAGNOSIS], the 5 s within which a person learns what is wrong.
    private static final Duration CONNECT_WITHIN = Duration.ofMillis(3_500);

    private static final Duration DIAGNOSIS = Duration.ofMillis(800);

    /// A connection that holds this long ends a series of failures.
    private static final Duration STABLE = Duration.ofSeconds(2);

    private static final System.Logger LOG = System.getLogger(SocketChat.class.getName());

    // Shared between threads.
    private final AtomicBoolean left = new AtomicBoolean();
    private final InstantSource clock;
    private final ChatLoop loop;
    private volatile ConnectionState state = new ConnectionState.Connecting(1);

    private JoinRequest request;
    private final Consumer<Event> listener;
    private final Dialect dialect;
    private final Backoff backoff = new Backoff(ThreadLocalRandom.current());
    private @Nullable Link link;
    private boolean open;
    private boolean everOnline;
    private boolean ending;
    private String lost = "";
    private int attempt;
    private Runnable cancelTimer = () -> {};

    SocketChat(
            JoinRequest request,
            Optional<String> key,
            Consumer<Event> listener,
            InstantSource clock) {
        this.request = request;
        this.listener = listener;
        this.clock = clock;
        loop = new ChatLoop(request.server().getAuthority());
        dialect = new PlainDialect(request, key, this);
    }

    void start() {
        loop.run(this::connect);
    }

    @Override
    public ConnectionState state() {
        return state;
    }

    @Override
    public EntryId send(String text) {
        if (left.get()) {
            throw new HearthException(ErrorCode.CLOSED, "You have left this chat.");
        }
        if (text.isBlank()) {
            throw new HearthException(ErrorCode.EMPTY, "There is nothing to send.");
        }
        if (Limits.PLAIN_TEXT_BYTES.isPassedBy(text) || Tree.isTooLargeToSend(text)) {
            throw new HearthException(
                    ErrorCode.TOO_LONG,
                    "This is too long to send as one message: the limit is "
                            + Limits.PLAIN_TEXT_BYTES.value()
                            + " bytes.");
        }
        EntryId id = EntryId.next(clock.millis());
        String sent = wellFormed(text);
        loop.run(() -> dialect.send(id, sent));
        return id;
    }

    /// Half a surrogate pair cannot travel as UTF-8, and its echo would not be recognised.
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Override
    public void retry(EntryId id) {
        loop.run(() -> dialect.retry(id));
    }

    @Override
    public void discard(EntryId id) {
        loop.run(() -> dialect.discard(id));
    }

    @Override
    public CompletionStage<Accepted> submit(Command command) {
        return unsupported();
    }

    @Override
    public void showOlder(RoomId room) {}

    @Override
    public CompletionStage<HistoryPage> history(HistoryRequest request) {
        return unsupported();
    }

    @Override
    public CompletionStage<SearchAnswer> search(SearchRequest request) {
        return unsupported();
    }

    @Override
    public void typing(RoomId room) {}

    @Override
    public void read(RoomId room, long seq) {}

    private static <T> CompletionStage<T> unsupported() {
        return CompletableFuture.failedStage(
                new HearthException(ErrorCode.UNSUPPORTED, "This server cannot do that."));
    }

    @Override
    public void reconnectNow() {
        loop.run(
                () -> {
                    switch (state) {
                        case ConnectionState.Offline _, ConnectionState.Refused _ -> connect();
                        case ConnectionState.Connecting _,
                                ConnectionState.Entering _,
                                ConnectionState.CatchingUp _,
                                ConnectionState.Online _,
                                ConnectionState.Closed _ -> {}
                    }
                });
    }

    @Override
    public void close() {
        if (left.compareAndSet(false, true)) {
            loop.run(
                    () -> {
                        cancelTimer.run();
                        drop(() -> loop.run(this::gone));
                    });
        }
    }

    private void gone() {
        become(new ConnectionState.Closed());
        loop.end();
    }

    private void connect() {
        cancelTimer.run();
        attempt++;
        become(new ConnectionState.Connecting(attempt));
        Link fresh = new Link(request, dialect, loop, this);
        link = fresh;
        cancelTimer = loop.after(CONNECT_WITHIN, () -> ended(fresh, new LinkEnd.TimedOut()));
        fresh.open();
    }

    @Override
    public void opened(Link which) {
        if (which != link) {
            return;
        }
        cancelTimer.run();
        cancelTimer = loop.after(STABLE, backoff::reset);
        open = true;
        ending = false;
        everOnline = true;
        attempt = 0;
        become(new ConnectionState.Online(dialect.kind()));
        dialect.opened();
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
            case LinkEnd.Rejected rejected ->
                    refuse(Diagnosis.rejected(request.server(), rejected.message()));
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

    /// A person who has never been in is told what is wrong; one who has been will want to be back,
    /// and to know what ended it rather than that nobody answers since.
    private void failed(@Nullable Diagnosis known) {
        if (everOnline) {
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
        Thread.ofPlatform()
                .daemon()
                .name("hearth diagnosis")
                .start(
                        () -> {
                            Diagnosis found = Diagnosis.probe(request.server(), DIAGNOSIS);
                            loop.run(() -> once.accept(found));
                        });
    }

    private void diagnosed(Diagnosis found) {
        if (found.wantsWebSocket() && request.transports() == Transports.DEFAULT) {
            request = request.with(Transports.WEBSOCKET_ONLY);
            connect();
        } else {
            refuse(found);
        }
    }

    private void refuse(Diagnosis why) {
        cancelTimer.run();
        become(new ConnectionState.Refused(why.code(), why.sentence()));
    }

    private void retryLater(String reason) {
        Duration wait = backoff.next();
        become(new ConnectionState.Offline(clock.instant().plus(wait), reason));
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

    private void become(ConnectionState next) {
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
            LOG.log(Level.ERROR, "The listener of a joined chat failed", e);
        }
    }

    @Override
    public void recognised(ServerKind kind) {
        if (open) {
            become(new ConnectionState.Online(kind));
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
    public Runnable after(Duration delay, Runnable task) {
        return loop.after(delay, task);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}
