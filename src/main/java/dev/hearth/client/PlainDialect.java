package dev.hearth.client;

import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.model.ServerKind;
import dev.hearth.protocol.Auth;
import dev.hearth.protocol.Events;
import dev.hearth.protocol.HostGreeting;
import dev.hearth.protocol.PlainEnvelope;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Namespace `/`: the official tutorial in all its steps, and a Hearth host's plain door.
///
/// Every message is sent as `(text, uuid, ack)`, which each step takes. What the server is shows in
/// what it does: a greeting or an envelope means Hearth; a number beside a text, or an
/// acknowledgement, means one that stores; anything else, one that echoes.
final class PlainDialect implements Dialect {
    private static final Duration GREETING_WITHIN = Duration.ofSeconds(3);
    private static final int REMEMBERED = 60_000;

    private final JoinRequest request;
    private final Floor floor;
    private final PlainSending sending;
    private final ReplayCursor cursor;
    private final Recent<EntryId> shown = new Recent<>(REMEMBERED);

    private final Optional<String> key;

    private ServerKind kind = ServerKind.PLAIN_ECHO;
    private boolean greeted;
    private Person you;

    /// @param key by which a Hearth host knows the same person again; a guest has none
    PlainDialect(JoinRequest request, Optional<String> key, Floor floor) {
        this.request = request;
        this.key = key;
        this.floor = floor;
        sending = new PlainSending(floor, () -> recognise(ServerKind.PLAIN_ACKNOWLEDGING));
        cursor =
                new ReplayCursor(
                        switch (request.history()) {
                            case JoinRequest.History.FromStart _ -> 0;
                            case JoinRequest.History.After(long seq) -> seq;
                            case JoinRequest.History.Nothing _ -> ReplayCursor.NOTHING;
                        });
        you =
                request.name().isEmpty()
                        ? Person.UNKNOWN
                        : new Person(new PersonId("me"), request.name(), Role.MEMBER);
    }

    @Override
    public String namespace() {
        return "/";
    }

    @Override
    public Map<String, Object> auth() {
        Map<String, Object> auth = new LinkedHashMap<>();
        if (!request.name().isEmpty()) {
            auth.put(Auth.NAME, request.name());
            auth.put(Auth.USERNAME, request.name());
        }
        auth.put(Auth.SERVER_OFFSET, cursor.after());
        auth.put(Auth.HEARTH, Events.VERSION);
        key.ifPresent(secret -> auth.put(Auth.KEY, secret));
        return auth;
    }

    @Override
    public ServerKind kind() {
        return kind;
    }

    @Override
    public void opened() {
        cursor.opened();
        greeted = false;
        if (kind == ServerKind.HEARTH) {
            floor.after(GREETING_WITHIN, this::doubtHearth);
        }
        sending.opened();
    }

    /// Another server may have taken the place of a Hearth host while the connection was away.
    private void doubtHearth() {
        if (floor.isOpen() && !greeted && kind == ServerKind.HEARTH) {
            kind = ServerKind.PLAIN_ECHO;
            floor.recognised(kind);
        }
    }

    @Override
    public void closed() {
        sending.closed();
    }

    @Override
    public void heard(String event, List<@Nullable Object> arguments) {
        switch (event) {
            case Events.CHAT_MESSAGE -> PlainMessage.of(arguments).ifPresent(this::heard);
            case Events.HEARTH -> {
                if (!arguments.isEmpty() && arguments.getFirst() instanceof Map<?, ?> map) {
                    HostGreeting.of(map).ifPresent(this::greeted);
                }
            }
            case Events.BYE -> {
                if (kind == ServerKind.HEARTH) {
                    floor.ending();
                }
            }
            default -> {
                // Servers of other programs say much that a plain chat does not show.
            }
        }
    }

    private void greeted(HostGreeting greeting) {
        greeted = true;
        you = greeting.you();
        greeting.last().ifPresent(cursor::told);
        recognise(ServerKind.HEARTH);
    }

    private void heard(PlainMessage heard) {
        if (heard.envelope().isPresent()) {
            recognise(ServerKind.HEARTH);
        } else if (heard.offset().isPresent()) {
            recognise(ServerKind.PLAIN_ACKNOWLEDGING);
        }
        OptionalLong offset = heard.offset();
        if (offset.isPresent() && !cursor.takes(offset.getAsLong())) {
            return;
        }
        heard.envelope()
                .ifPresentOrElse(envelope -> show(heard, envelope), () -> showAnonymous(heard));
    }

    /// A message of a Hearth host, which says everything about it.
    private void show(PlainMessage heard, PlainEnvelope envelope) {
        EntryId id = envelope.id();
        boolean wrote = sending.wrote(id);
        Message message =
                new Message(
                        id,
                        RoomId.LOBBY,
                        heard.seq(),
                        envelope.from(),
                        envelope.at(),
                        heard.text(),
                        wrote || isYou(envelope.from()),
                        Delivery.DELIVERED);
        if (wrote) {
            // Once it is not open any more, it has been shown for good.
            sending.returned(id).ifPresent(pending -> sending.confirm(pending, message));
        } else if (shown.add(id)) {
            floor.tell(new Event.MessageAdded(message));
        }
    }

    private boolean isYou(Person person) {
        return greeted && !you.id().value().isEmpty() && you.id().equals(person.id());
    }

    /// A message of a server that says no more than its text, and perhaps its number.
    private void showAnonymous(PlainMessage heard) {
        Optional<Outbox.Pending> own = sending.echoed(heard.text(), request.name());
        if (own.isPresent()) {
            sending.confirm(own.get(), own.get().message().confirmed(heard.offset()));
            return;
        }
        SpokenLine line =
                kind == ServerKind.HEARTH
                        ? SpokenLine.of(heard.text())
                        : SpokenLine.unknown(heard.text());
        floor.tell(
                new Event.MessageAdded(
                        new Message(
                                EntryId.next(floor.now().toEpochMilli()),
                                RoomId.LOBBY,
                                heard.offset(),
                                line.from(),
                                floor.now(),
                                line.text(),
                                false,
                                Delivery.DELIVERED)));
    }

    @Override
    public void send(EntryId id, String text) {
        sending.send(
                new Message(
                        id,
                        RoomId.LOBBY,
                        OptionalLong.empty(),
                        you,
                        floor.now(),
                        text,
                        true,
                        Delivery.SENDING));
    }

    @Override
    public void retry(EntryId id) {
        sending.retry(id);
    }

    @Override
    public void discard(EntryId id) {
        sending.discard(id);
    }

    /// Kinds are found out upwards only: each next one does all that the one before does.
    private void recognise(ServerKind found) {
        if (found == ServerKind.HEARTH) {
            sending.acknowledges();
        }
        if (found == ServerKind.HEARTH ? kind != found : kind == ServerKind.PLAIN_ECHO) {
            kind = found;
            floor.recognised(found);
        }
    }
}
