package dev.hearth.client;

import dev.hearth.model.ConnectionState;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Namespace `/`: the official tutorial in all its steps.
///
/// Every message is sent as `(text, uuid, ack)`, which each step takes. What the server is shows in
/// what it does: a number beside a text, or an acknowledgement, means one that stores; anything
/// else, one that echoes.
final class PlainDialect implements Dialect {
    private final JoinRequest request;
    private final Floor floor;
    private final PlainSending sending;
    private final ReplayCursor cursor;

    private ServerKind kind = ServerKind.PLAIN_ECHO;
    private final Person you;

    PlainDialect(JoinRequest request, Floor floor) {
        this.request = request;
        this.floor = floor;
        sending = new PlainSending(floor, this::recogniseAcknowledging);
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
        return auth;
    }

    @Override
    public void opened() {
        floor.recognised();
        floor.become(new ConnectionState.Online(kind));
        cursor.opened();
        sending.opened();
    }

    @Override
    public void closed() {
        sending.closed();
    }

    @Override
    public void heard(String event, List<@Nullable Object> arguments) {
        // Servers of other programs say much that a plain chat does not show.
        if (event.equals(Events.CHAT_MESSAGE)) {
            PlainMessage.of(arguments).ifPresent(this::heard);
        }
    }

    private void heard(PlainMessage heard) {
        OptionalLong offset = heard.offset();
        if (offset.isPresent()) {
            recogniseAcknowledging();
        }
        if (offset.isEmpty() || cursor.takes(offset.getAsLong())) {
            show(heard);
        }
    }

    /// A message of a server that says no more than its text, and perhaps its number.
    private void show(PlainMessage heard) {
        Optional<Outbox.Pending> own = sending.echoed(heard.text(), request.name());
        if (own.isPresent()) {
            sending.confirm(own.get(), own.get().message().confirmed(heard.offset()));
            return;
        }
        floor.tell(
                new Event.MessageAdded(
                        new Message(
                                EntryId.next(floor.now().toEpochMilli()),
                                RoomId.LOBBY,
                                heard.offset(),
                                Person.UNKNOWN,
                                floor.now(),
                                heard.text(),
                                false,
                                Delivery.DELIVERED)));
    }

    /// Shows an own message under `id` and sends it, at once or when the connection opens.
    void send(EntryId id, String text) {
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

    /// Takes over messages that are shown already, from before it was known what the server is.
    void adopt(List<Message> shown) {
        shown.forEach(sending::adopt);
    }

    private void recogniseAcknowledging() {
        if (kind == ServerKind.PLAIN_ECHO) {
            kind = ServerKind.PLAIN_ACKNOWLEDGING;
            if (floor.isOpen()) {
                floor.become(new ConnectionState.Online(kind));
            }
        }
    }
}
