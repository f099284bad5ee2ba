package dev.hearth.client.dialect;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.link.Diagnosis;
import dev.hearth.client.link.LinkEnd;
import dev.hearth.client.link.PageWords;
import dev.hearth.client.outbox.Outbox;
import dev.hearth.client.outbox.OutboxDisk;
import dev.hearth.model.Accepted;
import dev.hearth.model.Capabilities;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.Limits;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Description;
import dev.hearth.protocol.Description.Call;
import dev.hearth.protocol.Description.Listing;
import dev.hearth.protocol.Description.Named;
import dev.hearth.protocol.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A server that talks as a [Description] says: one room, without a log.
final class DescribedDialect implements Dialect {
    /// How long a server may take to say that a newcomer is in.
    private static final Duration ENTER_WITHIN = Duration.ofSeconds(3);

    /// For servers that want a name, from a person without one.
    private static final String NO_NAME = "guest";

    private final String word;
    private final Description description;
    private final JoinRequest request;
    private final DialectContext context;
    private final Map<String, String> values;
    private final Person you;
    private final Capabilities capabilities;
    private final DescribedConfirmation confirmation;
    private final Outbox outbox;
    private final NamedPeople people;
    private final OwnTyping typing;
    private Runnable cancelEntering = () -> {};
    private boolean asked;
    private boolean spoken;
    private boolean entered;

    /// @param word how a person chooses it
    DescribedDialect(
            String word, Description description, JoinRequest request, DialectContext context) {
        this.word = word;
        this.description = description;
        this.request = request;
        this.context = context;
        String name = request.name().isEmpty() ? NO_NAME : request.name();
        values = Map.of("name", name, "room", description.room());
        you = new Person(new PersonId("me"), name, Role.MEMBER);
        confirmation =
                new DescribedConfirmation(context, description.say(), description.echo(), values);
        capabilities =
                new Capabilities(
                        false,
                        false,
                        false,
                        description.people().isPresent(),
                        Limits.PLAIN_TEXT_BYTES.value(),
                        confirmation.confirms());
        outbox = new Outbox(context, OutboxDisk.NONE, confirmation, () -> you, (_, _) -> {});
        people = new NamedPeople(context, name);
        typing = new OwnTyping(context, this::beginTyping, this::endTyping);
    }

    @Override
    public DialectContext context() {
        return context;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String namespace() {
        return description.namespace();
    }

    @Override
    public Map<String, Object> auth() {
        return Template.fill(description.auth(), values);
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public boolean recognises(String event, List<@Nullable Object> arguments) {
        return description.joined().filter(event::equals).isPresent()
                || named(description.comes(), event, arguments).isPresent()
                || named(description.goes(), event, arguments).isPresent()
                || (event.equals(description.message().event())
                        && DescribedMessage.of(description.message(), arguments).isPresent());
    }

    @Override
    public boolean recognises(PageWords page) {
        return page.sent().contains(description.say().event())
                && description.join().stream().allMatch(it -> page.sent().contains(it.event()))
                && page.heard().contains(description.message().event());
    }

    /// Nothing is said to a stranger whose answer would not show what it is.
    @Override
    public boolean knock(EventNames names) {
        boolean may =
                !asked
                        && description.joined().isPresent()
                        && (names.areNone() || names.said().stream().anyMatch(description::hears));
        if (may) {
            ask();
        }
        return may;
    }

    private void ask() {
        if (!asked && description.join().isPresent()) {
            asked = true;
            Call join = description.join().get();
            Object[] arguments = Template.fill(join.send(), values);
            if (join.ack()) {
                context.emit(join.event(), arguments, this::answered);
            } else {
                context.say(join.event(), arguments);
            }
        }
    }

    /// Servers answer with nothing, or with why not.
    private void answered(List<@Nullable Object> answer) {
        Optional<String> why =
                Refusal.in(answer)
                        .map(Refusal::message)
                        .or(
                                () ->
                                        answer.stream()
                                                .limit(1)
                                                .filter(String.class::isInstance)
                                                .map(String.class::cast)
                                                .filter(text -> !text.isBlank())
                                                .findFirst());
        if (why.isPresent()) {
            refuse(why.get());
        } else if (description.joined().isEmpty()) {
            enter();
        }
    }

    private void refuse(String why) {
        Diagnosis found = Diagnosis.rejected(request, why);
        context.refuse(found.code(), found.sentence());
    }

    @Override
    public void opened() {
        spoken = true;
        context.recognised();
        ask();
        boolean waits =
                description.joined().isPresent()
                        || description.join().filter(Call::ack).isPresent();
        if (waits && !entered) {
            context.become(new ConnectionState.Entering());
            cancelEntering = context.after(ENTER_WITHIN, this::notAnswered);
        } else {
            enter();
        }
    }

    private void notAnswered() {
        context.refuse(
                ErrorCode.UNRECOGNISED,
                "%s does not let newcomers in as a server does that speaks “%s”. Choose another dialect (--dialect)."
                        .formatted(JoinRequest.place(request.server()), word));
    }

    private void enter() {
        cancelEntering.run();
        if (spoken && !entered) {
            entered = true;
            context.become(new ConnectionState.Online(capabilities));
            outbox.open();
        }
    }

    @Override
    public void closed() {
        cancelEntering.run();
        asked = false;
        spoken = false;
        entered = false;
        confirmation.cut();
        outbox.cut();
        typing.cut();
    }

    @Override
    public void heard(String event, List<@Nullable Object> arguments) {
        if (description.joined().filter(event::equals).isPresent()) {
            enter();
        }
        if (event.equals(description.message().event())) {
            DescribedMessage.of(description.message(), arguments).ifPresent(this::show);
        }
        description
                .people()
                .filter(it -> it.event().equals(event))
                .ifPresent(it -> people.show(names(it, arguments)));
        if (capabilities.people()) {
            named(description.comes(), event, arguments).ifPresent(people::came);
            named(description.goes(), event, arguments).ifPresent(people::went);
        }
        named(description.types(), event, arguments)
                .map(NamedPeople::person)
                .filter(Person::isKnown)
                .ifPresent(person -> context.tell(new Event.Typing(RoomId.LOBBY, person)));
    }

    private static Optional<String> named(
            Optional<Named> shape, String event, List<@Nullable Object> arguments) {
        return shape.filter(it -> it.event().equals(event))
                .flatMap(it -> it.name().text(arguments));
    }

    private static List<String> names(Listing listing, List<@Nullable Object> arguments) {
        return listing.list().in(arguments).stream()
                .filter(List.class::isInstance)
                .flatMap(list -> ((List<?>) list).stream())
                .flatMap(item -> listing.name().text(item).stream())
                .toList();
    }

    private void show(DescribedMessage heard) {
        boolean mayBeOwn =
                description.echo()
                        && (heard.author().isEmpty() || heard.author().equals(you.name()));
        if (mayBeOwn && outbox.echoed(RoomId.LOBBY, List.of(heard.text()), OptionalLong.empty())) {
            return;
        }
        context.tell(
                new Event.MessageAdded(
                        new Message(
                                EntryId.next(context.now().toEpochMilli()),
                                RoomId.LOBBY,
                                OptionalLong.empty(),
                                NamedPeople.person(heard.author()),
                                heard.at(context.now()),
                                heard.text(),
                                false,
                                Delivery.DELIVERED)));
    }

    /// These servers do not say where a message is in a log.
    @Override
    public void post(PostMessage message, @Nullable CompletableFuture<Accepted> answer) {
        if (answer == null) {
            typing.over();
            outbox.submit(message, null);
        } else {
            answer.completeExceptionally(Dialect.unsupported());
        }
    }

    @Override
    public void typing(RoomId room) {
        if (entered && description.typing().isPresent()) {
            typing.key();
        }
    }

    private void beginTyping() {
        description
                .typing()
                .map(Description.Writing::call)
                .ifPresent(it -> context.say(it.event(), Template.fill(it.send(), values)));
    }

    private void endTyping() {
        description.typing().flatMap(Description.Writing::stop).ifPresent(it -> context.say(it));
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
        refuse(how.message());
    }

    @Override
    public List<Message> standAside() {
        List<Message> messages = outbox.surrender(_ -> true, Dialect.unsupported());
        people.show(List.of());
        context.tell(new Event.RoomReset(RoomId.LOBBY));
        return messages;
    }

    @Override
    public void adopt(List<Message> messages) {
        outbox.adopt(messages, Optional.empty());
    }
}
