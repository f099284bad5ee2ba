package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.client.JoinRequest;
import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.HearthException;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Events;
import dev.hearth.testkit.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/// What a person wants done: once, in order, whatever is cut, refused or killed.
final class SendingTest extends OnScriptedHost {
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
            ada.lobby().send("two");
            ada.lobby().send("three");
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
            ada.lobby().send("in the end");
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
            EntryId bad = ada.lobby().send("bad");
            ada.say("good");
            assertThat(ada.message(bad).delivery())
                    .isEqualTo(new Delivery.Failed(ErrorCode.CONFLICT, "The test says no."));
            ada.chat().retry(bad);
            ada.awaitDelivery(bad, Delivery.Delivered.class);
            host.refuseNext(ErrorCode.FORBIDDEN, Optional.empty());
            EntryId worse = ada.lobby().send("worse");
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
        EntryId one = first.lobby().send("one");
        first.lobby().send("two");
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

    @Test
    void aKilledClientSendsItsOutboxOnceWhenItStartsAgain() throws IOException {
        Kept copy = new Kept(folder.resolve("copy"));
        try (Proxy proxy = Proxy.to(host.port())) {
            JoinRequest request = new JoinRequest(proxy.address(), "Ada");
            try (Joined killed = online(Joined.to(request, kept))) {
                host.hold();
                killed.lobby().send("done, but never answered");
                killed.lobby().send("never sent");
                killed.awaitMessages(2);
                Patience.await().until(() -> host.heldCommands() == 1);
                proxy.freeze();
                host.letGo();
                copyFiles(
                        kept.path(ScriptedHost.id("host-1")), copy.path(ScriptedHost.id("host-1")));
                proxy.cut();
            }
            proxy.mend();
            copy.remember(proxy.address(), ScriptedHost.id("host-1"));
            try (Joined again = Joined.to(request, copy)) {
                awaitConfirmed(again, 2);
                awaitTexts(again, "done, but never answered", "never sent");
                assertThat(again.messages()).allMatch(Message::own);
            }
        }
        assertThat(host.log()).hasSize(2);
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
    void whatWasWrittenBeforeTheHostWasKnownGoesToItsOutbox() {
        int port = host.port();
        host.close();
        try (Joined ada = Joined.to(request(), kept)) {
            EntryId early = ada.lobby().send("early");
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
    void tooLongIsSaidAtOnce() {
        try (Joined ada = join()) {
            assertThatThrownBy(() -> ada.lobby().send("é".repeat(4_001)))
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
                ada.lobby().typing();
                ada.lobby().read(i);
            }
            Patience.await().until(() -> !host.asked(Events.READ).isEmpty());
            assertThat(host.asked(Events.TYPING)).hasSize(1);
            assertThat(host.asked(Events.READ)).hasSize(1);
            assertThat(host.asked(Events.READ).getFirst().fields().get("seq")).isEqualTo(50);
        }
    }
}
