package dev.hearth.client.connection;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinedFolders;
import dev.hearth.client.dialect.Dialect;
import dev.hearth.client.dialect.DialectList;
import dev.hearth.client.link.ChatLoop;
import dev.hearth.client.link.Diagnosis;
import dev.hearth.client.link.Link;
import dev.hearth.client.link.LinkEnd;
import dev.hearth.client.link.Opening;
import dev.hearth.client.replica.ReplicaWriter;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.FailureCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.RoomId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connection of a joined chat: when to connect, and how it stands. What is said over it is the
/// [Dialect]'s, which one is found out by [DialectProbe], and where it leads is in [Route].
///
/// Confined to the chat's loop, the listener's calls included, but for what says otherwise.
final class ChatConnection implements Link.Listener, DialectServices.Steering {
    /// A connection that holds this long ends a series of failures.
    private static final Duration STABLE = Duration.ofSeconds(2);

    /// The reason the library gives when the server ended it.
    private static final String PUT_OUT = "io server disconnect";

    private static final Logger LOG = LoggerFactory.getLogger(ChatConnection.class);

    private final InstantSource clock;
    private final ChatLoop loop;
    private final ReplicaWriter writer;
    private final DialectProbe probe;
    private final DialectChoice choice;
    private final Route route;
    private final ConnectTimer timer;
    private final CurrentLink link = new CurrentLink();
    private final DialectServices services;
    private final Backoff backoff = new Backoff(ThreadLocalRandom.current());

    /// Also read by other threads.
    private volatile ConnectionState state = new ConnectionState.Connecting(1);

    private boolean everOnline;
    private boolean ending;
    private String lost = "";
    private int attempt;
    private boolean left;

    ChatConnection(
            JoinRequest request,
            JoinedFolders folders,
            DialectList dialects,
            ChatLoop loop,
            Consumer<Event> listener,
            InstantSource clock) {
        this.clock = clock;
        this.loop = loop;
        route = new Route(request, loop);
        timer = new ConnectTimer(loop);
        services = new DialectServices(this, link, loop, route, listener, clock);
        // A guest is forgotten by the host, and so forgets as well.
        writer =
                new ReplicaWriter(
                        loop,
                        request.place(),
                        request.guest() ? JoinedFolders.NONE : folders,
                        clock,
                        failure -> refuse(failure.code(), failure.sentence()),
                        sentence -> loop.run(() -> tell(new Event.Noticed(sentence))));
        probe =
                new DialectProbe(
                        dialects.of(request, services, writer),
                        services,
                        names ->
                                refuse(
                                        Diagnosis.unrecognised(
                                                route.server(),
                                                names.sentences(),
                                                dialects.nearest(names))));
        choice =
                new DialectChoice(
                        request,
                        folders,
                        dialects,
                        writer,
                        selection -> probe.select(selection, request),
                        failure -> refuse(failure.code(), failure.sentence()));
    }

    void start() {
        start(() -> {});
    }

    /// @param restored is run when what was kept is shown, before anything is asked of a server
    void start(Runnable restored) {
        // At once: what is written from now on is kept only where the dialects have begun to read.
        probe.start(
                () -> {
                    if (!left) {
                        restored.run();
                        if (!(state instanceof ConnectionState.Refused)) {
                            connect();
                        }
                    }
                });
    }

    /// Any thread.
    ConnectionState state() {
        return state;
    }

    /// The dialect that carries out what a person does now. Any thread.
    Dialect dialect() {
        return probe.spoken();
    }

    void open(RoomId room) {
        probe.open(room);
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

    /// Leaves: once. From now on nothing begins, whatever was under way.
    void close() {
        left = true;
        timer.cancel();
        drop(() -> loop.run(this::gone));
    }

    /// Lets go of everything, without believing what is in memory, and begins nothing more. May be
    /// called again when it failed.
    ///
    /// @param why what those learn who wait for an answer
    /// @param then is run on the loop when the disk is free for another
    void abandon(HearthException why, Runnable then) {
        left = true;
        try {
            timer.cancel();
            link.drop(() -> {}, () -> {});
            probe.leave(why);
        } catch (RuntimeException e) {
            LOG.warn("What a failed chat held could not be closed", e);
        }
        writer.abandon(then);
    }

    /// An abandoned chat does not go on until its person acts. Tells nobody.
    void stop(ConnectionState.Refused why) {
        state = why;
    }

    private void gone() {
        probe.leave(
                new HearthException(
                        ErrorCode.CLOSED, "You have left this chat before it was done."));
        // What its person wrote before a folder was open goes there first.
        writer.end(
                () -> {
                    show(new ConnectionState.Closed());
                    loop.end();
                });
    }

    private void connect() {
        if (left) {
            return;
        }
        if (!choice.isRead()) {
            choice.read(this::connect);
            return;
        }
        timer.cancel();
        attempt++;
        route.begin(everOnline);
        show(new ConnectionState.Connecting(attempt));
        open(probe.tryFirst(), Route.CONNECT_WITHIN);
    }

    private void open(Opening opening, Duration limit) {
        services.begin();
        Link fresh = new Link(route.request(), opening, loop, this);
        timer.set(limit, () -> ended(fresh, new LinkEnd.TimedOut()));
        link.replace(fresh);
    }

    @Override
    public void opened(Link which) {
        if (link.is(which)) {
            timer.cancel();
            ending = false;
            link.opened();
            probe.opened();
        }
    }

    @Override
    public void become(ConnectionState next) {
        if (left) {
            return;
        }
        switch (next) {
            case ConnectionState.CatchingUp _, ConnectionState.Online _ -> {
                if (attempt > 0) {
                    attempt = 0;
                    everOnline = true;
                    timer.set(STABLE, backoff::reset);
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
        if (!left) {
            probe.recognised();
        }
    }

    @Override
    public void notSpoken(boolean surely) {
        if (left) {
            return;
        }
        if (!probe.isSettled(surely)) {
            giveUp("The host does not answer.");
            return;
        }
        drop(() -> {});
        probe.tryNext()
                .ifPresentOrElse(
                        next -> open(next, Route.CONNECT_WITHIN),
                        () -> refuse(Diagnosis.otherLanguage(route.server())));
    }

    @Override
    public void refuse(FailureCode code, String sentence) {
        if (left) {
            return;
        }
        drop(() -> {});
        timer.cancel();
        show(new ConnectionState.Refused(code, sentence));
    }

    private void refuse(Diagnosis why) {
        refuse(why.code(), why.sentence());
    }

    @Override
    public void giveUp(String reason) {
        if (left) {
            return;
        }
        drop(() -> {});
        lost = reason;
        retryLater(reason);
    }

    @Override
    public void heard(Link which, String event, List<@Nullable Object> arguments) {
        if (link.is(which)) {
            probe.heard(event, arguments);
        }
    }

    @Override
    public void ended(Link which, LinkEnd how) {
        if (!link.is(which)) {
            return;
        }
        timer.cancel();
        drop(() -> {});
        switch (how) {
            case LinkEnd.Rejected rejected -> probe.rejected(rejected);
            case LinkEnd.Cut cut when !probe.isRecognised() && !probe.isListening() ->
                    notSpoken(cut.reason().equals(PUT_OUT));
            case LinkEnd.Cut cut -> {
                lost = ending ? Diagnosis.ENDED : Diagnosis.cut(cut.reason());
                retryLater(lost);
            }
            case LinkEnd.TooOld _ -> failed(Diagnosis.tooOld(route.server()));
            case LinkEnd.TimedOut _ -> failed(null);
            case LinkEnd.Failed failure ->
                    failed(Diagnosis.of(route.server(), failure.cause()).orElse(null));
        }
    }

    @Override
    public void leftOut(Link which) {
        if (link.is(which)) {
            tell(
                    new Event.Noticed(
                            "The server sent something that no chat can read. It was left out."));
        }
    }

    /// Tells a person who has never been in what is wrong. A person who has been in wants to be
    /// back, and to know what ended the connection rather than that nobody answers since.
    private void failed(@Nullable Diagnosis known) {
        if (everOnline || (dialect().knowsServer() && known != null)) {
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
                    boolean waits = state instanceof ConnectionState.Connecting && !left;
                    if (waits && attempt == asked) {
                        diagnosed(found);
                    }
                };
        timer.set(Route.DIAGNOSIS, () -> once.accept(Diagnosis.noAnswer(route.server())));
        route.diagnose(once);
    }

    private void diagnosed(Diagnosis found) {
        if (route.takesOtherTransport(found)) {
            connect();
        } else if (route.follows(found)) {
            open(probe.tryFirst(), route.left());
        } else if (dialect().knowsServer()) {
            lost = found.sentence();
            retryLater(lost);
        } else {
            refuse(found);
        }
    }

    private void retryLater(String reason) {
        Duration wait = backoff.next();
        show(new ConnectionState.Offline(clock.instant().plus(wait), reason));
        timer.set(wait, this::connect);
    }

    private void drop(Runnable gone) {
        link.drop(probe::closed, gone);
    }

    private void show(ConnectionState next) {
        if (!next.equals(state) || next instanceof ConnectionState.Connecting) {
            state = next;
            tell(new Event.ConnectionChanged(next));
        }
    }

    private void tell(Event event) {
        services.tell(event);
    }

    @Override
    public void ending() {
        ending = true;
    }

    @Override
    public boolean hasLeft() {
        return left;
    }
}
