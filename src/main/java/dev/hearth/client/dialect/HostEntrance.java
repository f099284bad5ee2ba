package dev.hearth.client.dialect;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.replica.Replica;
import dev.hearth.client.replica.Replica.Contents;
import dev.hearth.client.replica.ReplicaWriter;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Auth;
import dev.hearth.protocol.Enter;
import dev.hearth.protocol.Enter.Held;
import dev.hearth.protocol.Events;
import dev.hearth.protocol.Hello;
import dev.hearth.protocol.HostProof;
import dev.hearth.protocol.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The way into a Hearth host: `hello` says and proves whose log this is, so that what is kept of
/// it can be opened; `enter` says who this person is and which entries are kept. Each step is begun
/// by the host or bounded in time. Confined to the chat's loop.
///
/// **Nothing of a host is used before it has proved its id** (wire.md, "Entering"): a server that
/// claims an id without its key gets no token and nothing of the outbox, and changes nothing of
/// what is kept. A host that proves another id than the one known at this address is another host,
/// with a folder of its own.
final class HostEntrance {
    private static final Duration HELLO_WITHIN = Duration.ofSeconds(3);
    private static final Duration WELCOME_WITHIN = Duration.ofSeconds(10);

    /// What becomes of what is shown.
    interface Listener {
        /// It is known whose log this is.
        void known();

        /// What is kept of that host is open.
        void restore(Contents contents);

        /// Another host answers than the one of which something is shown.
        void otherHost();

        /// The same host has another log than the one of which something is shown.
        void otherLog();

        /// The entries that are kept.
        Map<RoomId, Held> have();
    }

    private final JoinRequest request;
    private final DialectContext context;
    private final ReplicaWriter writer;
    private final Listener listener;

    /// The token by which each host knows this person, by the host's id; no other host gets it.
    private final Map<String, String> knownTokens = new HashMap<>();

    /// The token that this chat proposes to a host for a person it does not know, by the host's id:
    /// the same on each attempt, and kept before the host gets it, so that a welcome that was lost
    /// leaves no second person behind, also when this program was ended before it came.
    private final Map<String, String> proposedTokens = new HashMap<>();

    private Optional<String> host = Optional.empty();
    private Optional<String> epoch = Optional.empty();
    private boolean greeted;

    /// Whether `enter` was sent: a welcome before that is none.
    private boolean asked;

    /// What the host of this connection has to sign.
    private String nonce = "";

    /// Counts connections, so that what comes late from the disk is known to be late.
    private int connection;

    private Runnable cancelTimer = () -> {};

    HostEntrance(
            JoinRequest request, DialectContext context, ReplicaWriter writer, Listener listener) {
        this.request = request;
        this.context = context;
        this.writer = writer;
        this.listener = listener;
        request.token().ifPresent(it -> knownTokens.put(it.hostId(), it.token()));
    }

    /// Opens what is kept of the host that was here the last time.
    void start(Runnable ready) {
        writer.openKnown(
                request.server(),
                kept -> {
                    kept.ifPresent(it -> writer.hostId().ifPresent(known -> restore(known, it)));
                    ready.run();
                });
    }

    private void restore(String hostId, Contents contents) {
        know(hostId);
        epoch = contents.epoch();
        contents.token().ifPresent(token -> knownTokens.putIfAbsent(hostId, token));
        contents.proposed().ifPresent(token -> proposedTokens.putIfAbsent(hostId, token));
        contents.chatName().ifPresent(name -> context.tell(new Event.ChatNamed(name)));
        listener.restore(contents);
    }

    private void know(String hostId) {
        host = Optional.of(hostId);
        listener.known();
    }

    /// Whether it is known whose log this is.
    boolean knowsHost() {
        return host.isPresent();
    }

    /// No host is here any more.
    void forgetHost() {
        host = Optional.empty();
        epoch = Optional.empty();
    }

    Map<String, Object> auth() {
        nonce = HostProof.freshNonce();
        return Map.of(Auth.VERSION, Events.VERSION, Auth.NONCE, nonce);
    }

    void opened() {
        connection++;
        greeted = false;
        asked = false;
        cancelTimer = context.after(HELLO_WITHIN, () -> context.notSpoken(false));
    }

    void closed() {
        connection++;
        cancelTimer.run();
        asked = false;
    }

    void hello(Hello hello) {
        if (greeted) {
            return;
        }
        greeted = true;
        cancelTimer.run();
        if (hello.version() != Events.VERSION) {
            context.refuse(ErrorCode.VERSION, HostRefusal.otherVersion(hello));
            return;
        }
        if (!hello.proof().map(it -> it.proves(hello.hostId(), nonce)).orElse(false)) {
            context.refuse(
                    ErrorCode.UNPROVEN,
                    HostRefusal.unproven(hello, request.server().getAuthority()));
            return;
        }
        context.recognised();
        context.become(new ConnectionState.Entering());
        cancelTimer =
                context.after(
                        WELCOME_WITHIN, () -> context.giveUp("The host did not let this chat in."));
        int now = connection;
        writer.whenOpen(
                () -> {
                    if (connection == now) {
                        proved(hello);
                    }
                });
    }

    private void proved(Hello hello) {
        if (writer.hostId().or(() -> host).filter(hello.hostId()::equals).isPresent()) {
            settle(hello);
        } else {
            change(hello);
        }
    }

    /// This host is not the one of which something is shown.
    private void change(Hello hello) {
        if (host.isPresent()) {
            listener.otherHost();
            epoch = Optional.empty();
        }
        know(hello.hostId());
        int now = connection;
        writer.open(
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
            listener.otherLog();
        }
        epoch = Optional.of(hello.epoch());
        writer.note(Replica.EPOCH, hello.epoch());
        named(hello.hostName());
        if (proposedTokens.containsKey(hello.hostId())) {
            ask(hello.hostId());
            return;
        }
        String proposed = HostProof.freshNonce();
        proposedTokens.put(hello.hostId(), proposed);
        writer.note(Replica.PROPOSED, proposed);
        int now = connection;
        writer.read(
                _ -> true,
                _ -> {
                    if (connection == now) {
                        ask(hello.hostId());
                    }
                });
    }

    /// The host calls the chat so.
    void named(String name) {
        writer.note(Replica.HOST, name);
        context.tell(new Event.ChatNamed(name));
    }

    private void ask(String hostId) {
        Enter enter =
                new Enter(
                        Optional.of(request.name()).filter(name -> !name.isBlank()),
                        request.guest(),
                        Optional.ofNullable(knownTokens.get(hostId)),
                        Optional.ofNullable(proposedTokens.get(hostId)),
                        listener.have());
        asked = true;
        context.emit(
                Events.ENTER,
                new Object[] {enter.toMap()},
                answer -> Refusal.in(answer).ifPresent(this::notLetIn));
    }

    /// The host does not let this person in.
    private void notLetIn(Refusal why) {
        if (why.retryAfter().isPresent()) {
            context.giveUp(why.message());
        } else {
            context.refuse(why.code(), why.message());
        }
    }

    /// Whether a welcome would be the answer to something.
    boolean isAsked() {
        return asked;
    }

    /// The host let this person in, and knows them by `token` if it is one.
    void welcomed(String token) {
        cancelTimer.run();
        if (!token.isEmpty()) {
            host.ifPresent(it -> knownTokens.put(it, token));
            writer.note(Replica.TOKEN, token);
        }
    }
}
