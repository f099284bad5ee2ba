package dev.hearth.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Membership;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomActivity;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.kit.Directory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ArrivalsTest {
    private static final RoomId DESIGN = new RoomId("r1");

    private final Arrivals arrivals = new Arrivals(new Mira());
    private final List<String> told = new ArrayList<>();
    private final FakeWorld world = new FakeWorld();
    private final FakeChat chat = joined();

    private static final class Mira implements Directory {
        @Override
        public Person you() {
            return FakeChat.person("Mira");
        }

        @Override
        public Person latest(Person person) {
            return person;
        }

        @Override
        public Optional<String> name(PersonId id) {
            return Optional.empty();
        }
    }

    private FakeChat joined() {
        world.onJoin(fake -> {});
        world.join(new JoinRequest(URI.create("http://h:1"), "Mira"), this::tell);
        return world.chat();
    }

    private void tell(Event event) {
        arrivals.take(event);
        arrivals.flush();
    }

    @BeforeEach
    void listen() {
        var _ = arrivals.tell(it -> told.add((it.calls() ? "! " : "") + it.message().text()));
    }

    private static Event head(RoomKind kind, long last) {
        return new Event.RoomsChanged(
                List.of(
                        new RoomHead(
                                DESIGN,
                                "design",
                                "",
                                kind,
                                last,
                                0,
                                Membership.MEMBER,
                                2,
                                Optional.empty())));
    }

    private Message message(String text) {
        Message lobby = chat.placed("Amina", FakeWorld.NOW, text, Message.Details.NONE);
        return new Message(
                lobby.id(),
                DESIGN,
                lobby.seq(),
                lobby.from(),
                lobby.at(),
                text,
                false,
                lobby.delivery());
    }

    private static Event activity(Message last, int unread, int mentions) {
        return new Event.ActivityChanged(
                List.of(
                        new RoomActivity(
                                DESIGN,
                                last.seq().orElse(0),
                                0,
                                unread,
                                mentions,
                                Optional.of(last))));
    }

    @Test
    void whatWasSaidBeforeIsNoNews() {
        tell(head(RoomKind.PUBLIC, 2));
        Message old = message("@Mira before");
        tell(activity(old, 1, 1));
        chat.goOnline();
        tell(activity(old, 1, 1));
        assertThat(told).isEmpty();
        message("skipped");
        tell(activity(message("@Mira now"), 3, 2));
        tell(activity(message("and more"), 4, 2));
        assertThat(told).containsExactly("! @Mira now", "and more");
    }

    @Test
    void whatWasMissedInAnOutageIsNoNews() {
        tell(head(RoomKind.PUBLIC, 0));
        chat.goOnline();
        chat.become(new dev.hearth.model.ConnectionState.Connecting(2));
        tell(head(RoomKind.PUBLIC, 1));
        Message missed = message("@Mira missed");
        chat.goOnline();
        tell(activity(missed, 1, 1));
        assertThat(told).isEmpty();
    }

    @Test
    void aMessageIsToldOnceHoweverOftenItComes() {
        chat.goOnline();
        Message said = message("hello");
        tell(activity(said, 1, 0));
        tell(new Event.MessageAdded(said));
        tell(activity(said, 1, 0));
        assertThat(told).containsExactly("hello");
    }

    @Test
    void aCallIsNotLostInABurst() {
        chat.goOnline();
        tell(activity(message("one"), 1, 0));
        message("@Mira two, of which only the count is told");
        tell(activity(message("three"), 3, 1));
        assertThat(told).containsExactly("one", "! three");
    }

    @Test
    void aConversationThatSomebodyBeginsIsNews() {
        chat.goOnline();
        Message first = message("hi, only you");
        tell(head(RoomKind.DIRECT, 1));
        tell(activity(first, 1, 0));
        assertThat(told).containsExactly("hi, only you");
    }

    @Test
    void aRoomThatOneIsTakenIntoHasAPast() {
        chat.goOnline();
        Message first = message("long ago");
        tell(head(RoomKind.PRIVATE, 1));
        tell(activity(first, 1, 0));
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsReadElsewhereOrOnesOwnIsNoNews() {
        chat.goOnline();
        tell(activity(message("read on the phone"), 0, 0));
        chat.said("Mira", FakeWorld.NOW, "mine");
        assertThat(told).isEmpty();
    }

    @Test
    void numbersThatBeginAgainAreOfAnotherLog() {
        chat.goOnline();
        tell(activity(message("one"), 1, 0));
        tell(activity(message("two"), 2, 0));
        Message again =
                new Message(
                        new EntryId("again"),
                        DESIGN,
                        OptionalLong.of(1),
                        FakeChat.person("Amina"),
                        FakeWorld.NOW,
                        "after the restart",
                        false,
                        Delivery.DELIVERED);
        tell(activity(again, 1, 0));
        assertThat(told).containsExactly("one", "two", "after the restart");
    }
}
