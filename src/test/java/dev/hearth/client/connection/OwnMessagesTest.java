package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Accepted;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Delivery;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Membership;
import dev.hearth.model.Message;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.protocol.Answers;
import dev.hearth.protocol.Deltas.Rooms;
import dev.hearth.protocol.EntryCodec;
import dev.hearth.protocol.Events;
import dev.hearth.testkit.Patience;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// An own message is shown when it is written and once, whichever way its place in the log becomes
/// known: by an answer, in its turn, ahead of its turn, or with the older ones. [Joined] fails
/// where a message is shown twice, or changed before it is shown.
final class OwnMessagesTest extends OnScriptedHost {
    private static final RoomId ROOM = new RoomId("room-1");
    private static final Person ADA = new Person(new PersonId("ada"), "Ada", Role.MEMBER);

    private static RoomHead head(long lastSeq) {
        return new RoomHead(
                ROOM,
                "one room",
                "",
                RoomKind.PRIVATE,
                lastSeq,
                1,
                Membership.MEMBER,
                0,
                Optional.empty());
    }

    private void tell(Rooms delta) {
        host.emit(Events.ROOMS, delta.toMap());
    }

    @Test
    void oneOfARoomThatWentIsNewWhenTheRoomComesBack() {
        try (Joined ada = join()) {
            tell(Rooms.of(head(0)));
            ada.awaitRoom(ROOM);
            host.answerNext(Answers.accepted(new Accepted(ROOM, 1)));
            EntryId id = EntryId.next(1);
            assertThat(get(ada.chat().submit(new PostMessage(id, ROOM, "mine"))).seq())
                    .isEqualTo(1);
            ada.awaitDelivery(id, Delivery.Delivered.class);
            tell(Rooms.gone(ROOM));
            Patience.await().until(() -> ada.messages().isEmpty());
            tell(Rooms.of(head(1)));
            Entry mine = new Entry(ROOM, 1, id, ADA, Instant.ofEpochMilli(1), new Posted("mine"));
            host.emit(Events.CHAT_MESSAGE, EntryCodec.map(mine));
            awaitTexts(ada, "mine");
            assertThat(ada.events(Event.MessageAdded.class)).hasSize(2);
            assertThat(ada.message(id).own()).isTrue();
        }
    }

    @Test
    void oneAmongTheOlderOnesIsShownWhereItIs() {
        EntryId id = writeUnanswered();
        host.log(id, ADA, new Posted("mine"));
        host.posts(1_100);
        try (Joined ada = join()) {
            Patience.await().until(() -> ada.messages().size() == 1_001);
            assertThat(ada.message(id).delivery()).isEqualTo(Delivery.SENDING);
            ada.lobby().showOlder();
            ada.awaitDelivery(id, Delivery.Delivered.class);
            assertThat(ada.message(id).seq()).hasValue(1);
            // It is told first that it is done, and then what lies between.
            ada.awaitMessages(1_101);
            assertThat(ada.messages()).hasSize(1_101);
        }
        host.close();
        try (Joined again = Joined.to(request(), kept)) {
            again.awaitMessages(1_000);
            assertThat(again.messages())
                    .extracting(Message::delivery)
                    .containsOnly(Delivery.DELIVERED);
        }
    }

    @Test
    void oneAmongTheOlderOnesThatWasEditedMeanwhileIsKnownAgain() {
        EntryId id = writeUnanswered();
        host.log(id, ADA, new Posted("mine"));
        host.log(ADA, new Edited(id, "edited at another computer"));
        host.posts(1_100);
        try (Joined ada = join()) {
            Patience.await().until(() -> ada.messages().size() == 1_001);
            ada.lobby().showOlder();
            ada.awaitDelivery(id, Delivery.Delivered.class);
            assertThat(ada.message(id).text()).isEqualTo("edited at another computer");
        }
    }

    @Test
    void anotherMessageInItsPlaceAmongTheOlderOnesLeavesWhatWasTyped() {
        EntryId id = writeUnanswered();
        host.log(id, ScriptedHost.BOB, new Posted("not mine"));
        host.posts(1_100);
        try (Joined ada = join()) {
            Patience.await().until(() -> ada.messages().size() == 1_001);
            ada.lobby().showOlder();
            Patience.await().until(() -> ada.texts().contains("not mine"));
            assertThat(ada.messages())
                    .filteredOn(Message::own)
                    .singleElement()
                    .satisfies(
                            it -> {
                                assertThat(it.text()).isEqualTo("mine");
                                assertThat(it.delivery()).isInstanceOf(Delivery.Failed.class);
                            });
        }
    }

    /// From here on the host answers nobody.
    private EntryId writeUnanswered() {
        Joined ada = join();
        host.hold();
        EntryId id = ada.lobby().send("mine");
        Patience.await().until(() -> host.heldCommands() == 1);
        leave(ada);
        return id;
    }

    @Test
    void oneThatComesFarAheadOfItsTurnIsShownOnceAlthoughTheRoomBeginsAnew() {
        host.posts(5);
        try (Joined ada = join()) {
            ada.awaitMessages(5);
            host.posts(51_000);
            host.broadcastBeforeAnswering();
            EntryId id = ada.lobby().send("mine");
            Patience.await().until(() -> ada.messages().size() == 1_000);
            Patience.await().until(() -> ada.texts().getLast().equals("mine"));
            assertThat(ada.events(Event.RoomReset.class)).hasSize(1);
            assertThat(ada.message(id).seq()).hasValue(51_006);
        }
    }
}
