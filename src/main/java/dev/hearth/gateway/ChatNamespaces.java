package dev.hearth.gateway;

import dev.hearth.host.ChatHost;
import dev.hearth.host.HostState;
import dev.hearth.model.Attendance;
import dev.hearth.model.Attendance.Attendee;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Events;
import dev.hearth.protocol.HostKey;
import dev.hearth.socketio.SocketServer;
import dev.hearth.socketio.http.HttpHandler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The namespaces of a hosted chat, put together: the plain one, those of its public rooms and that
/// of the app. Thread-safe.
public final class ChatNamespaces implements AutoCloseable {
    /// How long a connection to `/hearth` may be without entering (wire.md, "Entering").
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /// What a hosted chat says of itself.
    ///
    /// @param usualName what it is called until its owner gives it a name
    /// @param version of the program
    /// @param key proves who the host is
    public record Greeting(String usualName, String version, HostKey key) {}

    private final ChatHost host;
    private final Pages pages;
    private final InstantSource clock;
    private final ConnectedPeers company;
    private final RateLimiters paces;
    private final PlainNamespace plain;
    private final RoomNamespaces rooms;
    private final HearthNamespace hearth;
    private final RoomStreams streams;

    /// Opens both namespaces: from now on their peers hear what happens.
    ///
    /// @param limited whether people are held to the rates of wire.md
    public ChatNamespaces(
            ChatHost host,
            HostWatcher watcher,
            Greeting greeting,
            InstantSource clock,
            boolean limited) {
        this(host, watcher, greeting, clock, limited, PATIENCE);
    }

    /// @param patience with those who connect and do not enter
    ChatNamespaces(
            ChatHost host,
            HostWatcher watcher,
            Greeting greeting,
            InstantSource clock,
            boolean limited,
            Duration patience) {
        this.host = host;
        this.clock = clock;
        this.company = new ConnectedPeers(clock);
        this.pages = new Pages(host);
        RoomFanOut feed = new RoomFanOut(host, pages);
        HostEventPublisher news = new HostEventPublisher(host, feed, company, watcher);
        this.paces = new RateLimiters(clock, limited);
        PeerLifecycle leaving = new PeerLifecycle(host, feed, company, watcher);
        PlainEntrance entrance = new PlainEntrance(host, feed, company, leaving, watcher);
        PlainPosts posts = new PlainPosts(host, paces, watcher);
        this.plain = new PlainNamespace(host, entrance, posts);
        this.rooms = new RoomNamespaces(entrance, posts);
        this.hearth =
                new HearthNamespace(
                        host,
                        new HearthHandshake(host, news, company),
                        new Requests(host, paces),
                        leaving,
                        watcher,
                        greeting,
                        clock,
                        patience);
        host.listen(news);
        this.streams = new RoomStreams(host, feed, limited);
    }

    /// Adds the namespaces to `server`, which has not started yet.
    public void open(SocketServer server) {
        server.namespace("/", plain);
        server.namespace(Events.NAMESPACE, hearth);
        server.namespaces(Events.ROOMS_NAMESPACE, rooms);
    }

    /// Answers what is asked of rooms over plain HTTP.
    ///
    /// @param tokens of the programs that may post
    /// @param others answers everything else
    public HttpHandler http(ProgramTokens tokens, HttpHandler others) {
        return new RoomSite(streams, new RoomPosts(host, paces, tokens), others);
    }

    /// What the chat calls itself. Any thread.
    public String chatName() {
        return hearth.chatName();
    }

    /// Who is here, and members who are away.
    ///
    /// @param most how many of them; the answer costs the host loop that much
    /// @return completes on the host loop: what is chained to it must not block. Fails with CLOSED
    ///   and BUSY
    public CompletableFuture<Attendance> attendance(int most) {
        return host.call(
                state -> {
                    Instant now = clock.instant();
                    List<Attendee> people =
                            state.people().listed().first(most).stream()
                                    .map(each -> attendee(state, each, now))
                                    .toList();
                    return new Attendance(
                            state.people().listed().countHere(),
                            people,
                            state.people().listed().areMoreThan(most));
                });
    }

    private Attendee attendee(HostState state, Presence presence, Instant now) {
        PersonId id = presence.person().id();
        return new Attendee(
                presence.person(),
                presence.online(),
                company.since(id),
                company.roundTrip(id),
                state.rooms().isMuted(id, RoomId.LOBBY, now),
                state.rooms().isBanned(id));
    }

    /// Tells everyone that the chat ends, within a second.
    public void sayGoodbye() {
        host.call(
                        _ -> {
                            company.sayGoodbye();
                            return true;
                        })
                .orTimeout(1, TimeUnit.SECONDS)
                .exceptionally(_ -> false)
                .join();
    }

    /// Reads nothing more for anybody.
    @Override
    public void close() {
        pages.close();
    }
}
