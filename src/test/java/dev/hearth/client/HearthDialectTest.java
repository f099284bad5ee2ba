package dev.hearth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HearthException;
import dev.hearth.model.Message;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.RoomId;
import dev.hearth.model.SearchRequest;
import dev.hearth.model.ServerKind;
import dev.hearth.protocol.Deltas.Skipped;
import dev.hearth.protocol.Enter.Held;
import dev.hearth.protocol.Events;
import dev.hearth.testkit.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `/hearth` on real sockets, with a host that does what the test wants.
final class HearthDialectTest {
    private static final ConnectionState ONLINE = new ConnectionState.Online(ServerKind.HEARTH);

    @TempDir Path folder;
    private Kept kept = new Kept(Path.of(""));
    private ScriptedHost host = new ScriptedHost();

    @BeforeEach
    void makeFolder() {
        kept = new Kept(folder);
    }

    @AfterEach
    void close() {
        host.close();
    }

    private JoinRequest request() {
        return new JoinRequest(host.address(), "Ada");
    }

    private Joined join() {
        return online(Joined.to(request(), kept));
    }

    private static Joined online(Joined joined) {
        joined.awaitState(ONLINE::equals);
        return joined;
    }

    private static void awaitTexts(Joined joined, String... texts) {
        Patience.await().untilAsserted(() -> assertThat(joined.texts()).containsExactly(texts));
    }

    private static void awaitConfirmed(Joined joined, int count) {
        Patience.await().until(() -> joined.confirmed().size() == count);
    }

    private static void leave(Joined joined) {
        joined.leave();
        joined.await(ConnectionState.Closed.class);
    }

    private static Command edit(EntryId of, String text) {
        return new Command.EditMessage(EntryId.next(5), Optional.of(RoomId.LOBBY), of, text);
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(20, java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    private static ErrorCode failure(CompletionStage<?> stage) {
        try {
            get(stage);
            throw new AssertionError("it did not fail");
        } catch (CompletionException e) {
            if (e.getCause() instanceof HearthException why) {
                return why.code();
            }
            throw e;
        }
    }

    private void restart(String epoch) {
        int port = host.port();
        List<Entry> log = host.log();
        host.close();
        host = new ScriptedHost(port).is("host-1", epoch);
        log.forEach(each -> host.log(each.id(), each.from(), each.payload()));
    }

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

    @Test
    void showsAMessageOnceWhicheverComesFirst() {
        try (Joined ada = join()) {
            ada.say("answer first");
            host.broadcastBeforeAnswering();
            ada.say("told first");
            awaitTexts(ada, "answer first", "told first");
            Patience.await()
                    .until(() -> ada.messages().stream().allMatch(it -> it.seq().isPresent()));
            assertThat(ada.messages()).allMatch(Message::own);
            assertThat(host.asked(Events.HISTORY)).isEmpty();
        }
    }

    @Test
    void sendsOneAtATimeInOrder() {
        try (Joined ada = join()) {
            host.hold();
            CompletionStage<Accepted> first =
                    ada.chat().submit(new PostMessage(EntryId.next(1), RoomId.LOBBY, "one"));
            ada.chat().send("two");
            ada.chat().send("three");
            ada.awaitMessages(3);
            Patience.await().until(() -> host.heldCommands() == 1);
            assertThat(host.asked(Events.CHAT_MESSAGE)).hasSize(1);
            host.letGo();
            assertThat(get(first)).isEqualTo(new Accepted(RoomId.LOBBY, 1));
            awaitConfirmed(ada, 3);
            awaitTexts(ada, "one", "two", "three");
            assertThat(host.messages())
                    .extracting(it -> it.text())
                    .containsExactly("one", "two", "three");
        }
    }

    @Test
    void waitsAndTriesAgainWhereThatHelps() {
        try (Joined ada = join()) {
            for (ErrorCode code : List.of(ErrorCode.BUSY, ErrorCode.RATE, ErrorCode.STORAGE)) {
                host.refuseNext(code, Optional.of(Duration.ofMillis(20)));
            }
            ada.chat().send("in the end");
            ada.say("afterwards");
            assertThat(host.messages())
                    .extracting(it -> it.text())
                    .containsExactly("in the end", "afterwards");
            assertThat(host.asked(Events.CHAT_MESSAGE)).hasSize(5);
        }
    }

    @Test
    void oneThatCannotBeDoneFailsAndTheNextGoes() {
        try (Joined ada = join()) {
            host.refuseNext(ErrorCode.CONFLICT, Optional.empty());
            EntryId bad = ada.chat().send("bad");
            ada.say("good");
            assertThat(ada.message(bad).delivery())
                    .isEqualTo(new Delivery.Failed(ErrorCode.CONFLICT, "The test says no."));
            ada.chat().retry(bad);
            ada.awaitDelivery(bad, Delivery.Delivered.class);
            host.refuseNext(ErrorCode.FORBIDDEN, Optional.empty());
            EntryId worse = ada.chat().send("worse");
            ada.awaitDelivery(worse, Delivery.Failed.class);
            ada.chat().discard(worse);
            awaitTexts(ada, "bad", "good");
        }
    }

    @Test
    void saysWhichCommandFailed() {
        try (Joined ada = join()) {
            ada.say("mine");
            host.refuseNext(ErrorCode.FORBIDDEN, Optional.empty());
            Command edit = edit(ada.messages().getFirst().id(), "changed");
            assertThat(failure(ada.chat().submit(edit))).isEqualTo(ErrorCode.FORBIDDEN);
            Patience.await().until(() -> !ada.events(Event.CommandFailed.class).isEmpty());
            assertThat(ada.events(Event.CommandFailed.class).getFirst().command()).isEqualTo(edit);
        }
    }

    @Test
    void whatWasUnansweredGoesAgainAfterACut() {
        try (Proxy proxy = Proxy.to(host.port());
                Joined ada = online(Joined.to(new JoinRequest(proxy.address(), "Ada"), kept))) {
            host.hold();
            EntryId id = EntryId.next(1);
            CompletionStage<Accepted> answer =
                    ada.chat().submit(new PostMessage(id, RoomId.LOBBY, "hello"));
            Patience.await().until(() -> host.heldCommands() == 1);
            proxy.cut();
            ada.await(ConnectionState.Offline.class);
            host.letGo();
            proxy.mend();
            ada.chat().reconnectNow();
            assertThat(get(answer).seq()).isEqualTo(1);
            awaitTexts(ada, "hello");
            assertThat(host.log()).hasSize(1);
        }
    }

    @Test
    void aLeftChatSendsTheRestWhenItIsJoinedAgainOnce() {
        Joined first = join();
        host.hold();
        EntryId one = first.chat().send("one");
        first.chat().send("two");
        first.awaitMessages(2);
        Patience.await().until(() -> host.heldCommands() == 1);
        leave(first);
        host.letGo();
        try (Joined again = Joined.to(request(), kept)) {
            awaitConfirmed(again, 2);
            awaitTexts(again, "one", "two");
            assertThat(again.message(one).own()).isTrue();
            assertThat(again.events(Event.MessageAdded.class))
                    .extracting(it -> it.message().delivery())
                    .containsOnly(Delivery.SENDING);
        }
        assertThat(host.log()).hasSize(2);
    }

    /// What a process that is killed leaves are its files as they are.
    @Test
    void aKilledClientSendsItsOutboxOnceWhenItStartsAgain() throws IOException {
        Kept copy = new Kept(folder.resolve("copy"));
        try (Proxy proxy = Proxy.to(host.port())) {
            JoinRequest request = new JoinRequest(proxy.address(), "Ada");
            try (Joined killed = online(Joined.to(request, kept))) {
                host.hold();
                killed.chat().send("done, but never answered");
                killed.chat().send("never sent");
                killed.awaitMessages(2);
                Patience.await().until(() -> host.heldCommands() == 1);
                proxy.freeze();
                host.letGo();
                copyFiles(kept.path("host-1"), copy.path("host-1"));
                proxy.cut();
            }
            proxy.mend();
            copy.remember(proxy.address(), "host-1");
            try (Joined again = Joined.to(request, copy)) {
                awaitConfirmed(again, 2);
                awaitTexts(again, "done, but never answered", "never sent");
                assertThat(again.messages()).allMatch(Message::own);
            }
        }
        assertThat(host.log()).hasSize(2);
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void aChatThatIsLeftLeavesNoThread() {
        leave(join());
        Patience.await()
                .until(
                        () ->
                                Thread.getAllStackTraces().keySet().stream()
                                        .noneMatch(
                                                thread ->
                                                        thread.getName()
                                                                .contains(
                                                                        host.address()
                                                                                .getAuthority())));
    }

    @Test
    void whatWasDoneBeforeTheEndIsNotShownAsOnItsWay() {
        Joined first = join();
        first.say("done");
        Patience.await().until(() -> first.messages().getFirst().seq().isPresent());
        leave(first);
        host.close();
        try (Joined again = Joined.to(request(), kept)) {
            again.awaitMessages(1);
            assertThat(again.messages().getFirst().delivery()).isEqualTo(Delivery.DELIVERED);
            assertThat(again.messages().getFirst().own()).isTrue();
        }
    }

    @Test
    void withoutAConnectionWhatIsKeptIsShownSearchedAndWrittenTo() {
        host.posts(3);
        leaveAfter(join(), 3);
        int port = host.port();
        List<Entry> log = host.log();
        host.close();
        try (Joined ada = Joined.to(request(), kept)) {
            ada.awaitMessages(3);
            ada.await(ConnectionState.Offline.class);
            EntryId mine = ada.chat().send("written offline");
            ada.awaitMessages(4);
            var found = get(ada.chat().search(SearchRequest.of("post", 10)));
            assertThat(found.hits().hits()).hasSize(3);
            assertThat(found.whole()).isFalse();
            assertThat(found.since()).contains(log.getFirst().at());
            host = new ScriptedHost(port);
            log.forEach(each -> host.log(each.id(), each.from(), each.payload()));
            ada.chat().reconnectNow();
            ada.awaitDelivery(mine, Delivery.Delivered.class);
            var all = get(ada.chat().search(SearchRequest.of("post", 10)));
            assertThat(all.whole()).isTrue();
            assertThat(all.hits().hits()).hasSize(3);
            assertThat(host.enters().getFirst().have())
                    .containsEntry(RoomId.LOBBY, new Held(3, log.getLast().id()));
            awaitTexts(ada, "post 1", "post 2", "post 3", "written offline");
        }
    }

    private static void leaveAfter(Joined joined, int messages) {
        joined.awaitMessages(messages);
        leave(joined);
    }

    @Test
    void aGapIsFilledAndNothingComesTwice() {
        try (Joined ada = join()) {
            host.say(ScriptedHost.BOB, new Posted("one"));
            host.log(ScriptedHost.BOB, new Posted("two"));
            host.log(ScriptedHost.BOB, new Posted("three"));
            Entry four = host.say(ScriptedHost.BOB, new Posted("four"));
            host.tell(four);
            host.tell(host.log().getFirst());
            awaitTexts(ada, "one", "two", "three", "four");
            host.say(ScriptedHost.BOB, new Posted("five"));
            awaitTexts(ada, "one", "two", "three", "four", "five");
            assertThat(host.asked(Events.HISTORY)).hasSize(1);
            online(ada);
        }
    }

    @Test
    void anAnswerBeyondWhatIsShownTellsOfAGap() {
        try (Joined ada = join()) {
            host.broadcast(false);
            host.log(ScriptedHost.BOB, new Posted("not told"));
            ada.say("mine");
            Patience.await().until(() -> ada.texts().contains("not told"));
            assertThat(ada.confirmed())
                    .extracting(Message::text)
                    .containsExactly("not told", "mine");
        }
    }

    @Test
    void whatWasSkippedIsFetchedOncePeopleHaveSeenTheRoom() {
        try (Joined ada = join()) {
            host.say(ScriptedHost.BOB, new Posted("one"));
            awaitTexts(ada, "one");
            host.log(ScriptedHost.BOB, new Posted("two"));
            host.emit(Events.SKIPPED, new Skipped(RoomId.LOBBY, 2, 2).toMap());
            awaitTexts(ada, "one", "two");
        }
    }

    @Test
    void aNewcomerGetsTheNewestAndOlderOnesWhenAsking() {
        host.posts(1_450);
        Entry edited =
                host.log(
                        ScriptedHost.BOB,
                        new Edited(host.log().get(10).id(), "the eleventh, edited"));
        try (Joined ada = join()) {
            Patience.await().until(() -> ada.messages().size() == 999);
            assertThat(ada.messages().getFirst().text()).isEqualTo("post 452");
            for (int expected : List.of(1_199, 1_399, 1_450)) {
                ada.chat().showOlder(RoomId.LOBBY);
                Patience.await().until(() -> ada.messages().size() == expected);
            }
            assertThat(ada.texts().get(10)).isEqualTo("the eleventh, edited");
            assertThat(ada.texts().subList(11, 1_450))
                    .isEqualTo(
                            host.messages().subList(11, 1_450).stream()
                                    .map(it -> it.text())
                                    .toList());
            assertThat(ada.events(Event.OlderMessages.class))
                    .extracting(Event.OlderMessages::more)
                    .containsExactly(true, true, false);
            assertThat(edited.seq()).isEqualTo(1_451);
            // Old and shown, but no longer remembered in memory or not: it changes all the same.
            host.say(ScriptedHost.BOB, new Deleted(host.log().get(5).id()));
            Patience.await().until(() -> ada.messages().get(5).details().deleted());
            leave(ada);
        }
        host.close();
        try (Joined again = Joined.to(request(), kept)) {
            again.awaitMessages(1_000);
            again.chat().showOlder(RoomId.LOBBY);
            Patience.await().until(() -> again.messages().size() == 1_200);
            again.chat().showOlder(RoomId.LOBBY);
            Patience.await().until(() -> again.messages().size() == 1_400);
            again.chat().showOlder(RoomId.LOBBY);
            Patience.await().until(() -> again.messages().size() == 1_450);
            assertThat(again.messages().get(5).details().deleted()).isTrue();
        }
    }

    @Test
    void withoutAFolderOlderOnesComeFromTheHost() {
        host.posts(1_450);
        try (Joined ada = online(Joined.to(request()))) {
            Patience.await().until(() -> ada.messages().size() == 1_000);
            ada.chat().showOlder(RoomId.LOBBY);
            Patience.await().until(() -> ada.messages().size() == 1_200);
            assertThat(ada.texts().getFirst()).isEqualTo("post 251");
            host.say(ScriptedHost.BOB, new Edited(host.log().get(250).id(), "changed"));
            Patience.await().until(() -> ada.texts().getFirst().equals("changed"));
        }
    }

    @Test
    void tellsWhatHappensToMessages() {
        try (Joined ada = join()) {
            EntryId id = host.say(ScriptedHost.BOB, new Posted("first")).id();
            host.say(ScriptedHost.BOB, new Edited(id, "second"));
            host.say(ScriptedHost.BOB, new Reacted(id, "👍", true));
            Patience.await()
                    .until(
                            () ->
                                    !ada.messages().isEmpty()
                                            && !ada.messages()
                                                    .getFirst()
                                                    .details()
                                                    .reactions()
                                                    .isEmpty());
            assertThat(ada.messages().getFirst())
                    .isEqualTo(Message.of(host.messages().getFirst(), false));
            host.say(ScriptedHost.BOB, new Deleted(id));
            Patience.await().until(() -> ada.messages().getFirst().details().deleted());
            host.say(ScriptedHost.BOB, new Payload.TopicSet("cats"));
            Patience.await().until(() -> !ada.events(Event.Happened.class).isEmpty());
        }
    }

    @Test
    void anotherLogOfTheSameHostBeginsAnewAndTheOutboxStays() {
        host.posts(5);
        try (Joined ada = join()) {
            ada.awaitMessages(5);
            int port = host.port();
            host.close();
            ada.await(ConnectionState.Offline.class);
            EntryId mine = ada.chat().send("still to be sent");
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
    void whoWasAwayForTooLongBeginsAnew() {
        host.posts(5);
        leaveAfter(join(), 5);
        host.posts(51_000);
        try (Joined ada = join()) {
            assertThat(ada.events(Event.RoomReset.class)).hasSize(1);
            assertThat(ada.messages()).hasSize(1_000);
            assertThat(ada.messages().getLast().text()).isEqualTo("post 51005");
            ada.chat().showOlder(RoomId.LOBBY);
            Patience.await().until(() -> ada.messages().size() == 1_200);
            assertThat(ada.messages().getFirst().text()).isEqualTo("post 49806");
        }
    }

    @Test
    void whatWasMissedIsCaughtUpBeforeOneIsOnline() {
        host.posts(5);
        leaveAfter(join(), 5);
        host.posts(2_000);
        host.answerHistory(false);
        try (Joined ada = Joined.to(request(), kept)) {
            ada.await(ConnectionState.CatchingUp.class);
            assertThat(ada.messages()).hasSize(5);
            host.answerHistory(true);
            host.cutAll();
            ada.await(ConnectionState.Offline.class);
            ada.chat().reconnectNow();
            online(ada);
            assertThat(ada.texts())
                    .isEqualTo(host.messages().stream().map(FoldedMessage::text).toList());
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
            forTheFirst = ada.chat().send("for the first");
            ada.awaitMessages(3);
            host = new ScriptedHost(port).is("host-2", "other");
            host.log(ScriptedHost.BOB, new Posted("elsewhere"));
            ada.chat().reconnectNow();
            awaitTexts(ada, "elsewhere");
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

    @Test
    void whatWasWrittenBeforeTheHostWasKnownGoesToItsOutbox() {
        int port = host.port();
        host.close();
        try (Joined ada = Joined.to(request(), kept)) {
            EntryId early = ada.chat().send("early");
            ada.await(ConnectionState.Refused.class);
            host = new ScriptedHost(port);
            host.hold();
            ada.chat().reconnectNow();
            Patience.await().until(() -> host.heldCommands() == 1);
            leave(ada);
            try (Joined again = Joined.to(request(), kept)) {
                again.awaitMessages(1);
                assertThat(again.message(early).delivery()).isEqualTo(Delivery.SENDING);
                host.letGo();
                again.awaitDelivery(early, Delivery.Delivered.class);
            }
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
        try (Joined owner = online(Joined.to(request().withToken("the owner's")))) {
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
    void tooLongIsSaidAtOnce() {
        try (Joined ada = join()) {
            assertThatThrownBy(() -> ada.chat().send("é".repeat(4_001)))
                    .isInstanceOfSatisfying(
                            HearthException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LONG));
            assertThat(
                            failure(
                                    ada.chat()
                                            .submit(
                                                    new PostMessage(
                                                            EntryId.next(1),
                                                            RoomId.LOBBY,
                                                            "x".repeat(8_001)))))
                    .isEqualTo(ErrorCode.TOO_LONG);
            ada.say("x".repeat(8_000));
            assertThat(ada.messages()).hasSize(1);
        }
    }

    @Test
    void saysLittleOfTypingAndReading() {
        try (Joined ada = join()) {
            for (int i = 1; i <= 50; i++) {
                ada.chat().typing(RoomId.LOBBY);
                ada.chat().read(RoomId.LOBBY, i);
            }
            Patience.await().until(() -> !host.asked(Events.READ).isEmpty());
            assertThat(host.asked(Events.TYPING)).hasSize(1);
            assertThat(host.asked(Events.READ)).hasSize(1);
            assertThat(host.asked(Events.READ).getFirst().fields().get("seq")).isEqualTo(50);
        }
    }

    @Test
    void whoIsBannedIsNotTriedAgain() {
        try (Joined ada = join()) {
            host.emit(Events.BYE, Map.of("reason", "banned"));
            assertThat(ada.await(ConnectionState.Refused.class).code()).isEqualTo(ErrorCode.BANNED);
        }
    }

    @Test
    void aKindOfEntryThatIsNotKnownHoldsUpNothing() {
        try (Joined ada = join()) {
            host.say(ScriptedHost.BOB, new Posted("one"));
            Entry odd = host.log(ScriptedHost.BOB, new Payload.TopicSet("x"));
            host.emit(
                    Events.ENTRY,
                    Map.of("room", "#lobby", "seq", odd.seq(), "id", "x", "kind", "danced"));
            host.say(ScriptedHost.BOB, new Posted("three"));
            awaitTexts(ada, "one", "three");
            assertThat(host.asked(Events.HISTORY)).isEmpty();
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
