package dev.hearth.gateway;

import dev.hearth.gateway.PlainVisitor.Place;
import dev.hearth.host.ChatHost;
import dev.hearth.host.Submission;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Limits;
import dev.hearth.model.SafeText;
import dev.hearth.socketio.Ack;
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

/// What plain clients say: from them to the room they are in, and the answers.
///
/// On each peer's strand, which may wait: a person who posts faster than the limits allow is not
/// read from until they may go on. A text is acknowledged once the log has it.
final class PlainPosts {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(PlainPosts.class);

    private final ChatHost host;
    private final RateLimiters paces;
    private final HostWatcher watcher;

    PlainPosts(ChatHost host, RateLimiters paces, HostWatcher watcher) {
        this.host = host;
        this.paces = paces;
        this.watcher = watcher;
    }

    /// A `chat message`.
    void message(Peer peer, List<@Nullable Object> arguments, Ack ack) {
        if (arguments.isEmpty() || !(arguments.getFirst() instanceof String text)) {
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
        if (!(peer.attachment() instanceof PlainVisitor visitor)
                || !keepPace(peer, visitor.asker(), text)) {
            return;
        }
        Optional<Place> place = visitor.place();
        if (place.isEmpty()) {
            refuse(ack, ErrorCode.NO_ROOM, "The room you were in has ended. Join another one.");
            return;
        }
        Submission post = host.plainPost(place.get().id(), text, offset);
        var _ =
                host.submit(visitor.asker().person(), post, PATIENCE)
                        .whenComplete((_, failure) -> answer(ack, failure));
    }

    static void answer(Ack ack, @Nullable Throwable failure) {
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
    boolean keepPace(Peer peer, Asker asker, String text) {
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

    private static Optional<String> clientOffset(List<@Nullable Object> arguments) {
        return switch (arguments.size() > 1 ? arguments.get(1) : null) {
            case String offset when !offset.isEmpty() -> Optional.of(offset);
            case Integer number -> Optional.of(number.toString());
            case Long number -> Optional.of(number.toString());
            case null, default -> Optional.empty();
        };
    }

    /// `peer` speaks another dialect: the person who hosts may know which.
    void refuseUnknown(Peer peer, Ack ack, String event) {
        if (peer.attachment() instanceof PlainVisitor visitor && visitor.puzzles()) {
            watcher.notUnderstood(visitor.asker().person(), shortened(event));
        }
        refuse(
                ack,
                ErrorCode.UNKNOWN_EVENT,
                "This chat does not know the event “" + shortened(event) + "”.");
    }

    static void refuse(Ack ack, ErrorCode code, String sentence) {
        ack.send(Map.of("error", Map.of("code", code.wire(), "message", sentence)));
    }

    /// A stranger's word, as it may stand in a sentence.
    static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
