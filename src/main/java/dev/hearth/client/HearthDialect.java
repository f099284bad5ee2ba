package dev.hearth.client;

import dev.hearth.client.Replica.Contents;
import dev.hearth.model.Accepted;
import dev.hearth.model.ByeReason;
import dev.hearth.model.Command;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.Limits;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.model.ServerKind;
import dev.hearth.protocol.Auth;
import dev.hearth.protocol.Deltas;
import dev.hearth.protocol.Enter;
import dev.hearth.protocol.EntryCodec;
import dev.hearth.protocol.Events;
import dev.hearth.protocol.Hello;
import dev.hearth.protocol.HostProof;
import dev.hearth.protocol.PersonCodec;
import dev.hearth.protocol.Refusal;
import dev.hearth.protocol.Welcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Namespace `/hearth`: entering, and what the host says. What becomes of it is in [RoomReplicas],
/// what becomes of what one asks for in [CommandOutbox].
///
/// A connection goes through three steps, each begun by the host or bounded in time: `hello` says
/// and proves whose log this is, so that what is kept of it can be opened; `enter` says who one is
/// and what one has; from `welcome` on the log flows.
///
/// **Nothing of a host is used before it has proved its id** (wire.md, "Entering"): whoever claims
/// an id without its key is told no token, is sent nothing of the outbox, and changes nothing of
/// what is kept. A host that proves another id than the one known at this address is another host,
/// with a folder of its own.
final class HearthDialect implements Dialect {
    private static final Duration HELLO_WITHIN = Duration.ofSeconds(3);
    private static final Duration WELCOME_WITHIN = Duration.ofSeconds(10);

    private final JoinRequest request;
    private final Floor floor;
    private final ReplicaWriter shelf;
    private final RoomProjection showing;
    private final RoomReplicas timeline;
    private final CommandOutbox outgoing;
    private final HostQueries questions;
    private final TypingAndReadMarks courtesies;
    private final Presences crowd;
    private final FurtherPages furtherPages;

    /// By which each host knows this chat; a token is shown to nobody else.
    private final Map<String, String> tokens = new HashMap<>();

    private Optional<String> host = Optional.empty();
    private Optional<String> epoch = Optional.empty();
    private boolean greeted;

    /// Whether `enter` was sent: a welcome before that is none.
    private boolean asked;

    private boolean entered;

    /// What the host of this connection has to sign.
    private String nonce = "";

    /// Counts connections, so that what comes late from the disk is known to be late.
    private int connection;

    private Runnable cancelTimer = () -> {};

    /// Until it is known what the server is, a plain one is believed possible. Read by any thread.
    private volatile int textBytes = Limits.PLAIN_TEXT_BYTES.value();

    HearthDialect(JoinRequest request, Floor floor, ReplicaWriter shelf) {
        this.request = request;
        this.floor = floor;
        this.shelf = shelf;
        showing = new RoomProjection(floor, shelf);
        timeline = new RoomReplicas(floor, shelf, showing, request.history(), this::standing);
        outgoing = new CommandOutbox(floor, shelf, this::you, timeline);
        timeline.settleWith(outgoing::arrived);
        questions = new HostQueries(floor, shelf);
        courtesies = new TypingAndReadMarks(floor);
        crowd = new Presences(floor, shelf);
        furtherPages = new FurtherPages(floor, timeline, crowd);
        request.token().ifPresent(it -> tokens.put(it.hostId(), it.token()));
    }

    private Person you() {
        return showing.you()
                .orElseGet(() -> new Person(new PersonId("me"), request.name(), Role.MEMBER));
    }

    /// Shows what is kept of the host that was here the last time.
    void restore(String hostId, Contents contents) {
        know(hostId);
        epoch = contents.epoch();
        contents.token().ifPresent(token -> tokens.putIfAbsent(hostId, token));
        contents.you().ifPresent(showing::setYou);
        timeline.restore(contents);
        outgoing.restore(contents.outbox());
    }

    private void know(String hostId) {
        host = Optional.of(hostId);
        textBytes = Limits.TEXT_BYTES.value();
    }

    /// Whether it is known whose log this is.
    boolean knowsHost() {
        return host.isPresent();
    }

    /// The longest text of a message. Any thread.
    int textBytes() {
        return textBytes;
    }

    @Override
    public String namespace() {
        return Events.NAMESPACE;
    }

    @Override
    public Map<String, Object> auth() {
        nonce = HostProof.freshNonce();
        return Map.of(Auth.VERSION, Events.VERSION, Auth.NONCE, nonce);
    }

    @Override
    public String query() {
        return "app=1";
    }

    @Override
    public void opened() {
        connection++;
        greeted = false;
        asked = false;
        cancelTimer = floor.after(HELLO_WITHIN, () -> floor.notSpoken(false));
    }

    @Override
    public void closed() {
        connection++;
        cancelTimer.run();
        asked = false;
        entered = false;
        outgoing.cut();
        timeline.cut();
        questions.cut();
        courtesies.cut();
        furtherPages.cut();
    }

    @Override
    public void heard(String event, List<@Nullable Object> arguments) {
        if (!arguments.isEmpty() && arguments.getFirst() instanceof Map<?, ?> map) {
            heard(event, map);
        }
    }

    private void heard(String event, Map<?, ?> map) {
        switch (event) {
            case Events.HELLO -> Hello.read(map).ifPresent(this::hello);
            case Events.WELCOME -> Welcome.read(map).ifPresent(this::welcome);
            case Events.BYE -> bye(Deltas.byeReason(map));
            default -> {
                if (entered) {
                    heardWithin(event, map);
                }
            }
        }
    }

    private void heardWithin(String event, Map<?, ?> map) {
        switch (event) {
            case Events.CHAT_MESSAGE, Events.ENTRY -> entry(map);
            case Events.SKIPPED -> Deltas.Skipped.read(map).ifPresent(timeline::skipped);
            case Events.ROOMS -> timeline.changed(Deltas.Rooms.read(map));
            case Events.PRESENCE -> crowd.changed(Deltas.readPresence(map));
            case Events.TYPING -> Deltas.Typing.read(map).ifPresent(crowd::types);
            case Events.READ ->
                    Deltas.Read.read(map)
                            .ifPresent(
                                    it ->
                                            floor.tell(
                                                    new Event.ReadUpTo(
                                                            it.room(), it.person(), it.seq())));
            default -> {
                // A newer host may say more than this program knows.
            }
        }
    }

    private void hello(Hello hello) {
        if (greeted) {
            return;
        }
        greeted = true;
        cancelTimer.run();
        if (hello.version() != Events.VERSION) {
            floor.refuse(ErrorCode.VERSION, otherVersion(hello));
            return;
        }
        if (!hello.proof().map(it -> it.proves(hello.hostId(), nonce)).orElse(false)) {
            floor.refuse(ErrorCode.UNPROVEN, unproven(hello));
            return;
        }
        floor.recognised();
        floor.become(new ConnectionState.Entering());
        cancelTimer =
                floor.after(
                        WELCOME_WITHIN, () -> floor.giveUp("The host did not let this chat in."));
        int now = connection;
        shelf.whenOpen(
                () -> {
                    if (connection == now) {
                        proved(hello);
                    }
                });
    }

    private void proved(Hello hello) {
        if (shelf.hostId().or(() -> host).filter(hello.hostId()::equals).isPresent()) {
            settle(hello);
        } else {
            change(hello);
        }
    }

    private String unproven(Hello hello) {
        String where = "The server at " + request.server().getAuthority();
        return hello.proof().isPresent()
                ? where
                        + " claims to be a chat that it cannot prove to be. Nothing of yours was"
                        + " sent to it. Ask the owner of the chat for its address."
                : where
                        + " does not prove which chat it hosts: its Hearth is older than this one."
                        + " Nothing of yours was sent to it. Ask its owner to update it.";
    }

    private static String otherVersion(Hello hello) {
        return hello.version() > Events.VERSION
                ? "This chat is hosted by a newer Hearth ("
                        + hello.software()
                        + "). Update Hearth on this computer to join it."
                : "This chat is hosted by an older Hearth ("
                        + hello.software()
                        + "). Ask its owner to update it.";
    }

    /// This host is not the one of which something is shown.
    private void change(Hello hello) {
        if (host.isPresent()) {
            outgoing.leaveHost();
            timeline.leave();
            crowd.clear();
            epoch = Optional.empty();
        }
        know(hello.hostId());
        int now = connection;
        shelf.open(
                request.server(),
                hello.hostId(),
                contents -> {
                    contents.ifPresent(it -> restore(hello.hostId(), it));
                    if (connection == now) {
                        settle(hello);
                    }
                });
    }

    /// The log may be another one than before, of the same host.
    private void settle(Hello hello) {
        if (epoch.isPresent() && !epoch.get().equals(hello.epoch())) {
            timeline.dropAll();
        }
        epoch = Optional.of(hello.epoch());
        shelf.note(Replica.EPOCH, hello.epoch());
        shelf.note(Replica.HOST, hello.hostName());
        Enter enter =
                new Enter(
                        Optional.of(request.name()).filter(name -> !name.isBlank()),
                        request.guest(),
                        Optional.ofNullable(tokens.get(hello.hostId())),
                        timeline.have());
        asked = true;
        floor.emit(
                Events.ENTER,
                new Object[] {enter.toMap()},
                answer -> Refusal.in(answer).ifPresent(this::notLetIn));
    }

    private void welcome(Welcome welcome) {
        if (entered || !asked) {
            return;
        }
        cancelTimer.run();
        entered = true;
        textBytes = welcome.textBytes();
        host.filter(_ -> !welcome.token().isEmpty())
                .ifPresent(it -> tokens.put(it, welcome.token()));
        if (!welcome.token().isEmpty()) {
            shelf.note(Replica.TOKEN, welcome.token());
        }
        shelf.note(Replica.YOU, PersonCodec.map(welcome.you()));
        showing.setYou(welcome.you());
        floor.tell(new Event.Entered(welcome.you()));
        timeline.entered(welcome);
        crowd.entered(welcome.people(), !welcome.more().people());
        furtherPages.entered(welcome);
        standing();
        questions.entered();
        courtesies.entered();
        outgoing.entered();
    }

    private void entry(Map<?, ?> map) {
        Optional<Entry> read = EntryCodec.read(map);
        if (read.isPresent()) {
            Entry entry = read.get();
            timeline.heard(entry, outgoing.arrived(entry));
        } else {
            OptionalLong seq = Deltas.seqOfUnknown(map);
            Deltas.roomOfUnknown(map)
                    .filter(_ -> seq.orElse(0) > 0)
                    .ifPresent(room -> timeline.heardUnknown(room, seq.orElse(0)));
        }
    }

    private void standing() {
        if (entered) {
            floor.become(
                    timeline.isBehind()
                            ? new ConnectionState.CatchingUp(ServerKind.HEARTH)
                            : new ConnectionState.Online(ServerKind.HEARTH));
        }
    }

    private void bye(String reason) {
        switch (ByeReason.ofWire(reason).orElse(ByeReason.ENDED)) {
            case BANNED -> floor.refuse(ErrorCode.BANNED, "You were banned from this chat.");
            case KICKED -> floor.refuse(ErrorCode.REFUSED, "You were put out of this chat.");
            case REMOVED ->
                    floor.refuse(
                            ErrorCode.REFUSED,
                            "You were removed from the people of this chat. Join it again to come as"
                                    + " somebody new.");
            case ENDED -> floor.ending();
        }
    }

    /// What a host says to whom it does not let in.
    private void notLetIn(Refusal why) {
        if (why.retryAfter().isPresent()) {
            floor.giveUp(why.message());
        } else {
            floor.refuse(why.code(), why.message());
        }
    }

    /// A message of one's own, or anything else that one wants done.
    void submit(Command command, @Nullable CompletableFuture<Accepted> answer) {
        outgoing.submit(command, floor.now(), answer);
    }

    void send(EntryId id, String text) {
        submit(new PostMessage(id, RoomId.LOBBY, text), null);
    }

    @Override
    public void retry(EntryId id) {
        outgoing.retry(id);
    }

    @Override
    public void discard(EntryId id) {
        outgoing.discard(id);
    }

    HostQueries questions() {
        return questions;
    }

    TypingAndReadMarks courtesies() {
        return courtesies;
    }

    void showOlder(RoomId room) {
        timeline.showOlder(room);
    }

    /// The server is a plain one: nothing of the host that was here before counts.
    ///
    /// @return messages that belong to no host yet
    List<Message> standAside() {
        List<Message> messages = host.isEmpty() ? outgoing.surrender() : List.of();
        if (host.isPresent()) {
            outgoing.leaveHost();
            timeline.leave();
            crowd.clear();
            host = Optional.empty();
            epoch = Optional.empty();
            textBytes = Limits.PLAIN_TEXT_BYTES.value();
            shelf.close(() -> {});
        }
        return messages;
    }

    /// The chat is left.
    void close() {
        outgoing.close();
    }
}
