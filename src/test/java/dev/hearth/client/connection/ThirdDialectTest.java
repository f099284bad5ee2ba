package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.dialect.Dialect;
import dev.hearth.client.dialect.DialectContext;
import dev.hearth.client.dialect.DialectList;
import dev.hearth.model.Accepted;
import dev.hearth.model.Capabilities;
import dev.hearth.model.Capabilities.Confirmation;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.FailureCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.model.SearchRequest;
import dev.hearth.socketio.ServerOptions;
import dev.hearth.socketio.SocketServer;
import dev.hearth.testkit.Abilities;
import dev.hearth.testkit.Patience;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A dialect that this program does not have, between the two that it has: a server with namespace
/// `/shout` takes `shout {text}`, answers `{ok: true}` and tells everybody `shouted {by, text}`.
/// Nothing but the list knows of it.
final class ThirdDialectTest {
    private static final Capabilities SHOUTING =
            new Capabilities(false, false, false, false, 20, Confirmation.ACKNOWLEDGEMENT);

    private static final DialectList WITH_SHOUTING =
            (request, context, writer) -> {
                List<Dialect> all = new ArrayList<>(DialectList.all().of(request, context, writer));
                all.add(1, new ShoutDialect(request, context));
                return all;
            };

    private final List<String> shouts = new CopyOnWriteArrayList<>();
    private final SocketServer server =
            new SocketServer(ServerOptions.defaults().withBind("127.0.0.1", 0));
    private URI address = URI.create("http://127.0.0.1:1");

    private static final class ShoutDialect implements Dialect {
        private final DialectContext context;
        private final Person you;
        private final Map<EntryId, Message> unconfirmed = new LinkedHashMap<>();

        ShoutDialect(JoinRequest request, DialectContext context) {
            this.context = context;
            you = new Person(new PersonId("me"), request.name(), Role.MEMBER);
        }

        @Override
        public DialectContext context() {
            return context;
        }

        @Override
        public String namespace() {
            return "/shout";
        }

        @Override
        public Map<String, Object> auth() {
            return Map.of("as", you.name());
        }

        @Override
        public Capabilities capabilities() {
            return SHOUTING;
        }

        @Override
        public void opened() {
            context.recognised();
            context.become(new ConnectionState.Online(SHOUTING));
            List.copyOf(unconfirmed.values()).forEach(this::transmit);
        }

        @Override
        public void closed() {}

        @Override
        public void heard(String event, List<@Nullable Object> arguments) {
            if (event.equals("shouted") && arguments.getFirst() instanceof Map<?, ?> map) {
                context.tell(
                        new Event.MessageAdded(
                                message(
                                        EntryId.next(context.now().toEpochMilli()),
                                        String.valueOf(map.get("text")),
                                        false,
                                        Delivery.DELIVERED)));
            }
        }

        private Message message(EntryId id, String text, boolean own, Delivery delivery) {
            return new Message(
                    id,
                    RoomId.LOBBY,
                    OptionalLong.empty(),
                    own ? you : Person.UNKNOWN,
                    context.now(),
                    text,
                    own,
                    delivery);
        }

        @Override
        public void post(PostMessage post, @Nullable CompletableFuture<Accepted> answer) {
            Message message = message(post.id(), post.text(), true, Delivery.SENDING);
            context.tell(new Event.MessageAdded(message));
            unconfirmed.put(post.id(), message);
            if (context.isOpen()) {
                transmit(message);
            }
        }

        private void transmit(Message message) {
            context.emit(
                    "shout",
                    new Object[] {Map.of("text", message.text())},
                    _ -> {
                        unconfirmed.remove(message.id());
                        context.tell(
                                new Event.MessageChanged(message.confirmed(OptionalLong.empty())));
                    });
        }

        @Override
        public List<Message> standAside() {
            List<Message> given = List.copyOf(unconfirmed.values());
            unconfirmed.clear();
            return given;
        }

        @Override
        public void adopt(List<Message> messages) {
            messages.forEach(each -> unconfirmed.put(each.id(), each));
        }

        @Override
        public void retry(EntryId id) {
            Optional.ofNullable(unconfirmed.get(id)).ifPresent(this::transmit);
        }

        @Override
        public void discard(EntryId id) {
            if (unconfirmed.remove(id) != null) {
                context.tell(new Event.MessageRemoved(id));
            }
        }
    }

    @BeforeEach
    void start() throws IOException {
        server.namespace("/shout", new Shouting(shouts));
        address = URI.create("http://127.0.0.1:" + server.start().getPort());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Joined join() {
        return Joined.to(new JoinRequest(address, "Ada"), WITH_SHOUTING);
    }

    @Test
    void aDialectInTheListIsFoundAndUsedForEverything() {
        try (Joined ada = join();
                Joined bob = join()) {
            EntryId early = ada.lobby().send("before it is known");
            ada.awaitDelivery(early, Delivery.Delivered.class);
            assertThat(ada.chat().state()).isEqualTo(new ConnectionState.Online(SHOUTING));
            bob.online();
            assertThat(ada.say("hello").delivery()).isEqualTo(Delivery.DELIVERED);
            bob.awaitMessages(1);
            assertThat(bob.texts()).contains("hello");
            assertThat(shouts).containsExactly("before it is known", "hello");
        }
    }

    @Test
    void whatADialectCannotDoIsUnsupportedAndItsLimitHolds() {
        try (Joined ada = join().online()) {
            assertThat(failure(ada)).isEqualTo(ErrorCode.UNSUPPORTED);
            ada.lobby().showOlder();
            Patience.await().until(() -> !ada.events(Event.OlderMessages.class).isEmpty());
            List<FailureCode> codes = new ArrayList<>();
            try {
                ada.lobby().send("x".repeat(21));
            } catch (HearthException e) {
                codes.add(e.code());
            }
            assertThat(codes).containsExactly(ErrorCode.TOO_LONG);
            assertThat(ada.messages()).isEmpty();
        }
    }

    @Test
    void whatIsNotConfirmedIsHandedToTheDialectOfTheNextServer() {
        try (Joined ada = join().online()) {
            EntryId mine = ada.lobby().send(Shouting.UNANSWERED);
            Patience.await().until(() -> shouts.contains(Shouting.UNANSWERED));
            server.close();
            try (ScriptedHost host = new ScriptedHost(address.getPort())) {
                ada.chat().reconnectNow();
                ada.awaitState(new ConnectionState.Online(Abilities.HEARTH)::equals);
                ada.awaitDelivery(mine, Delivery.Failed.class);
                assertThat(host.log()).isEmpty();
                ada.chat().retry(mine);
                ada.awaitDelivery(mine, Delivery.Delivered.class);
                assertThat(host.log()).hasSize(1);
            }
        }
    }

    private static FailureCode failure(Joined joined) {
        try {
            joined.chat().search(SearchRequest.of("x", 1)).toCompletableFuture().join();
            throw new AssertionError("it did not fail");
        } catch (CompletionException e) {
            if (e.getCause() instanceof HearthException why) {
                return why.code();
            }
            throw e;
        }
    }
}
