package dev.hearth.client;

import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Limits;
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
import dev.hearth.protocol.Refusal;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Namespace `/`: the official tutorial in all its steps, and a Hearth host's plain door.
///
/// Every message is sent as `(text, uuid, ack)`, which each step takes. What the server is shows in
/// what it does: a greeting or an envelope means Hearth; a number beside a text, or an
/// acknowledgement, a server that stores. With those, what was cut off goes out again under the
/// same uuid. With any other, the echo is the only sign, and what was cut off before its echo is
/// left to the person: to send it again could double it.
final class PlainDialect implements Dialect {
    /// How long a message without any sign of the server counts as on its way.
    static final Duration UNCONFIRMED_AFTER = Duration.ofSeconds(20);

    /// How long an acknowledged message waits for its echo, so that it is not shown twice.
    private static final Duration ECHO_WITHIN = Duration.ofSeconds(10);

    private static final Duration GREETING_WITHIN = Duration.ofSeconds(3);

    /// A message that was cut off this often may be what the server closes the connection for.
    private static final int MOST_SENDINGS = 5;

    private static final int REMEMBERED = 60_000;

    private final JoinRequest request;
    private final Floor floor;
    private final Outbox outbox;
    private final ReplayCursor cursor;
    private final Set<EntryId> shown = recent();
    private final Set<EntryId> written = recent();

    /// So that a Hearth host knows the same person again after a cut.
    private final String key = UUID.randomUUID().toString();

    private ServerKind kind = ServerKind.PLAIN_ECHO;
    private boolean acknowledges;
    private boolean greeted;
    private Person you;

    PlainDialect(JoinRequest request, Floor floor) {
        this.request = request;
        this.floor = floor;
        outbox = new Outbox(floor::tell);
        cursor =
                new ReplayCursor(
                        switch (request.history()) {
                            case FROM_START -> 0;
                            case NONE -> ReplayCursor.NOTHING;
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
        auth.put(Auth.KEY, key);
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
        for (Outbox.Pending pending : outbox.all()) {
            if (pending.isSending()) {
                transmit(pending);
            } else if (pending.message().delivery() instanceof Delivery.Delivered) {
                forgetWithoutEcho(pending);
            }
        }
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
        for (Outbox.Pending pending : outbox.all()) {
            if (pending.isOnWire()) {
                pending.cut();
                boolean again = acknowledges && pending.sendings() < MOST_SENDINGS;
                if (pending.isSending() && !again) {
                    outbox.change(pending, Delivery.NOT_CONFIRMED);
                }
            }
        }
    }

    @Override
    public void heard(String event, List<@Nullable Object> arguments) {
        switch (event) {
            case Events.CHAT_MESSAGE -> heardMessage(arguments);
            case Events.HEARTH -> heardGreeting(arguments);
            default -> {
                // Servers of other programs say much that a plain chat does not show.
            }
        }
    }

    private void heardGreeting(List<@Nullable Object> arguments) {
        if (argument(arguments, 0) instanceof Map<?, ?> map) {
            HostGreeting.of(map)
                    .ifPresent(
                            greeting -> {
                                greeted = true;
                                you = greeting.you();
                                greeting.last().ifPresent(cursor::told);
                                recognise(ServerKind.HEARTH);
                            });
        }
    }

    private void heardMessage(List<@Nullable Object> arguments) {
        // Step 6 of the tutorial appends a text of its own, which is nothing to show.
        if (!(argument(arguments, 0) instanceof String text)) {
            return;
        }
        OptionalLong offset =
                argument(arguments, 1) instanceof Number number
                        ? OptionalLong.of(number.longValue())
                        : OptionalLong.empty();
        Optional<PlainEnvelope> envelope =
                argument(arguments, 2) instanceof Map<?, ?> map
                        ? PlainEnvelope.of(map)
                        : Optional.empty();
        if (envelope.isPresent()) {
            recognise(ServerKind.HEARTH);
        } else if (offset.isPresent()) {
            recognise(ServerKind.PLAIN_ACKNOWLEDGING);
        }
        if (offset.isPresent() && !cursor.takes(offset.getAsLong())) {
            return;
        }
        if (envelope.isPresent()) {
            show(text, offset, envelope.get());
        } else {
            show(text, offset);
        }
    }

    /// A message of a Hearth host, which says everything about it.
    private void show(String text, OptionalLong offset, PlainEnvelope envelope) {
        EntryId id = envelope.id();
        boolean own = written.contains(id) || isYou(envelope.from());
        Message message =
                new Message(
                        id,
                        RoomId.LOBBY,
                        envelope.seq().isPresent() ? envelope.seq() : offset,
                        envelope.from(),
                        envelope.at(),
                        text,
                        own,
                        Delivery.DELIVERED);
        Optional<Outbox.Pending> pending = outbox.find(id);
        if (pending.isPresent()) {
            outbox.change(pending.get(), message);
            outbox.settle(pending.get());
            shown.add(id);
        } else if (shown.add(id)) {
            floor.tell(new Event.MessageAdded(message));
        }
    }

    private boolean isYou(Person person) {
        return greeted && !you.id().value().isEmpty() && you.id().equals(person.id());
    }

    /// A message of a server that says no more than its text, and perhaps its number.
    private void show(String text, OptionalLong offset) {
        Optional<Outbox.Pending> own = outbox.echoed(text, request.name());
        if (own.isPresent()) {
            outbox.change(own.get(), own.get().message().confirmed(offset));
            outbox.settle(own.get());
            shown.add(own.get().id());
            return;
        }
        SpokenLine line =
                kind == ServerKind.HEARTH ? SpokenLine.of(text) : SpokenLine.unknown(text);
        EntryId id = EntryId.next(floor.now().toEpochMilli());
        floor.tell(
                new Event.MessageAdded(
                        new Message(
                                id,
                                RoomId.LOBBY,
                                offset,
                                line.from(),
                                floor.now(),
                                line.text(),
                                false,
                                Delivery.DELIVERED)));
    }

    @Override
    public void send(Message message) {
        written.add(message.id());
        Outbox.Pending pending =
                outbox.add(
                        new Message(
                                message.id(),
                                message.room(),
                                message.seq(),
                                you,
                                message.at(),
                                message.text(),
                                true,
                                Delivery.SENDING));
        if (floor.isOpen()) {
            transmit(pending);
        }
    }

    private void transmit(Outbox.Pending pending) {
        pending.sent();
        int sending = pending.sendings();
        floor.emit(
                Events.CHAT_MESSAGE,
                new Object[] {pending.message().text(), pending.id().value()},
                answer -> acknowledged(pending, answer));
        if (!acknowledges) {
            floor.after(
                    UNCONFIRMED_AFTER,
                    () -> {
                        if (pending.isSending() && pending.sendings() == sending && !acknowledges) {
                            outbox.change(pending, Delivery.NOT_CONFIRMED);
                        }
                    });
        }
    }

    private void acknowledged(Outbox.Pending pending, List<@Nullable Object> answer) {
        acknowledges = true;
        recognise(ServerKind.PLAIN_ACKNOWLEDGING);
        if (outbox.find(pending.id()).isEmpty()) {
            return;
        }
        Optional<Refusal> refusal = Refusal.in(answer);
        if (refusal.isPresent()) {
            refused(pending, refusal.get());
        } else {
            outbox.change(pending, Delivery.DELIVERED);
            forgetWithoutEcho(pending);
        }
    }

    private void refused(Outbox.Pending pending, Refusal refusal) {
        if (refusal.retryAfter().isEmpty()) {
            outbox.change(pending, new Delivery.Failed(refusal.code(), refusal.message()));
            return;
        }
        int sending = pending.sendings();
        floor.after(
                refusal.retryAfter().get(),
                () -> {
                    boolean still = pending.isSending() && pending.sendings() == sending;
                    if (still && floor.isOpen() && outbox.find(pending.id()).isPresent()) {
                        transmit(pending);
                    }
                });
    }

    /// Some servers send a message to all but its author: its echo must not be waited for so long
    /// that another person's same words are taken for it.
    private void forgetWithoutEcho(Outbox.Pending pending) {
        floor.after(
                ECHO_WITHIN,
                () -> {
                    if (floor.isOpen()
                            && pending.message().delivery() instanceof Delivery.Delivered) {
                        outbox.settle(pending);
                        shown.add(pending.id());
                    }
                });
    }

    @Override
    public void retry(EntryId id) {
        outbox.find(id)
                .filter(PlainDialect::isInPersonsHands)
                .ifPresent(
                        pending -> {
                            outbox.change(pending, Delivery.SENDING);
                            if (floor.isOpen()) {
                                transmit(pending);
                            }
                        });
    }

    @Override
    public void discard(EntryId id) {
        outbox.find(id).filter(PlainDialect::isInPersonsHands).ifPresent(outbox::discard);
    }

    private static boolean isInPersonsHands(Outbox.Pending pending) {
        return switch (pending.message().delivery()) {
            case Delivery.Failed _, Delivery.NotConfirmed _ -> true;
            case Delivery.Sending _, Delivery.Delivered _ -> false;
        };
    }

    /// Kinds are found out upwards only: each next one does all that the one before does.
    private void recognise(ServerKind found) {
        acknowledges |= found == ServerKind.HEARTH;
        if (found.compareTo(ServerKind.HEARTH) == 0
                ? kind != found
                : kind == ServerKind.PLAIN_ECHO) {
            kind = found;
            floor.recognised(found);
        }
    }

    private static @Nullable Object argument(List<@Nullable Object> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    private static Set<EntryId> recent() {
        return Collections.newSetFromMap(
                new LinkedHashMap<>() {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<EntryId, Boolean> eldest) {
                        return size() > REMEMBERED;
                    }
                });
    }

    /// `Name: text`, as a Hearth host tells plain clients who wrote what.
    private record SpokenLine(Person from, String text) {
        static SpokenLine of(String line) {
            int colon = line.indexOf(": ");
            if (colon < 1
                    || colon > Limits.NAME_CHARACTERS.value()
                    || line.substring(0, colon).indexOf('\n') >= 0) {
                return unknown(line);
            }
            String name = line.substring(0, colon);
            return new SpokenLine(
                    new Person(new PersonId(name), name, Role.MEMBER), line.substring(colon + 2));
        }

        static SpokenLine unknown(String line) {
            return new SpokenLine(Person.UNKNOWN, line);
        }
    }
}
