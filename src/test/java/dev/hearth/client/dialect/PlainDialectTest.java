package dev.hearth.client.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinedFolders;
import dev.hearth.client.MessageArguments;
import dev.hearth.client.link.ChatLoop;
import dev.hearth.client.link.PageWords;
import dev.hearth.client.replica.ReplicaWriter;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.FailureCode;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.Abilities;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What depends on time or on an unlikely order, without a network and with a clock that only the
/// test moves.
final class PlainDialectTest {
    private final Context context = new Context();
    private final PlainDialect dialect =
            new PlainDialect(
                    new JoinRequest(URI.create("http://h:1"), "Ada"), context, nothingKept());

    private static ReplicaWriter nothingKept() {
        return new ReplicaWriter(
                new ChatLoop("test", _ -> {}),
                "test",
                JoinedFolders.NONE,
                InstantSource.system(),
                _ -> {},
                _ -> {});
    }

    private EntryId send(String text) {
        EntryId id = EntryId.next(context.now.toEpochMilli());
        dialect.post(new PostMessage(id, RoomId.LOBBY, text), null);
        return id;
    }

    private void open() {
        context.open = true;
        dialect.opened();
    }

    private void close() {
        context.open = false;
        dialect.closed();
    }

    private void hear(@Nullable Object... arguments) {
        dialect.heard("chat message", Arrays.asList(arguments));
    }

    private Delivery delivery(EntryId id) {
        return context.message(id).delivery();
    }

    @Test
    void withoutAnySignAMessageIsNotConfirmedAfterAWhileAndALateEchoStillCounts() {
        open();
        EntryId id = send("hello");
        context.pass(Duration.ofSeconds(19));
        assertThat(delivery(id)).isEqualTo(Delivery.SENDING);
        context.pass(Duration.ofSeconds(2));
        assertThat(delivery(id)).isEqualTo(Delivery.NOT_CONFIRMED);
        hear("hello");
        assertThat(delivery(id)).isEqualTo(Delivery.DELIVERED);
        assertThat(context.messages).hasSize(1);
    }

    @Test
    void whereMessagesAreAcknowledgedNoneIsGivenUpWhileConnected() {
        open();
        EntryId first = send("first");
        context.acknowledge(0);
        EntryId second = send("second");
        context.pass(Duration.ofMinutes(5));
        assertThat(delivery(first)).isEqualTo(Delivery.DELIVERED);
        assertThat(delivery(second)).isEqualTo(Delivery.SENDING);
        assertThat(context.states)
                .last()
                .isEqualTo(new ConnectionState.Online(Abilities.PLAIN_ACKNOWLEDGING));
    }

    @Test
    void acknowledgementAndEchoMayComeInEitherOrder() {
        open();
        EntryId first = send("same");
        EntryId second = send("same");
        context.acknowledge(0);
        hear("same", 1);
        hear("same", 2);
        context.acknowledge(1);
        assertThat(context.message(first).seq()).hasValue(1);
        assertThat(context.message(second).seq()).hasValue(2);
        assertThat(context.messages).hasSize(2);
    }

    /// Else a window would take what comes after the server's restart for read, and put it before
    /// what was said earlier.
    @Test
    void placesRiseAlsoWhereTheServersNumbersBeginAgain() {
        open();
        hear("before", 7);
        close();
        open();
        hear("after", 1);
        EntryId mine = send("mine");
        hear("mine", 2);
        close();
        assertThat(dialect.auth()).containsEntry("serverOffset", 2L);
        open();
        hear("on", 3);
        close();
        open();
        hear("once more", 1);
        assertThat(context.messages.values())
                .extracting(message -> message.seq().orElse(0))
                .containsExactly(7L, 8L, 9L, 10L, 11L);
        assertThat(context.message(mine).seq()).hasValue(9);
    }

    @Test
    void anEchoIsNotWaitedForForEver() {
        open();
        send("hello");
        context.acknowledge(0);
        context.pass(Duration.ofSeconds(11));
        hear("hello", 5);
        assertThat(context.messages.values())
                .extracting(Message::own)
                .as("the second is another person's")
                .containsExactly(true, false);
    }

    @Test
    void theReplayAfterACutConfirmsWhatWasLeftOpen() {
        open();
        EntryId id = send("stored, but not confirmed");
        close();
        assertThat(delivery(id)).isEqualTo(Delivery.NOT_CONFIRMED);
        open();
        hear("stored, but not confirmed", 1);
        assertThat(delivery(id)).isEqualTo(Delivery.DELIVERED);
        assertThat(context.messages).hasSize(1);
    }

    @Test
    void anEchoGoesToTheMessageOnTheWireBeforeAnOlderOne() {
        open();
        EntryId old = send("same");
        close();
        open();
        EntryId fresh = send("same");
        hear("same");
        assertThat(delivery(fresh)).isEqualTo(Delivery.DELIVERED);
        assertThat(delivery(old)).isEqualTo(Delivery.NOT_CONFIRMED);
    }

    @Test
    void theSameNumberAgainOnOneConnectionIsShownOnce() {
        open();
        hear("one", 1);
        hear("one", 1);
        hear("late", 3);
        hear("between", 2);
        assertThat(context.texts()).containsExactly("one", "late", "between");
        assertThat(dialect.auth()).containsEntry("serverOffset", 3L);
    }

    @Test
    void aLargeMessageThatCutsTheConnectionEachTimeIsLeftToThePerson() {
        open();
        send("small");
        context.acknowledge(0);
        EntryId large = send("x".repeat(50_000));
        EntryId small = send("small too");
        for (int cut = 0; cut < 5; cut++) {
            close();
            open();
        }
        assertThat(delivery(large)).isEqualTo(Delivery.NOT_CONFIRMED);
        assertThat(delivery(small)).isEqualTo(Delivery.SENDING);
    }

    /// A chat of which the test is the server and the clock.
    private static final class Context implements DialectContext {
        private record Later(Instant at, Runnable task) {}

        private Instant now = Instant.parse("2026-11-20T12:00:00Z");
        private boolean open;

        /// What the server's page says at once; empty: nothing yet.
        private Optional<MessageArguments> page = Optional.of(MessageArguments.OFFSET);

        private final List<Consumer<PageWords>> pages = new ArrayList<>();
        private final List<List<Object>> said = new ArrayList<>();
        private final List<Later> later = new ArrayList<>();
        private final List<Consumer<List<@Nullable Object>>> acknowledgements = new ArrayList<>();
        private final List<ConnectionState> states = new ArrayList<>();
        private final Map<EntryId, Message> messages = new LinkedHashMap<>();

        void acknowledge(int index) {
            acknowledgements.get(index).accept(List.of());
        }

        void pass(Duration time) {
            now = now.plus(time);
            for (Later each : List.copyOf(later)) {
                if (!each.at().isAfter(now)) {
                    later.remove(each);
                    each.task().run();
                }
            }
        }

        @Override
        public void ending() {}

        Message message(EntryId id) {
            return Objects.requireNonNull(messages.get(id));
        }

        List<String> texts() {
            return messages.values().stream().map(Message::text).toList();
        }

        @Override
        public void tell(Event event) {
            switch (event) {
                case Event.MessageAdded(var message) -> messages.put(message.id(), message);
                case Event.MessageChanged(var message) -> messages.put(message.id(), message);
                case Event.MessageRemoved(var id) -> messages.remove(id);
                case Event _ -> {}
            }
        }

        @Override
        public void recognised() {}

        @Override
        public void become(ConnectionState state) {
            states.add(state);
        }

        @Override
        public void notSpoken(boolean surely) {}

        @Override
        public void refuse(FailureCode code, String sentence) {}

        @Override
        public void giveUp(String reason) {}

        @Override
        public void say(String event, Object... arguments) {
            said.add(Arrays.asList(arguments));
        }

        @Override
        public void readPage(Consumer<PageWords> found) {
            pages.add(found);
            page.ifPresent(it -> found.accept(new PageWords(Set.of(), Set.of(), Optional.of(it))));
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void emit(
                String event, Object[] arguments, Consumer<List<@Nullable Object>> acknowledged) {
            said.add(Arrays.asList(arguments));
            acknowledgements.add(acknowledged);
        }

        @Override
        public Runnable after(Duration delay, Runnable task) {
            Later entry = new Later(now.plus(delay), task);
            later.add(entry);
            return () -> later.remove(entry);
        }

        @Override
        public Instant now() {
            return now;
        }
    }
}
