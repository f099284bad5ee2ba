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
/// What a message consists of ([MessageArguments]) is decided by evidence: a person's choice; else
/// a number beside a text, which only servers send that take a uuid and a callback; else what the
/// server's own page does; else the text alone. What the server is shows in what it does: a number
/// beside a text, or an acknowledgement, means one that stores; anything else, one that echoes.
final class PlainDialect implements Dialect {
    private final JoinRequest request;
    private final Floor floor;
    private final PlainSending sending;
    private final ReplayCursor cursor;

    private ServerKind kind = ServerKind.PLAIN_ECHO;

    /// Whether a person decided what a message consists of.
    private boolean chosen;

    /// Whether there is a sign of what a message consists of, that outlives the connection.
    private boolean evident;

    private final Person you;

    PlainDialect(JoinRequest request, Floor floor) {
        this.request = request;
        this.floor = floor;
        sending = new PlainSending(floor, request.name(), this::recogniseAcknowledging);
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
        request.arguments().ifPresent(this::choose);
    }

    /// What a person chose; the first to be heard of counts, which is this request's before a kept
    /// one.
    void choose(MessageArguments arguments) {
        if (!chosen) {
            chosen = true;
            sending.decide(arguments);
        }
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
        if (!chosen && !evident) {
            floor.readPage(this::pageSays);
        }
    }

    /// A number that was seen meanwhile says more. A page that says nothing may have been out of
    /// reach: it is read again at the next connection.
    private void pageSays(Optional<MessageArguments> arguments) {
        if (!chosen && !evident) {
            evident = arguments.isPresent();
            sending.decide(arguments.orElse(MessageArguments.TEXT));
        }
    }

    @Override
    public void closed() {
        sending.closed();
        if (!chosen && !evident) {
            sending.undecide();
        }
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
            if (!chosen) {
                evident = true;
                sending.decide(MessageArguments.OFFSET);
            }
        }
        if (offset.isEmpty() || cursor.takes(offset.getAsLong())) {
            show(heard);
        }
    }

    /// A message of a server that says no more than its text, and perhaps its number.
    private void show(PlainMessage heard) {
        Optional<PlainOutbox.Pending> own = sending.echoed(heard.text(), request.name());
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
                                author(heard.author()),
                                floor.now(),
                                heard.text(),
                                false,
                                Delivery.DELIVERED)));
    }

    /// On these servers a name is all there is to a person.
    private static Person author(String name) {
        return name.isEmpty()
                ? Person.UNKNOWN
                : new Person(new PersonId("named " + name), name, Role.GUEST);
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
