package dev.hearth.gateway;

import dev.hearth.gateway.PlainVisitor.Place;
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
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The namespace `/`: the chat of every Socket.IO tutorial, one more way into `#lobby`, and into
/// other public rooms for clients that name one (wire.md, "the plain chat").
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
    private final PlainRooms rooms;

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
        this.rooms = new PlainRooms(feed);
        host.listen(rooms);
    }

    @Override
    public PayloadRules payloads() {
        return TEXTS;
    }

    /// Who asks for a room that is not there is not put into another one.
    @Override
    public ConnectAnswer connecting(Peer peer, @Nullable Object auth) {
        PlainHandshake visitor = PlainHandshake.of(auth);
        try {
            if (visitor.room().isPresent()) {
                String wish = visitor.room().get();
                if (host.call(state -> state.rooms().named(wish)).join().isEmpty()) {
                    return ConnectAnswer.refuse(noRoom(wish));
                }
            }
        } catch (CompletionException e) {
            return ConnectAnswer.refuse(reason(e));
        }
        peer.attach(visitor);
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
        Optional<Place> place =
                visitor.room()
                        .map(wish -> place(state, person, wish))
                        .orElse(Optional.of(Place.LOBBY));
        if (place.isEmpty()) {
            // It was there a moment ago, or they were banned from it.
            state.people().leave(person);
            peer.disconnect(ErrorCode.NO_ROOM.wire());
            return;
        }
        PlainVisitor inside = new PlainVisitor(asker, place.get());
        peer.attach(inside);
        watcher.connected(person, peer.handshake().remote());
        company.add(person.id(), peer, ReaderKind.PLAIN);
        rooms.note(peer, inside);
        RoomId room = place.get().id();
        long now = host.lastSeq(room);
        feed.follow(state, peer, ReaderKind.PLAIN, room, visitor.after().orElse(now));
    }

    private static Optional<Place> place(HostState state, Person person, String wish) {
        return state.rooms()
                .named(wish)
                .filter(room -> state.rooms().isOpenTo(person.id(), room))
                .map(room -> new Place(room, state.rooms().name(room).orElse(wish)));
    }

    private static String noRoom(String wish) {
        return "There is no public room “" + shortened(wish) + "” in this chat.";
    }

    @Override
    public void event(Peer peer, String name, List<@Nullable Object> arguments, Ack ack) {
        switch (name) {
            case Events.CHAT_MESSAGE -> message(peer, arguments, ack);
            case Events.JOIN_ROOM -> join(peer, arguments, ack);
            case Events.LEAVE_ROOM -> go(peer, Optional.empty(), OptionalLong.empty(), ack);
            default ->
                    refuse(
                            ack,
                            ErrorCode.UNKNOWN_EVENT,
                            "This chat does not know the event “" + shortened(name) + "”.");
        }
    }

    private void join(Peer peer, List<@Nullable Object> arguments, Ack ack) {
        if (arguments.isEmpty() || !(arguments.getFirst() instanceof String wish)) {
            refuse(ack, ErrorCode.MALFORMED, "A room is joined by its name.");
            return;
        }
        OptionalLong after =
                arguments.size() > 1
                        ? PlainHandshake.number(arguments.get(1))
                        : OptionalLong.empty();
        go(peer, Optional.of(wish), after, ack);
    }

    /// @param wish the name of a room; empty for `#lobby`
    private void go(Peer peer, Optional<String> wish, OptionalLong after, Ack ack) {
        if (!(peer.attachment() instanceof PlainVisitor visitor)
                || !keepPace(peer, visitor.asker(), wish.orElse(""))) {
            return;
        }
        Person person = visitor.asker().person();
        var _ =
                host.call(
                                state -> {
                                    Optional<Place> place =
                                            wish.map(name -> place(state, person, name))
                                                    .orElse(Optional.of(Place.LOBBY));
                                    place.ifPresent(
                                            to ->
                                                    rooms.go(
                                                            state,
                                                            peer,
                                                            visitor,
                                                            to,
                                                            after.orElse(host.lastSeq(to.id()))));
                                    return place;
                                })
                        .thenAccept(place -> went(ack, wish, place))
                        .whenComplete(
                                (_, failure) -> {
                                    if (failure != null) {
                                        answer(ack, failure);
                                    }
                                });
    }

    private static void went(Ack ack, Optional<String> wish, Optional<Place> place) {
        if (place.isPresent()) {
            ack.send(Map.of("room", place.get().name()));
        } else {
            refuse(ack, ErrorCode.NO_ROOM, noRoom(wish.orElse("")));
        }
    }

    private void message(Peer peer, List<@Nullable Object> arguments, Ack ack) {
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
        if (peer.attachment() instanceof PlainVisitor visitor) {
            host.run(_ -> rooms.forget(peer));
            leaving.left(peer, visitor.asker().person(), reason);
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
