package dev.hearth.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.model.Command;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.Membership;
import dev.hearth.model.Message;
import dev.hearth.model.Message.Details;
import dev.hearth.model.Payload;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.Role;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.testkit.Abilities;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeTimers;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.timeline.Item;
import dev.hearth.ui.timeline.OlderStep;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

/// A chat on a Hearth host: all that it tells, and what one can do there.
final class HearthSessionViewModelTest {
    private static final Instant NOW = FakeWorld.NOW;

    private final FakeWorld world = new FakeWorld();
    private final FakeTimers time = new FakeTimers();
    private final Queue<Runnable> fx = new ArrayDeque<>();
    private final SessionViewModel model =
            new SessionViewModel(
                    world,
                    new JoinRequest(URI.create("http://h:1"), "Mira"),
                    new FxContext(fx::add, time, time));
    private final FakeChat chat = world.chat();

    private void runFx() {
        for (Runnable next = fx.poll(); next != null; next = fx.poll()) {
            next.run();
        }
    }

    private void tell(Event event) {
        chat.tell(event);
        runFx();
    }

    private List<String> shown() {
        return model.room().timeline().items().stream()
                .map(
                        item ->
                                switch (item) {
                                    case Item.Said(Message message) -> message.text();
                                    case Item.Noted noted -> "(" + noted.entry().kind() + ")";
                                })
                .toList();
    }

    private Message placed(String name, String text) {
        return chat.placed(name, NOW, text, Details.NONE);
    }

    @Test
    void otherRoomsAreNotShown() {
        var elsewhere =
                new Message(
                        new EntryId("x"),
                        new RoomId("r"),
                        OptionalLong.of(1),
                        FakeChat.person("Amina"),
                        NOW,
                        "elsewhere",
                        false,
                        Delivery.DELIVERED);
        tell(new Event.MessageAdded(elsewhere));
        tell(new Event.OlderMessages(new RoomId("r"), List.of(elsewhere), true));
        tell(new Event.Typing(new RoomId("r"), FakeChat.person("Amina")));
        assertThat(shown()).isEmpty();
        assertThat(model.room().writing()).isEmpty();
        assertThat(model.unreadProperty().get()).isZero();
    }

    @Test
    void olderMessagesComeBeforeInOneChangeAndAreNoNews() {
        Message one = placed("Amina", "one");
        Message two = placed("Omar", "two");
        chat.said("Amina", NOW, "three");
        runFx();
        var changes = new ArrayList<String>();
        model.room()
                .timeline()
                .items()
                .addListener(
                        (ListChangeListener<Item>)
                                change -> {
                                    while (change.next()) {
                                        changes.add(change.getFrom() + "+" + change.getAddedSize());
                                    }
                                });
        tell(new Event.OlderMessages(RoomId.LOBBY, List.of(one, two), true));
        assertThat(shown()).containsExactly("one", "two", "three");
        assertThat(changes).containsExactly("0+2");
        assertThat(model.unreadProperty().get()).isOne();
    }

    @Test
    void aPageOfOlderMessagesIsAskedForOnce() {
        chat.said("Amina", NOW, "hello");
        runFx();
        model.room().timeline().showOlder();
        model.room().timeline().showOlder();
        assertThat(chat.olderAsked()).isOne();
        assertThat(model.room().timeline().olderProperty().get()).isEqualTo(OlderStep.LOADING);
        tell(new Event.OlderMessages(RoomId.LOBBY, List.of(), false));
        assertThat(model.room().timeline().olderProperty().get()).isEqualTo(OlderStep.BEGINNING);
        model.room().timeline().showOlder();
        assertThat(chat.olderAsked()).isOne();
    }

    @Test
    void whatWasAskedForBeforeACutIsAskedForAgain() {
        chat.said("Amina", NOW, "hello");
        runFx();
        model.room().timeline().showOlder();
        chat.become(new ConnectionState.Offline(NOW, "cut"));
        chat.goOnline();
        runFx();
        model.room().timeline().showOlder();
        assertThat(chat.olderAsked()).isEqualTo(2);
    }

    @Test
    void aResetKeepsWhatIsOnItsWay() {
        chat.said("Amina", NOW, "gone");
        chat.own(NOW, "pending", Delivery.SENDING);
        chat.happen("Amina", NOW, new Payload.TopicSet("x"));
        runFx();
        tell(new Event.RoomReset(RoomId.LOBBY));
        assertThat(shown()).containsExactly("pending");
        chat.said("Amina", NOW, "fresh");
        runFx();
        assertThat(shown()).containsExactly("fresh", "pending");
    }

    @Test
    void whatHappensToTheRoomStandsAmongTheMessages() {
        chat.said("Amina", NOW, "hello");
        chat.happen("Amina", NOW, new Payload.TopicSet("Saturday"));
        chat.happen("Amina", NOW, new Payload.Reacted(new EntryId("m1"), "👍", true));
        runFx();
        assertThat(shown()).containsExactly("hello", "(topic)");
    }

    @Test
    void catchingUpIsCounted() {
        chat.said("Amina", NOW, "one");
        tell(new Event.RoomsChanged(List.of(lobby(41))));
        chat.become(new ConnectionState.CatchingUp(Abilities.HEARTH));
        runFx();
        assertThat(model.room().behindProperty().get()).isEqualTo(40);
        chat.said("Amina", NOW, "two");
        runFx();
        assertThat(model.room().behindProperty().get()).isEqualTo(39);
    }

    private static RoomHead lobby(long lastSeq) {
        return new RoomHead(
                RoomId.LOBBY,
                "#lobby",
                "",
                RoomKind.PUBLIC,
                lastSeq,
                0,
                Membership.MEMBER,
                0,
                Optional.empty());
    }

    @Test
    void whoIsHereComesFirstThenWhoWroteAndIsAway() {
        chat.said("Zoe", NOW, "hello");
        chat.enter("omar", "Amina");
        runFx();
        assertThat(model.others())
                .extracting(here -> here.person().name() + " " + here.online())
                .containsExactly("Amina true", "omar true", "Zoe false");
        tell(new Event.PeopleChanged(List.of(new Presence(FakeChat.person("omar"), false, false))));
        assertThat(model.others())
                .extracting(here -> here.person().name())
                .containsExactly("Amina", "Zoe");
    }

    @Test
    void aNewNameHoldsForWhatWasSaidBefore() {
        Message hello = chat.said("Amina", NOW, "hello");
        runFx();
        var touched = new ArrayList<Boolean>();
        model.room()
                .timeline()
                .redraws()
                .subscribe(
                        which ->
                                touched.add(
                                        which.test(model.room().timeline().items().getFirst())));
        var renamed = new Person(hello.from().id(), "Amina B.", Role.MEMBER);
        tell(new Event.PeopleChanged(List.of(new Presence(renamed, true, false))));
        assertThat(model.people().name(hello.from())).isEqualTo("Amina B.");
        assertThat(touched).contains(true);
    }

    @Test
    void onesOwnNameIsTheOneTheHostGave() {
        tell(new Event.Entered(new Person(new PersonId("p1"), "Mira 2", Role.MEMBER)));
        assertThat(model.ownNameProperty().get()).isEqualTo("Mira 2");
    }

    @Test
    void someoneWritesForSixSecondsOrUntilItIsThere() {
        tell(new Event.Typing(RoomId.LOBBY, FakeChat.person("Amina")));
        time.pass(Duration.ofSeconds(4));
        tell(new Event.Typing(RoomId.LOBBY, FakeChat.person("Amina")));
        time.pass(Duration.ofSeconds(4));
        assertThat(model.room().writing()).extracting(Person::name).containsExactly("Amina");
        time.pass(Duration.ofSeconds(3));
        assertThat(model.room().writing()).isEmpty();
        tell(new Event.Typing(RoomId.LOBBY, FakeChat.person("Amina")));
        chat.said("Amina", NOW, "done");
        runFx();
        assertThat(model.room().writing()).isEmpty();
        assertThat(time.waiting()).isZero();
    }

    @Test
    void whatWasSeenIsToldOnceAndOnlyWhileOneLooks() {
        chat.said("Amina", NOW, "one");
        runFx();
        assertThat(chat.calls()).isEmpty();
        model.attentiveProperty().set(true);
        chat.said("Amina", NOW, "two");
        runFx();
        chat.become(new ConnectionState.CatchingUp(Abilities.HEARTH));
        runFx();
        assertThat(chat.calls()).containsExactly("read #lobby 1", "read #lobby 2");
    }

    @Test
    void onesLastMessageSaysWhoHasSeenIt() {
        chat.enter("Amina", "Omar");
        Message first = chat.said("Mira", NOW, "one");
        Message last = chat.said("Mira", NOW, "two");
        tell(new Event.ReadUpTo(RoomId.LOBBY, FakeChat.person("Amina").id(), 2));
        tell(new Event.ReadUpTo(RoomId.LOBBY, FakeChat.person("Omar").id(), 1));
        tell(new Event.ReadUpTo(RoomId.LOBBY, FakeChat.person("Mira").id(), 2));
        assertThat(model.room().timeline().seenBy(last))
                .containsExactly(FakeChat.person("Amina").id());
        assertThat(model.room().timeline().seenBy(first)).isEmpty();
    }

    @Test
    void deedsBecomeCommands() {
        chat.enter("Amina");
        Message hello = chat.said("Amina", NOW, "hello");
        chat.said("Mira", NOW, "mine");
        Message extra = chat.said("Mira", NOW, "too much");
        runFx();
        PersonId me = model.people().you().id();
        model.room().commands().toggle(hello, "👍", me);
        Message liked = chat.become(hello, "hello", FakeChat.reacted("👍 Mira"));
        model.room().commands().toggle(liked, "👍", me);
        model.deletions().delete(List.of(extra));
        model.deletions().send();
        model.room().composer().reply(hello);
        model.room().composer().textProperty().set("yes");
        model.room().composer().send();
        model.room().editLast();
        model.room().composer().textProperty().set("mine!");
        model.room().composer().send();
        assertThat(chat.commands().stream().flatMap(HearthSessionViewModelTest::inShort))
                .containsExactly("+👍 m1", "-👍 m1", "delete m3", "m1: yes", "edit m2 mine!");
    }

    private static Stream<String> inShort(Command command) {
        return switch (command) {
            case Command.React(var id, var room, EntryId of, String emoji, boolean on) ->
                    Stream.of((on ? "+" : "-") + emoji + " " + of);
            case Command.DeleteMessage(var id, var room, EntryId of) -> Stream.of("delete " + of);
            case Command.EditMessage(var id, var room, EntryId of, String text) ->
                    Stream.of("edit " + of + " " + text);
            case Command.PostMessage post ->
                    Stream.of(post.replyTo().map(EntryId::value).orElse("") + ": " + post.text());
            default -> Stream.empty();
        };
    }

    @Test
    void upEditsNothingOlderWhileALaterOneWaits() {
        chat.said("Mira", NOW, "mine");
        Message later = chat.own(NOW, "later", Delivery.SENDING);
        runFx();
        model.room().editLast();
        assertThat(model.room().composer().regardingProperty().get()).isEmpty();
        chat.change(later, Delivery.DELIVERED);
        runFx();
        model.room().editLast();
        assertThat(model.room().composer().textProperty().get()).isEqualTo("later");
    }

    @Test
    void whatTheHostWillNotHaveIsToldOnce() {
        var told = new ArrayList<String>();
        model.commands().tellProblemsTo(told::add);
        var command =
                new Command.DeleteMessage(
                        new EntryId("c1"), Optional.of(RoomId.LOBBY), new EntryId("m1"));
        tell(new Event.CommandFailed(command, ErrorCode.FORBIDDEN, "Only moderators may."));
        tell(new Event.CommandFailed(command, ErrorCode.FORBIDDEN, "Only moderators may."));
        tell(new Event.Noticed("What is kept here was damaged."));
        assertThat(told).containsExactly("Only moderators may.", "What is kept here was damaged.");
    }

    @Test
    void aDeletedMessageCannotBeAnsweredAnyMore() {
        Message hello = chat.said("Amina", NOW, "hello");
        runFx();
        model.room().composer().reply(hello);
        chat.become(hello, "", FakeChat.deleted());
        runFx();
        assertThat(model.room().composer().regardingProperty().get()).isEmpty();
    }
}
