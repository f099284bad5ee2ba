package dev.hearth.gateway;

import dev.hearth.host.ChatHost;
import dev.hearth.host.HostState;
import dev.hearth.model.EntryPlace;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.NameCheck;
import dev.hearth.model.Names;
import dev.hearth.model.Origin;
import dev.hearth.model.Person;
import dev.hearth.protocol.Answers;
import dev.hearth.protocol.Auth;
import dev.hearth.protocol.Deltas;
import dev.hearth.protocol.Enter;
import dev.hearth.protocol.Events;
import dev.hearth.protocol.Hello;
import dev.hearth.protocol.Refusal;
import dev.hearth.socketio.Ack;
import dev.hearth.socketio.ConnectAnswer;
import dev.hearth.socketio.NamespaceHandler;
import dev.hearth.socketio.PayloadRules;
import dev.hearth.socketio.Peer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// The namespace `/hearth`: the app's own protocol (decision 6). Says `hello`, lets people in, and
/// hands what they ask for to [Requests].
///
/// Runs on each peer's strand, which may wait. Whatever a client sends is answered or passed over;
/// nothing of it is thrown.
final class HearthNamespace implements NamespaceHandler {
    /// Deeper than any request of wire.md, and no attachments.
    private static final PayloadRules REQUESTS = new PayloadRules(8, false);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 16;

    private final ChatHost host;
    private final HearthHandshake entering;
    private final Requests requests;
    private final PeerLifecycle leaving;
    private final HostWatcher watcher;
    private final ChatNamespaces.Greeting greeting;
    private final InstantSource clock;
    private final Duration patience;

    /// @param patience with those who connect and do not enter
    HearthNamespace(
            ChatHost host,
            HearthHandshake entering,
            Requests requests,
            PeerLifecycle leaving,
            HostWatcher watcher,
            ChatNamespaces.Greeting greeting,
            InstantSource clock,
            Duration patience) {
        this.host = host;
        this.entering = entering;
        this.requests = requests;
        this.leaving = leaving;
        this.watcher = watcher;
        this.greeting = greeting;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public PayloadRules payloads() {
        return REQUESTS;
    }

    @Override
    public ConnectAnswer connecting(Peer peer, @Nullable Object auth) {
        OptionalLong version = Auth.version(auth);
        if (version.isPresent() && version.getAsLong() != Events.VERSION) {
            String older = version.getAsLong() > Events.VERSION ? "the host" : "your Hearth";
            return new ConnectAnswer.Refuse(
                    "This chat and your Hearth speak different versions. Update " + older + ".",
                    Map.of("code", ErrorCode.VERSION.wire()));
        }
        try {
            peer.attach(new HearthConnection(Auth.nonce(auth)));
            return ConnectAnswer.ACCEPT;
        } catch (HearthException e) {
            return new ConnectAnswer.Refuse(
                    e.sentence(), Map.of("code", ErrorCode.told(e.code()).wire()));
        }
    }

    @Override
    public void connected(Peer peer) {
        if (peer.attachment() instanceof HearthConnection visit) {
            Hello hello = hello(visit.nonce());
            visit.told(hello.hostName());
            peer.emit(Events.HELLO, hello.toMap());
            visit.await(patience, () -> peer.disconnect("did not enter"));
        }
    }

    /// What the chat calls itself. Any thread.
    String chatName() {
        return host.givenName().orElse(greeting.usualName());
    }

    /// @param asked the client's nonce; a client without a nonce wants no proof
    private Hello hello(Optional<String> asked) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return new Hello(
                Events.VERSION,
                greeting.key().id(),
                chatName(),
                greeting.version(),
                host.epoch(),
                clock.instant(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(nonce),
                new Hello.Needs(false, false),
                asked.map(greeting.key()::prove));
    }

    @Override
    public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
        if (!(peer.attachment() instanceof HearthConnection visit)) {
            return;
        }
        try {
            Asker asker = visit.asker();
            if (name.equals(Events.ENTER)) {
                enter(peer, visit, arguments, ack);
            } else if (asker == null) {
                throw new HearthException(
                        ErrorCode.NOT_ENTERED, "Say who you are first, and wait for the welcome.");
            } else {
                requests.handle(asker, name, fields(arguments), ack);
            }
        } catch (RuntimeException e) {
            ack.send(ErrorAnswers.answer(ErrorAnswers.of(e)));
        }
    }

    /// What is no map says nothing.
    private static Map<?, ?> fields(List<@Nullable Object> arguments) {
        return !arguments.isEmpty() && arguments.getFirst() instanceof Map<?, ?> map
                ? map
                : Map.of();
    }

    private void enter(
            Peer peer, HearthConnection visit, List<@Nullable Object> arguments, Ack ack) {
        if (visit.asker() != null) {
            throw new HearthException(ErrorCode.CONFLICT, "You are in this chat already.");
        }
        checkSaysWho(arguments);
        Enter enter = Enter.read(fields(arguments));
        try {
            Set<EntryPlace> known = entering.known(enter);
            host.call(state -> welcome(state, peer, visit, enter, known)).join();
            ack.send(Answers.ok());
        } catch (CompletionException | HearthException e) {
            Refusal refusal = ErrorAnswers.of(e);
            ack.send(ErrorAnswers.answer(refusal));
            peer.emit(ConnectedPeers.bye(refusal.code().wire()));
            peer.disconnect(refusal.code().wire());
        }
    }

    /// A wish that cannot be met is said: nobody is to find themselves called something else.
    private static void checkSaysWho(List<@Nullable Object> arguments) {
        if (arguments.isEmpty() || !(arguments.getFirst() instanceof Map<?, ?> map)) {
            throw new HearthException(ErrorCode.MALFORMED, "Say who you are with an object.");
        }
        Object name = map.get("name");
        boolean unsaid = name == null || (name instanceof String text && text.isBlank());
        if (unsaid) {
            return;
        }
        if (!(name instanceof String wish)) {
            throw new HearthException(ErrorCode.MALFORMED, "A name is a text.");
        }
        // A reserved name is fit for the owner, whom the host knows.
        if (Names.check(wish) instanceof NameCheck.Unfit(NameCheck.Problem problem)
                && problem != NameCheck.Problem.RESERVED) {
            throw new HearthException(ErrorCode.MALFORMED, problem.sentence());
        }
    }

    /// On the host loop.
    private boolean welcome(
            HostState state,
            Peer peer,
            HearthConnection visit,
            Enter enter,
            Set<EntryPlace> known) {
        Origin origin = Origins.of(peer.handshake());
        Person person = entering.enter(state, peer, enter, known, origin);
        if (!visit.toldName().equals(chatName())) {
            // It was named between the greeting and the welcome.
            peer.emit(Events.NAMED, Deltas.named(chatName()));
        }
        visit.entered(new Asker(person, origin, state.people().since(person.id())));
        watcher.connected(person, peer.handshake().from());
        return true;
    }

    @Override
    public void writable(Peer peer) {
        leaving.drained(peer);
    }

    @Override
    public void disconnected(Peer peer, String reason) {
        if (peer.attachment() instanceof HearthConnection visit) {
            visit.ended();
            Asker asker = visit.asker();
            if (asker != null) {
                leaving.left(peer, asker.person(), reason);
            }
        }
    }
}
