package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.Membership;
import dev.hearth.model.Message;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.model.SearchRequest;
import dev.hearth.protocol.Deltas.Rooms;
import dev.hearth.protocol.Deltas.Skipped;
import dev.hearth.protocol.Enter.Held;
import dev.hearth.protocol.EntryCodec;
import dev.hearth.protocol.Events;
import dev.hearth.testkit.Patience;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is shown and kept of a log: all of it, in order, once.
final class ReplicaTest extends OnScriptedHost {
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
            EntryId mine = ada.lobby().send("written offline");
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
                ada.lobby().showOlder();
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
            again.lobby().showOlder();
            Patience.await().until(() -> again.messages().size() == 1_200);
            again.lobby().showOlder();
            Patience.await().until(() -> again.messages().size() == 1_400);
            again.lobby().showOlder();
            Patience.await().until(() -> again.messages().size() == 1_450);
            assertThat(again.messages().get(5).details().deleted()).isTrue();
        }
    }

    @Test
    void withoutAFolderOlderOnesComeFromTheHost() {
        host.posts(1_450);
        try (Joined ada = online(Joined.to(request()))) {
            Patience.await().until(() -> ada.messages().size() == 1_000);
            ada.lobby().showOlder();
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
    void whoWasAwayForTooLongBeginsAnew() {
        host.posts(5);
        leaveAfter(join(), 5);
        host.posts(51_000);
        try (Joined ada = join()) {
            assertThat(ada.events(Event.RoomReset.class)).hasSize(1);
            assertThat(ada.messages()).hasSize(1_000);
            assertThat(ada.messages().getLast().text()).isEqualTo("post 51005");
            ada.lobby().showOlder();
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
    void aRoomThatGoesWhileSomethingOfItIsMissingHoldsUpNothing() {
        RoomId room = new RoomId("room-1");
        RoomHead head =
                new RoomHead(
                        room,
                        "one room",
                        "",
                        RoomKind.PRIVATE,
                        0,
                        1,
                        Membership.MEMBER,
                        0,
                        Optional.empty());
        try (Joined ada = join()) {
            host.answerHistory(false);
            host.emit(Events.ROOMS, Rooms.of(head).toMap());
            ada.awaitRoom(room);
            EntryId id = EntryId.next(1);
            Instant at = Instant.ofEpochMilli(1);
            Entry fifth = new Entry(room, 5, id, ScriptedHost.BOB, at, new Posted("five"));
            host.emit(Events.CHAT_MESSAGE, EntryCodec.map(fifth));
            ada.await(ConnectionState.CatchingUp.class);
            host.emit(Events.ROOMS, Rooms.gone(room).toMap());
            online(ada);
        }
    }
}
