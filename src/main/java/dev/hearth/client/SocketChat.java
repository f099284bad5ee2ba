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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A joined chat: when to connect, and what the connection's state is. What is said over it is the
/// [Dialect]'s. Each time it is found out anew which one the server speaks: `/hearth` first, and
/// where that is refused or nobody greets there, `/`.
///
/// Public methods hand their work to the loop; all but the fields marked otherwise is confined to
/// it, the listener's calls included.
final class SocketChat implements Chat, Link.Listener, Dialect.Floor {
    /// Together with [#DIAGNOSIS], the 5 s within which a person learns what is wrong.
    private static final Duration CONNECT_WITHIN = Duration.ofMillis(3_500);

    private static final Duration DIAGNOSIS = Duration.ofMillis(800);

    /// A connection that holds this long ends a series of failures.
    private static final Duration STABLE = Duration.ofSeconds(2);

    /// The reason the library gives when the server ended it.
    private static final String PUT_OUT = "io server disconnect";

    private static final System.Logger LOG = System.getLogger(SocketChat.class.getName());

    // Shared between threads.
    private final AtomicBoolean left = new AtomicBoolean();
    private final InstantSource clock;
    private final ChatLoop loop;
    private volatile ConnectionState state = new ConnectionState.Connecting(1);

    private JoinRequest request;
    private final Consumer<Event> listener;
    private final Shelf shelf;
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
            JoinedFolders folders,
            Consumer<Event> listener,
            InstantSource clock) {
        this.request = request;
        this.listener = listener;
        this.clock = clock;
        loop = new ChatLoop(request.server().getAuthority());
        disk = new DiskThread(loop, request.server().getAuthority());
        // A guest is forgotten by the host, and so forgets as well.
        shelf = new Shelf(disk, request.guest() ? JoinedFolders.NONE : folders, clock);
        hearth = new HearthDialect(request, this, shelf);
        plain = new PlainDialect(request, this);
        dialect = hearth;
    }

    void start() {
        loop.run(
                () ->
                        shelf.openKnown(
                                request.server(),
                                kept -> {
                                    kept.ifPresent(this::restore);
                                    if (!left.get()) {
                                        connect();
                                    }
                                }));
    }

    private void restore(KeptChat.Contents kept) {
        shelf.hostId().ifPresent(host -> hearth.restore(host, kept));
    }

    @Override
    public ConnectionState state() {
        return state;
    }

    @Override
    public EntryId send(String text) {
        requireJoined();
        requireText(text, textLimit());
        EntryId id = EntryId.next(clock.millis());
        String sent = wellFormed(text);
        loop.run(
                () -> {
                    if (speaksPlain) {
                        plain.send(id, sent);
                    } else {
                        hearth.send(id, sent);
                    }
                });
        return id;
    }

    private void requireJoined() {
        if (left.get()) {
            throw new HearthException(ErrorCode.CLOSED, "You have left this chat.");
        }
    }

    private int textLimit() {
        return speaksPlain ? Limits.PLAIN_TEXT_BYTES.value() : hearth.textBytes();
    }

    private static void requireText(String text, int limit) {
        if (text.isBlank()) {
            throw new HearthException(ErrorCode.EMPTY, "There is nothing to send.");
        }
        if (text.length() > limit
                || text.getBytes(StandardCharsets.UTF_8).length > limit
                || Tree.isTooLargeToSend(text)) {
            throw new HearthException(
                    ErrorCode.TOO_LONG,
                    "This is too long to send as one message: the limit is " + limit + " bytes.");
        }
    }

    /// Half a surrogate pair cannot travel as UTF-8, and its echo would not be recognised.
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Override
    public void retry(EntryId id) {
        loop.run(() -> both(each -> each.retry(id)));
    }

    @Override
    public void discard(EntryId id) {
        loop.run(() -> both(each -> each.discard(id)));
    }

    /// An id is known to one of them at most.
    private void both(Consumer<Dialect> work) {
        work.accept(hearth);
        work.accept(plain);
    }

    @Override
    public CompletionStage<Accepted> submit(Command command) {
        return ask(
                answer -> {
                    Command checked = checked(command);
                    loop.run(
                            () -> {
                                if (speaksPlain) {
                                    answer.completeExceptionally(Outgoing.unsupported());
                                } else {
                                    hearth.submit(checked, answer);
                                }
                            });
                });
    }

    private Command checked(Command command) {
        return switch (command) {
            case Command.PostMessage(var id, var in, var text, var of, var files) -> {
                if (files.isEmpty() || !text.isEmpty()) {
                    requireText(text, textLimit());
                }
                yield new Command.PostMessage(id, in, wellFormed(text), of, files);
            }
            case Command.EditMessage(var id, var room, var of, var text) -> {
                requireText(text, textLimit());
                yield new Command.EditMessage(id, room, of, wellFormed(text));
            }
            case Command other -> other;
        };
    }

    @Override
    public void showOlder(RoomId room) {
        loop.run(
                () -> {
                    if (speaksPlain) {
                        tell(new Event.OlderMessages(room, List.of(), false));
                    } else {
                        hearth.showOlder(room);
                    }
                });
    }

    @Override
    public CompletionStage<HistoryPage> history(HistoryRequest request) {
        return ask(answer -> onHearth(answer, () -> hearth.questions().history(request, answer)));
    }

    @Override
    public CompletionStage<SearchAnswer> search(SearchRequest request) {
        return ask(answer -> onHearth(answer, () -> hearth.questions().search(request, answer)));
    }

    private void onHearth(CompletableFuture<?> answer, Runnable question) {
        loop.run(
                () -> {
                    if (speaksPlain) {
                        answer.completeExceptionally(Outgoing.unsupported());
                    } else {
                        question.run();
                    }
                });
    }

    private <T> CompletionStage<T> ask(Consumer<CompletableFuture<T>> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            requireJoined();
            question.accept(answer);
        } catch (HearthException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    @Override
    public void typing(RoomId room) {
        loop.run(() -> hearth.courtesies().typing(room));
    }

    @Override
    public void read(RoomId room, long seq) {
        loop.run(() -> hearth.courtesies().read(room, seq));
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
        show(new ConnectionState.Connecting(attempt));
        open(hearth);
    }

    private void open(Dialect tried) {
        cancelTimer.run();
        dialect = tried;
        known = false;
        Link fresh = new Link(request, tried, loop, this);
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

    /// Servers that are no Hearth hosts have no such namespace, and say so. A Hearth host says why.
    private void rejected(LinkEnd.Rejected how) {
        Optional<ErrorCode> code =
                Stream.of(ErrorCode.values())
                        .filter(each -> each.wire().equals(how.code()))
                        .findFirst();
        if (dialect == plain) {
            refuse(Diagnosis.rejected(request.server(), how.message()));
        } else if (code.isPresent() && isForNow(code.get())) {
            giveUp(how.message());
        } else if (code.isPresent()) {
            refuse(code.get(), how.message());
        } else {
            notSpoken(true);
        }
    }

    private static boolean isForNow(ErrorCode code) {
        return code == ErrorCode.BUSY || code == ErrorCode.RATE || code == ErrorCode.STORAGE;
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
            LOG.log(Level.ERROR, "The listener of a joined chat failed", e);
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
    public void say(String event, Object argument) {
        Link current = link;
        if (current != null) {
            current.say(event, argument);
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
