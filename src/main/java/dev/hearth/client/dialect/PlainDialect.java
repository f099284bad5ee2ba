package dev.hearth.client.dialect;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.MessageArguments;
import dev.hearth.client.link.Diagnosis;
import dev.hearth.client.link.LinkEnd;
import dev.hearth.client.link.PageWords;
import dev.hearth.client.outbox.Outbox;
import dev.hearth.client.outbox.OutboxDisk;
import dev.hearth.client.replica.ReplicaWriter;
import dev.hearth.model.Accepted;
import dev.hearth.model.Capabilities;
import dev.hearth.model.Capabilities.Confirmation;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Limits;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Auth;
import dev.hearth.protocol.Events;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Namespace `/`: the official tutorial in all its steps.
///
/// What a message consists of ([MessageArguments]) is decided by evidence: a person's choice; else
/// a number beside a text, which only servers send that take a uuid and a callback; else what the
/// server's own page does; else the text and a callback. What the server is shows in what it does:
/// a number beside a text, or an acknowledgement, means one that stores; anything else, one that
/// echoes.
final class PlainDialect implements Dialect {
    private final JoinRequest request;
    private final DialectContext context;
    private final ReplicaWriter writer;
    private final PlainConfirmation confirmation;
    private final Outbox outbox;
    private final ReplayCursor cursor;

    /// Also read by other threads.
    private volatile Capabilities capabilities = confirming(Confirmation.ECHO);

    /// Whether a person decided what a message consists of.
    private boolean chosen;

    /// Whether there is a sign of what a message consists of, that outlives the connection.
    private boolean evident;

    /// Whether the server was seen to speak this, or a person or its page says so.
    private boolean proven;

    private final Doubts doubts;
    private final Person you;

    PlainDialect(JoinRequest request, DialectContext context, ReplicaWriter writer) {
        this.request = request;
        this.context = context;
        this.writer = writer;
        confirmation =
                new PlainConfirmation(
                        context, request.name(), () -> prove(Confirmation.ACKNOWLEDGEMENT));
        doubts = new Doubts(context, JoinRequest.place(request.server()));
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
        outbox = new Outbox(context, OutboxDisk.NONE, confirmation, () -> you, (_, _) -> {});
        request.arguments().ifPresent(this::choose);
    }

    private static Capabilities confirming(Confirmation confirms) {
        return new Capabilities(
                false, false, false, false, Limits.PLAIN_TEXT_BYTES.value(), confirms);
    }

    @Override
    public DialectContext context() {
        return context;
    }

    @Override
    public String word() {
        return AllDialects.PLAIN;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public void start(Runnable ready) {
        writer.argumentsAt(
                request.server(),
                kept -> {
                    kept.ifPresent(this::choose);
                    ready.run();
                });
    }

    /// What a person chose; the first to be heard of counts, which is this request's before a kept
    /// one.
    void choose(MessageArguments arguments) {
        if (!chosen) {
            chosen = true;
            decide(arguments);
        }
    }

    private void decide(MessageArguments arguments) {
        boolean waited = !confirmation.isDecided();
        confirmation.decide(arguments);
        if (waited && context.isOpen()) {
            outbox.open();
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
    public boolean isChosen() {
        return chosen;
    }

    @Override
    public boolean recognises(String event, List<@Nullable Object> arguments) {
        return event.equals(Events.CHAT_MESSAGE) && PlainMessage.of(arguments).isPresent();
    }

    @Override
    public boolean recognises(PageWords page) {
        return page.sent().contains(Events.CHAT_MESSAGE);
    }

    /// Servers of steps 4 to 6 say nothing until somebody writes.
    @Override
    public boolean takesSilence() {
        return true;
    }

    @Override
    public boolean knowsServer() {
        return proven;
    }

    @Override
    public void opened() {
        proven = true;
        if (capabilities.confirms() == Confirmation.UNKNOWN) {
            capabilities = confirming(Confirmation.ECHO);
        }
        begin();
    }

    @Override
    public void presumed() {
        if (!proven) {
            capabilities = confirming(Confirmation.UNKNOWN);
        }
        begin();
        doubts.presumed(proven);
    }

    private void begin() {
        context.recognised();
        context.become(new ConnectionState.Online(capabilities));
        cursor.opened();
        if (confirmation.isDecided()) {
            outbox.open();
        }
        if (!chosen && !evident) {
            context.readPage(this::pageSays);
        }
    }

    /// A number that was seen meanwhile says more. A page that says nothing may have been out of
    /// reach: it is read again at the next connection.
    private void pageSays(PageWords page) {
        if (recognises(page)) {
            prove(Confirmation.ECHO);
        }
        if (!chosen && !evident) {
            evident = page.arguments().isPresent();
            decide(page.arguments().orElse(MessageArguments.CALLBACK));
        }
    }

    @Override
    public void closed() {
        outbox.cut();
        if (!chosen && !evident) {
            confirmation.undecide();
        }
    }

    @Override
    public void heard(String event, List<@Nullable Object> arguments) {
        if (event.equals(Events.CHAT_MESSAGE)) {
            PlainMessage.of(arguments).ifPresent(this::heard);
        } else if (!proven) {
            // Servers of other programs say much that a plain chat does not show.
            doubts.hear(event);
        }
    }

    private void heard(PlainMessage heard) {
        OptionalLong offset = heard.offset();
        prove(Confirmation.ECHO);
        if (offset.isPresent()) {
            prove(Confirmation.ACKNOWLEDGEMENT);
            if (!chosen) {
                evident = true;
                decide(MessageArguments.OFFSET);
            }
        }
        if (offset.isEmpty()) {
            show(heard, offset);
        } else {
            OptionalLong place = cursor.take(offset.getAsLong());
            if (place.isPresent()) {
                show(heard, place);
            }
        }
    }

    /// A message of a server that says no more than its text, and perhaps its number.
    private void show(PlainMessage heard, OptionalLong place) {
        if (outbox.echoed(RoomId.LOBBY, confirmation.ownTexts(heard.text()), place)) {
            return;
        }
        context.tell(
                new Event.MessageAdded(
                        new Message(
                                EntryId.next(context.now().toEpochMilli()),
                                RoomId.LOBBY,
                                place,
                                author(heard.author()),
                                context.now(),
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

    /// These servers do not say where a message is in a log.
    @Override
    public void post(PostMessage message, @Nullable CompletableFuture<Accepted> answer) {
        if (answer == null) {
            outbox.submit(message, null);
        } else {
            answer.completeExceptionally(Dialect.unsupported());
        }
    }

    @Override
    public void retry(EntryId id) {
        outbox.retry(id);
    }

    @Override
    public void discard(EntryId id) {
        outbox.discard(id);
    }

    @Override
    public void rejected(LinkEnd.Rejected how) {
        Diagnosis why = Diagnosis.rejected(request, how.message());
        context.refuse(why.code(), why.sentence());
    }

    @Override
    public List<Message> standAside() {
        List<Message> messages = outbox.surrender(_ -> true, Dialect.unsupported());
        context.tell(new Event.RoomReset(RoomId.LOBBY));
        return messages;
    }

    @Override
    public void adopt(List<Message> messages) {
        outbox.adopt(messages, Optional.empty());
    }

    /// The server was seen to take messages, and confirms them so: or better, as is known already.
    private void prove(Confirmation how) {
        proven = true;
        Confirmation known = capabilities.confirms();
        if (known == Confirmation.UNKNOWN
                || (known == Confirmation.ECHO && how == Confirmation.ACKNOWLEDGEMENT)) {
            capabilities = confirming(how);
            if (context.isOpen()) {
                context.become(new ConnectionState.Online(capabilities));
            }
        }
    }
}
