package dev.hearth.client.dialect;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.link.Diagnosis;
import dev.hearth.client.link.LinkEnd;
import dev.hearth.client.link.PageWords;
import dev.hearth.client.outbox.Outbox;
import dev.hearth.client.outbox.OutboxDisk;
import dev.hearth.model.Accepted;
import dev.hearth.model.Capabilities;
import dev.hearth.model.Capabilities.Confirmation;
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
import dev.hearth.model.Presence;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Auth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Servers of Socket.IO's official private messaging example, with sessions or without: everybody
/// is told of, and people write to each other.
final class PrivateDialect implements Dialect {
    private static final String SESSION = "session";
    private static final String SESSION_ID = "sessionID";
    private static final String USER_ID = "userID";
    private static final String USERS = "users";
    private static final String CAME = "user connected";
    private static final String WENT = "user disconnected";
    private static final Duration ENTER_WITHIN = Duration.ofSeconds(3);

    /// More are not remembered.
    private static final int MOST_USERS = 2_000;

    private static final Capabilities CAPABILITIES =
            new Capabilities(
                    false,
                    false,
                    false,
                    true,
                    false,
                    Limits.PLAIN_TEXT_BYTES.value(),
                    Confirmation.NOTHING);

    private static final OptionalLong NO_PLACE = OptionalLong.empty();

    private final JoinRequest request;
    private final DialectContext context;
    private final PrivateConfirmation confirmation;
    private final Outbox outbox;
    private final Map<String, PrivateUser> users = new LinkedHashMap<>();
    private final Conversations conversations = new Conversations();
    private Optional<String> session = Optional.empty();
    private Person you;
    private boolean entered;

    /// Whether it was told once who there is, and what was said before.
    private boolean listed;

    private Runnable cancelEntering = () -> {};

    PrivateDialect(JoinRequest request, DialectContext context) {
        this.request = request;
        this.context = context;
        you = new Person(new PersonId("me"), request.name(), Role.MEMBER);
        confirmation = new PrivateConfirmation(context, this::arrived);
        outbox = new Outbox(context, OutboxDisk.NONE, confirmation, () -> you, (_, _) -> {});
    }

    @Override
    public DialectContext context() {
        return context;
    }

    @Override
    public String word() {
        return AllDialects.PRIVATE;
    }

    @Override
    public String namespace() {
        return "/";
    }

    @Override
    public Map<String, Object> auth() {
        Map<String, Object> auth = new LinkedHashMap<>();
        session.ifPresent(id -> auth.put(SESSION_ID, id));
        if (!request.name().isEmpty()) {
            auth.put(Auth.USERNAME, request.name());
        }
        return auth;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public boolean recognises(String event, List<@Nullable Object> arguments) {
        return switch (event) {
            case SESSION -> ownId(arguments).isPresent();
            case USERS -> PrivateUser.all(first(arguments)).findAny().isPresent();
            default -> false;
        };
    }

    @Override
    public boolean recognises(PageWords page) {
        return page.sent().contains(PrivateConfirmation.EVENT) && page.heard().contains(USERS);
    }

    private static @Nullable Object first(List<@Nullable Object> arguments) {
        return arguments.isEmpty() ? null : arguments.getFirst();
    }

    private static Optional<String> ownId(List<@Nullable Object> arguments) {
        return first(arguments) instanceof Map<?, ?> map
                        && map.get(SESSION_ID) instanceof String
                        && map.get(USER_ID) instanceof String id
                ? Optional.of(id)
                : Optional.empty();
    }

    @Override
    public void opened() {
        context.recognised();
        context.become(new ConnectionState.Entering());
        cancelEntering =
                context.after(
                        ENTER_WITHIN,
                        () ->
                                context.refuse(
                                        ErrorCode.UNRECOGNISED,
                                        JoinRequest.place(request.server())
                                                + " does not say who is here, as a server does that"
                                                + " speaks “private”. Choose another dialect"
                                                + " (--dialect)."));
    }

    @Override
    public void closed() {
        cancelEntering.run();
        entered = false;
        confirmation.cut();
        outbox.cut();
    }

    @Override
    public void heard(String event, List<@Nullable Object> arguments) {
        switch (event) {
            case SESSION -> ownId(arguments).ifPresent(id -> begin(id, first(arguments)));
            case USERS -> list(PrivateUser.all(first(arguments)).limit(MOST_USERS).toList());
            case CAME -> PrivateUser.read(first(arguments)).ifPresent(this::came);
            case WENT -> went(first(arguments));
            case PrivateConfirmation.EVENT ->
                    PrivateMessage.read(first(arguments)).ifPresent(this::live);
            default -> {
                // Nothing else is of this example.
            }
        }
    }

    private void begin(String id, @Nullable Object told) {
        if (told instanceof Map<?, ?> map && map.get(SESSION_ID) instanceof String sessionId) {
            session = Optional.of(sessionId);
        }
        become(id, you.name());
    }

    private void become(String id, String name) {
        you = new Person(new PersonId(id), name, Role.MEMBER);
        context.tell(new Event.Entered(you));
    }

    /// Everyone there is, this person among them: without a session, known by the name.
    private void list(List<PrivateUser> told) {
        if (session.isEmpty()) {
            told.stream()
                    .filter(each -> each.name().equals(you.name()))
                    .reduce((_, last) -> last)
                    .ifPresent(each -> become(each.id(), each.name()));
        }
        List<Presence> gone = new ArrayList<>();
        for (PrivateUser known : List.copyOf(users.values())) {
            if (told.stream().noneMatch(each -> each.id().equals(known.id()))) {
                PrivateUser away = known.with(false);
                users.put(known.id(), away);
                gone.add(away.presence());
            }
        }
        if (!gone.isEmpty()) {
            context.tell(new Event.PeopleChanged(gone));
        }
        List<PrivateUser> others = told.stream().filter(each -> !isYou(each.id())).toList();
        show(others);
        told.stream().filter(each -> isYou(each.id())).forEach(this::rename);
        boolean wanted = listed || !(request.history() instanceof JoinRequest.History.Nothing);
        listed = true;
        for (PrivateUser each : others) {
            List<PrivateMessage> news = conversations.news(each.said());
            if (wanted) {
                news.forEach(this::show);
            }
        }
        enter();
    }

    /// The name that the session had before counts.
    private void rename(PrivateUser own) {
        if (!own.name().equals(you.name())) {
            become(own.id(), own.name());
        }
    }

    private boolean isYou(String id) {
        return id.equals(you.id().value());
    }

    private void show(List<PrivateUser> others) {
        if (!others.isEmpty()) {
            others.forEach(each -> users.put(each.id(), each));
            context.tell(
                    new Event.PeopleChanged(others.stream().map(PrivateUser::presence).toList()));
            context.tell(
                    new Event.RoomsChanged(
                            others.stream().map(PrivateUser::conversation).toList()));
        }
    }

    private void enter() {
        cancelEntering.run();
        if (!entered) {
            entered = true;
            context.become(new ConnectionState.Online(CAPABILITIES));
            outbox.open();
        }
    }

    private void came(PrivateUser user) {
        if (!isYou(user.id()) && (users.size() < MOST_USERS || users.containsKey(user.id()))) {
            show(List.of(user.with(true)));
        }
    }

    private void went(@Nullable Object id) {
        PrivateUser user = id instanceof String text ? users.get(text) : null;
        if (user != null) {
            PrivateUser away = user.with(false);
            users.put(away.id(), away);
            context.tell(new Event.PeopleChanged(List.of(away.presence())));
        }
    }

    private void live(PrivateMessage message) {
        PrivateMessage whole =
                message.to().isEmpty()
                        ? new PrivateMessage(message.content(), message.from(), you.id().value())
                        : message;
        conversations.note(whole);
        show(whole);
    }

    /// An own message counts as there: what the server keeps may be told again.
    private void arrived(PostMessage post) {
        PrivateUser.of(post.in())
                .ifPresent(
                        to ->
                                conversations.note(
                                        new PrivateMessage(post.text(), you.id().value(), to)));
    }

    /// An own message comes from another of the person's windows, or from what the server keeps.
    private void show(PrivateMessage message) {
        boolean own = isYou(message.from());
        String other = message.with(you.id().value());
        RoomId room = PrivateUser.room(other);
        PrivateUser with = users.get(other);
        if (with == null || (own && outbox.echoed(room, List.of(message.content()), NO_PLACE))) {
            return;
        }
        context.tell(
                new Event.MessageAdded(
                        new Message(
                                EntryId.next(context.now().toEpochMilli()),
                                room,
                                NO_PLACE,
                                own ? you : with.person(),
                                context.now(),
                                message.content(),
                                own,
                                Delivery.DELIVERED)));
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
        for (PrivateUser user : users.values()) {
            context.tell(new Event.RoomGone(PrivateUser.room(user.id())));
        }
        context.tell(
                new Event.PeopleChanged(
                        users.values().stream().map(it -> it.with(false).presence()).toList()));
        users.clear();
        conversations.clear();
        session = Optional.empty();
        return messages;
    }

    @Override
    public void adopt(List<Message> messages) {
        outbox.adopt(messages, Optional.empty());
    }
}
