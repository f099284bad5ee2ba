package dev.hearth.client.connection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.model.Command;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.LocalTrouble;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.testkit.Patience;
import dev.hearth.testkit.RealHost;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a joined chat when memory runs out on its loop.
final class FailedLoopTest {
    @TempDir Path folder;
    private @Nullable RealHost started;

    @BeforeEach
    void start() {
        started = RealHost.in(folder.resolve("host"));
    }

    @AfterEach
    void stop() {
        host().close();
    }

    private RealHost host() {
        return requireNonNull(started);
    }

    private Joined join(String name, boolean keeps) {
        JoinRequest request = new JoinRequest(host().address(), name);
        return keeps
                ? Joined.to(request, new Kept(folder.resolve(name))).online()
                : Joined.to(request).online();
    }

    private static AtomicInteger failures(Joined joined, int times, String text) {
        AtomicInteger left = new AtomicInteger(times);
        joined.trap(
                event -> {
                    if (event instanceof Event.MessageAdded(Message message)
                            && message.text().equals(text)
                            && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                        throw new OutOfMemoryError("a test");
                    }
                });
        return left;
    }

    @Test
    void isOpenedAgainFromWhatIsKeptAndMissesNothing() {
        try (Joined ada = join("Ada", true);
                Joined bob = join("Bob", true)) {
            ada.say("one");
            bob.awaitMessages(1);
            failures(bob, 1, "boom");
            ada.say("boom");
            ada.say("three");
            awaitTexts(bob, "one", "boom", "three");
            assertThat(bob.events(Event.Noticed.class))
                    .extracting(Event.Noticed::sentence)
                    .filteredOn(sentence -> sentence.startsWith("This chat failed"))
                    .containsExactly(
                            "This chat failed (OutOfMemoryError) and was opened again from what is"
                                    + " kept.");
            assertThat(bob.events(Event.Entered.class)).hasSize(2);
            assertThat(bob.you()).isEqualTo(bob.events(Event.Entered.class).getFirst().you());
            bob.say("four");
            ada.awaitMessages(4);
        }
    }

    @Test
    void whatWasNotConfirmedAndNotKeptStaysVisible() {
        try (Joined ada = join("Ada", false)) {
            host().close();
            ada.await(ConnectionState.Offline.class);
            ada.chat().room(RoomId.LOBBY).send("waits");
            ada.awaitMessages(1);
            failures(ada, 1, "boom");
            ada.chat().room(RoomId.LOBBY).send("boom");
            Patience.await().until(() -> !ada.events(Event.Noticed.class).isEmpty());
            Message waits = ada.awaitMessages(1).getFirst();
            assertThat(waits.text()).isEqualTo("waits");
            assertThat(waits.delivery()).isInstanceOf(Delivery.NotConfirmed.class);
        }
    }

    @Test
    void aChatThatFailsAgainAndAgainSaysSoAndStops() {
        try (Joined ada = join("Ada", true);
                Joined bob = join("Bob", false)) {
            failures(bob, 6, "boom");
            ada.say("boom");
            ConnectionState.Refused refused = bob.await(ConnectionState.Refused.class);
            assertThat(refused.code()).isEqualTo(LocalTrouble.CHAT_FAILED);
            assertThat(refused.reason()).contains("failed again and again (OutOfMemoryError)");
            assertThat(bob.events(Event.Noticed.class)).hasSize(5);
            bob.chat().reconnectNow();
            bob.online();
            awaitTexts(bob, "boom");
        }
    }

    private static void awaitTexts(Joined joined, String... texts) {
        Patience.await()
                .untilAsserted(
                        () ->
                                assertThat(joined.confirmed())
                                        .extracting(Message::text)
                                        .containsExactly(texts));
    }

    /// Fails when the chat is about to say that it was opened again.
    private static void failsToSaySo(Joined joined, int times) {
        AtomicInteger left = new AtomicInteger(times);
        joined.trap(
                event -> {
                    boolean fails =
                            event instanceof Event.Noticed
                                    || (event instanceof Event.MessageAdded(Message message)
                                            && message.text().equals("boom"));
                    if (fails && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                        throw new OutOfMemoryError("a test");
                    }
                });
    }

    @Test
    void aRecoveryThatFailsIsTriedAgain() {
        try (Joined ada = join("Ada", true);
                Joined bob = join("Bob", true)) {
            ada.say("one");
            bob.awaitMessages(1);
            failsToSaySo(bob, 3);
            ada.say("boom");
            ada.say("three");
            awaitTexts(bob, "one", "boom", "three");
            bob.say("four");
            ada.awaitMessages(4);
        }
    }

    @Test
    void aRecoveryThatFailsAgainAndAgainSaysSo() {
        try (Joined ada = join("Ada", true);
                Joined bob = join("Bob", true)) {
            failsToSaySo(bob, 100);
            ada.say("boom");
            ConnectionState.Refused refused = bob.await(ConnectionState.Refused.class);
            assertThat(refused.code()).isEqualTo(LocalTrouble.CHAT_FAILED);
            bob.trap(_ -> {});
            bob.chat().reconnectNow();
            bob.online();
            awaitTexts(bob, "boom");
        }
    }

    /// Nobody has left: what was under way is open, and that is what its waiting caller learns.
    @Test
    void whoWaitsForAnAnswerLearnsThatTheChatFailed() {
        try (Joined ada = join("Ada", true)) {
            host().close();
            ada.await(ConnectionState.Offline.class);
            EntryId id = EntryId.next(System.currentTimeMillis());
            var answer = ada.chat().submit(new Command.OpenRoom(id, "cats", "", RoomKind.PUBLIC));
            failures(ada, 1, "boom");
            ada.lobby().send("boom");
            assertThat(OnScriptedHost.failure(answer)).isEqualTo(LocalTrouble.CHAT_FAILED);
        }
    }
}
