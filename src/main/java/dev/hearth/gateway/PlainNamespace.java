package dev.hearth.gateway;

import dev.hearth.host.ChatHost;
import dev.hearth.host.HostState;
import dev.hearth.host.Submission;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Limits;
import dev.hearth.model.Origin;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import dev.hearth.model.SafeText;
import dev.hearth.protocol.Events;
import dev.hearth.socketio.Ack;
import dev.hearth.socketio.ConnectAnswer;
import dev.hearth.socketio.NamespaceHandler;
import dev.hearth.socketio.PayloadRules;
import dev.hearth.socketio.Peer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The namespace `/`: the chat of every Socket.IO tutorial, one more way into `#lobby` (wire.md,
/// "the plain chat").
///
/// Everybody gets exactly what the tutorial's server sends.
///
/// Runs on each peer's strand, which may wait: a person who posts faster than the limits allow is
/// not read from until they may go on. A text is acknowledged once the log has it.
final class PlainNamespace implements NamespaceHandler {
    /// Texts only: a tree or an attachment is refused without being made.
    private static final PayloadRules TEXTS = new PayloadRules(1, false);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(PlainNamespace.class);

    private final ChatHost host;
    private final RoomFanOut feed;
    private final ConnectedPeers company;
    private final PeerLifecycle leaving;
    private final RateLimiters paces;
    private final HostWatcher watcher;

    PlainNamespace(
            ChatHost host,
            RoomFanOut feed,
            ConnectedPeers company,
            PeerLifecycle leaving,
            RateLimiters paces,
            HostWatcher watcher) {
        this.host = host;
        this.feed = feed;
        this.company = company;
        this.leaving = leaving;
        this.paces = paces;
        this.watcher = watcher;
    }

    @Override
    public PayloadRules payloads() {
        return TEXTS;
    }

    @Override
    public ConnectAnswer connecting(Peer peer, @Nullable Object auth) {
        peer.attach(PlainHandshake.of(auth));
        return ConnectAnswer.ACCEPT;
    }

    @Override
    public void connected(Peer peer) {
        if (peer.attachment() instanceof PlainHandshake visitor) {
            try {
                host.call(
                                state -> {
                                    enter(state, peer, visitor);
                                    return true;
                                })
                        .join();
            } catch (CompletionException e) {
                // It comes again by itself, and may find the log readable then.
                peer.disconnect(reason(e));
            }
        }
    }

    private static String reason(CompletionException e) {
        return e.getCause() instanceof HearthException expected
                ? ErrorCode.told(expected.code()).wire()
                : ErrorCode.STORAGE.wire();
    }

    /// On the host loop: what the peer is sent from the log, and the live entries after it, are one
    /// step.
    private void enter(HostState state, Peer peer, PlainHandshake visitor) {
        Origin origin = Origins.of(peer.handshake());
        Person person = state.people().enterPlain(visitor.name(), origin);
        Asker asker = new Asker(person, origin, state.people().since(person.id()));
        peer.attach(asker);
        watcher.connected(person, peer.handshake().remote());
        company.add(person.id(), peer, ReaderKind.PLAIN);
        long now = host.lastSeq(RoomId.LOBBY);
        feed.follow(state, peer, ReaderKind.PLAIN, RoomId.LOBBY, visitor.after().orElse(now));
    }

    @Override
    public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
        if (!name.equals(Events.CHAT_MESSAGE)) {
            refuse(
                    ack,
                    ErrorCode.UNKNOWN_EVENT,
                    "This chat does not know the event “" + shortened(name) + "”.");
        } else if (arguments.isEmpty() || !(arguments.getFirst() instanceof String text)) {
            refuse(ack, ErrorCode.MALFORMED, "A message has to be a text.");
        } else if (SafeText.isBlank(text)) {
            refuse(ack, ErrorCode.EMPTY, "There is nothing in this message.");
        } else if (Limits.PLAIN_TEXT_BYTES.isPassedBy(text)) {
            refuse(
                    ack,
                    ErrorCode.TOO_LONG,
                    "This message is longer than " + Limits.PLAIN_TEXT_BYTES.value() + " bytes.");
        } else {
            post(peer, text, clientOffset(arguments), ack);
        }
    }

    private void post(Peer peer, String text, Optional<String> offset, Ack ack) {
        if (!(peer.attachment() instanceof Asker asker) || !keepPace(peer, asker, text)) {
            return;
        }
        Submission post = host.plainPost(text, offset);
        var _ =
                host.submit(asker.person(), post, PATIENCE)
                        .whenComplete((_, failure) -> answer(ack, failure));
    }

    private static void answer(Ack ack, @Nullable Throwable failure) {
        if (failure == null) {
            ack.send();
            return;
        }
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (!(cause instanceof HearthException expected)
                || ErrorCode.told(expected.code()).retry() != ErrorCode.Retry.NEVER) {
            // As the tutorial's server: a client with `retries` takes whatever is acknowledged for
            // done, and says it again when nothing is.
            LOG.debug("a message was not stored for now", failure);
        } else {
            refuse(ack, ErrorCode.told(expected.code()), expected.sentence());
        }
    }

    /// Waits, on the peer's strand, until it may go on posting.
    ///
    /// @return false when it has been closed for not keeping to the limits
    private boolean keepPace(Peer peer, Asker asker, String text) {
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        Duration wait = paces.owe(asker, size);
        Duration waited = Duration.ZERO;
        try {
            while (waited.plus(wait).compareTo(LONGEST_WAIT) <= 0) {
                Thread.sleep(wait);
                waited = waited.plus(wait);
                wait = paces.admitShared(asker, size);
                if (wait.isZero()) {
                    return true;
                }
            }
            peer.disconnect("too many messages");
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void writable(Peer peer) {
        leaving.drained(peer);
    }

    @Override
    public void disconnected(Peer peer, String reason) {
        if (peer.attachment() instanceof Asker asker) {
            leaving.left(peer, asker.person(), reason);
        }
    }

    private static Optional<String> clientOffset(List<@Nullable Object> arguments) {
        return switch (arguments.size() > 1 ? arguments.get(1) : null) {
            case String offset when !offset.isEmpty() -> Optional.of(offset);
            case Integer number -> Optional.of(number.toString());
            case Long number -> Optional.of(number.toString());
            case null, default -> Optional.empty();
        };
    }

    private static void refuse(Ack ack, ErrorCode code, String sentence) {
        ack.send(Map.of("error", Map.of("code", code.wire(), "message", sentence)));
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
