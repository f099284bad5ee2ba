package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest.HostToken;
import dev.hearth.model.ByeReason;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.Payload.Posted;
import dev.hearth.protocol.Deltas;
import dev.hearth.protocol.Enter;
import dev.hearth.protocol.Events;
import dev.hearth.testkit.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.internal.concurrent.Task;
import okhttp3.internal.concurrent.TaskRunner;
import org.junit.jupiter.api.Test;

/// Entering `/hearth`: who answers, who one is, what is kept of whom.
final class HearthDialectTest extends OnScriptedHost {
    @Test
    void entersAndTellsWhoOneIsAndWhoIsThere() {
        try (Joined ada = join()) {
            assertThat(ada.events(Event.Entered.class)).hasSize(1);
            assertThat(ada.events(Event.PeopleChanged.class)).hasSize(1);
            assertThat(ada.events(Event.RoomsChanged.class)).hasSize(1);
            assertThat(ada.states())
                    .containsExactly(
                            new ConnectionState.Connecting(1),
                            new ConnectionState.Entering(),
                            ONLINE);
        }
    }

    /// What a process that is killed leaves are its files as they are.
    @Test
    void aChatThatIsLeftLeavesNoThread() {
        Joined ada = join();
        assertThat(threadsOf(host)).isNotEmpty();
        leave(ada);
        Patience.await()
                .untilAsserted(
                        () -> {
                            assertThat(threadsOf(host)).isEmpty();
                            assertThat(tasksOf(host)).isEmpty();
                        });
    }

    /// What OkHttp's scheduler has yet to do for connections to `host`.
    private static List<String> tasksOf(ScriptedHost host) {
        return TaskRunner.INSTANCE.activeQueues().stream()
                .flatMap(queue -> queue.getScheduledTasks().stream())
                .map(Task::getName)
                .filter(name -> name.contains(host.address().getAuthority()))
                .toList();
    }

    /// What threads that are named after `host` do at this moment. OkHttp's scheduler belongs to
    /// the whole process: while it waits for its next task it keeps the name of the last, whatever
    /// client that task was for. What it waits for is in [#tasksOf].
    private static Map<String, List<StackTraceElement>> threadsOf(ScriptedHost host) {
        Map<String, List<StackTraceElement>> threads = new HashMap<>();
        Thread.getAllStackTraces()
                .forEach(
                        (thread, stack) -> {
                            if (thread.getName().contains(host.address().getAuthority())
                                    && !waitsForATask(stack)) {
                                threads.put(thread.getName(), List.of(stack));
                            }
                        });
        return threads;
    }

    private static boolean waitsForATask(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .anyMatch(
                        frame ->
                                frame.getClassName()
                                                .equals("okhttp3.internal.concurrent.TaskRunner")
                                        && frame.getMethodName().equals("awaitTaskToRun"));
    }

    @Test
    void anotherLogOfTheSameHostBeginsAnewAndTheOutboxStays() {
        host.posts(5);
        try (Joined ada = join()) {
            ada.awaitMessages(5);
            int port = host.port();
            host.close();
            ada.await(ConnectionState.Offline.class);
            EntryId mine = ada.lobby().send("still to be sent");
            host = new ScriptedHost(port).is("host-1", "epoch-2");
            host.log(ScriptedHost.BOB, new Posted("of the other log"));
            ada.chat().reconnectNow();
            ada.awaitDelivery(mine, Delivery.Delivered.class);
            Patience.await().until(() -> ada.confirmed().size() == 2);
            assertThat(ada.confirmed())
                    .extracting(Message::text)
                    .containsExactly("of the other log", "still to be sent");
            assertThat(host.enters().getFirst().have()).isEmpty();
            leave(ada);
        }
        try (Joined again = join()) {
            awaitTexts(again, "of the other log", "still to be sent");
        }
    }

    @Test
    void aRoomThatDivergedBeginsAnew() {
        host.posts(5);
        try (Joined ada = join()) {
            ada.awaitMessages(5);
            int port = host.port();
            host.close();
            ada.await(ConnectionState.Offline.class);
            host = new ScriptedHost(port);
            host.log(ScriptedHost.BOB, new Posted("another first"));
            ada.chat().reconnectNow();
            awaitTexts(ada, "another first");
            assertThat(ada.events(Event.RoomReset.class)).hasSize(1);
        }
    }

    @Test
    void anotherHostAtTheSameAddressGetsNeitherTokenNorMessages() {
        host.posts(2);
        EntryId forTheFirst;
        int port = host.port();
        try (Joined ada = join()) {
            ada.awaitMessages(2);
            host.close();
            ada.await(ConnectionState.Offline.class);
            forTheFirst = ada.lobby().send("for the first");
            ada.awaitMessages(3);
            host = new ScriptedHost(port).is("host-2", "other");
            host.log(ScriptedHost.BOB, new Posted("elsewhere"));
            ada.chat().reconnectNow();
            awaitTexts(ada, "elsewhere");
            assertThat(ada.events(Event.Noticed.class))
                    .singleElement()
                    .matches(it -> it.sentence().contains("waits until that one is back"));
            assertThat(host.enters().getFirst().token()).isEmpty();
            assertThat(host.enters().getFirst().have()).isEmpty();
            ada.say("for the second");
            leave(ada);
            host.close();
        }
        host = new ScriptedHost(port);
        try (Joined ada = Joined.to(request(), kept)) {
            ada.awaitDelivery(forTheFirst, Delivery.Delivered.class);
            assertThat(host.enters().getFirst().token()).contains("token of host-1");
            assertThat(ada.texts()).contains("for the first").doesNotContain("for the second");
        }
    }

    /// A host that let this person in, and whose welcome was lost, knows by it who asks again.
    @Test
    void oneNewTokenGoesToEachHostOnEveryAttempt() {
        int port = host.port();
        try (Joined ada = join()) {
            List<Enter> enters = new ArrayList<>();
            for (String name : List.of("host-1", "host-2")) {
                enters.addAll(host.enters());
                host.close();
                ada.await(ConnectionState.Offline.class);
                host = new ScriptedHost(port).is(name, "log of " + name);
                host.log(ScriptedHost.BOB, new Posted("hello from " + name));
                ada.chat().reconnectNow();
                awaitTexts(ada, "hello from " + name);
            }
            enters.addAll(host.enters());
            List<String> tokens = enters.stream().map(it -> it.newToken().orElseThrow()).toList();
            assertThat(tokens).hasSize(3).allMatch(it -> it.matches("[A-Za-z0-9_-]{43}"));
            assertThat(tokens.get(1)).isEqualTo(tokens.getFirst());
            assertThat(tokens.get(2)).isNotEqualTo(tokens.getFirst());
        }
    }

    @Test
    void whoWasEndedBeforeTheWelcomeProposesTheSameAgain() {
        host.letsNobodyIn();
        try (Joined ada = Joined.to(request(), kept)) {
            Patience.await().until(() -> host.enters().size() == 1);
            ada.await(ConnectionState.Entering.class);
        }
        try (Joined again = Joined.to(request(), kept)) {
            Patience.await().until(() -> host.enters().size() == 2);
            again.await(ConnectionState.Entering.class);
        }
        assertThat(host.enters().get(1).newToken()).isEqualTo(host.enters().getFirst().newToken());
    }

    @Test
    void theChatGoesByItsNameAlsoWithoutTheHost() {
        try (Joined ada = join()) {
            assertThat(ada.events(Event.ChatNamed.class)).contains(new Event.ChatNamed("Test"));
            host.emitToAll(Events.NAMED, Map.of("name", " "));
            host.emitToAll(Events.NAMED, Deltas.named("Garden"));
            Patience.await()
                    .until(
                            () ->
                                    ada.events(Event.ChatNamed.class)
                                            .getLast()
                                            .equals(new Event.ChatNamed("Garden")));
            assertThat(ada.events(Event.ChatNamed.class)).hasSize(2);
        }
        host.close();
        try (Joined again = Joined.to(request(), kept)) {
            Patience.await()
                    .until(
                            () ->
                                    again.events(Event.ChatNamed.class)
                                            .contains(new Event.ChatNamed("Garden")));
        }
    }

    @Test
    void aTokenIsShownToTheHostThatGaveIt() {
        leave(join());
        try (Joined again = join()) {
            assertThat(host.enters())
                    .extracting(it -> it.token())
                    .containsExactly(Optional.empty(), Optional.of("token of host-1"));
            assertThat(again.texts()).isEmpty();
        }
        try (Joined owner =
                online(
                        Joined.to(
                                request()
                                        .withToken(
                                                new HostToken(
                                                        ScriptedHost.id("host-1"),
                                                        "the owner's"))))) {
            assertThat(host.enters().getLast().token()).contains("the owner's");
            assertThat(owner.texts()).isEmpty();
        }
    }

    @Test
    void refusesAnotherVersionSayingWhoHasToUpdate() {
        host.speaks(2);
        try (Joined ada = Joined.to(request())) {
            ConnectionState.Refused refused = ada.await(ConnectionState.Refused.class);
            assertThat(refused.code()).isEqualTo(ErrorCode.VERSION);
            assertThat(refused.reason()).contains("Update Hearth on this computer");
        }
    }

    @Test
    void whoNeverGreetsIsTakenForAPlainServer() {
        host.keepsSilent();
        long start = System.nanoTime();
        try (Joined ada = Joined.to(request())) {
            // There is no plain namespace either.
            ada.await(ConnectionState.Refused.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(2_900), Duration.ofSeconds(5));
        }
    }

    @Test
    void whoIsBannedIsNotTriedAgain() {
        try (Joined ada = join()) {
            host.emit(Events.BYE, Map.of("reason", "banned"));
            assertThat(ada.await(ConnectionState.Refused.class).code()).isEqualTo(ByeReason.BANNED);
        }
    }

    @Test
    void aHostThatIsRestartedLosesNothing() {
        try (Joined ada = join()) {
            ada.say("before");
            restart("epoch-1");
            ada.await(ConnectionState.Offline.class);
            ada.chat().reconnectNow();
            ada.say("after");
            awaitTexts(ada, "before", "after");
        }
    }
}
