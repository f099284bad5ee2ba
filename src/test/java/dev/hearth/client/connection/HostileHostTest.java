package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Command;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Limits;
import dev.hearth.model.Message;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.EntryCodec;
import dev.hearth.protocol.Events;
import dev.hearth.testkit.Patience;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A host that proved its id and means no good: it can lie about its own log, and that is all it
/// can do. What its person typed is never gone without a word.
final class HostileHostTest extends OnScriptedHost {
    static List<Object> oddNumbers() {
        return List.of(
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                (1L << 53) - 1,
                1L << 53,
                0,
                -1,
                1.5,
                1e300,
                "9223372036854775807",
                BigInteger.ONE.shiftLeft(100),
                "12x",
                Map.of());
    }

    private static Map<String, Object> post(Object seq, String id, String room, Object at) {
        Map<String, Object> map = new HashMap<>();
        map.put("seq", seq);
        map.put("room", room);
        map.put("id", id);
        map.put("from", Map.of("id", "bob", "name", "Bob", "role", "member"));
        map.put("at", at);
        map.put("text", "odd");
        return map;
    }

    @ParameterizedTest
    @MethodSource("oddNumbers")
    void numbersOfAnySizeStopNothing(Object number) {
        host.posts(3);
        try (Joined ada = join()) {
            ada.awaitMessages(3);
            host.emit(Events.CHAT_MESSAGE, post(number, "x1", "#lobby", 5));
            host.emit(Events.CHAT_MESSAGE, post(4, "x2", "#nowhere", number));
            host.emit(Events.SKIPPED, Map.of("room", "#lobby", "from", number, "to", number));
            host.emit(Events.READ, Map.of("room", "#lobby", "person", "bob", "seq", number));
            host.emit(Events.ROOMS, Map.of("rooms", List.of(head("#lobby", number))));
            host.emit(Events.ROOMS, Map.of("rooms", List.of(head("#other", number))));
            ada.say("typed");
            assertThat(ada.texts()).contains("typed");
        }
        try (Joined again = Joined.to(request(), kept)) {
            again.awaitState(ONLINE::equals);
            Patience.await().until(() -> again.texts().contains("typed"));
        }
    }

    private static Map<String, Object> head(String id, Object number) {
        return Map.of(
                "id",
                id,
                "name",
                id,
                "topic",
                "",
                "kind",
                "public",
                "lastSeq",
                number,
                "readSeq",
                number,
                "standing",
                "member");
    }

    @Test
    void anAnswerThatDoesNotSayWhereItIsConfirmsNothing() {
        try (Joined ada = join()) {
            for (Map<String, Object> answer :
                    List.<Map<String, Object>>of(
                            Map.of("ok", true),
                            Map.of("ok", true, "room", "#lobby"),
                            Map.of("ok", true, "room", "#lobby", "seq", 0),
                            Map.of("ok", true, "room", "#lobby", "seq", -4),
                            Map.of("ok", true, "room", "#elsewhere", "seq", 4),
                            Map.of("ok", true, "room", "#lobby", "seq", Long.MAX_VALUE),
                            Map.of("yes", "of course"))) {
                host.answerNext(answer);
                EntryId mine = ada.lobby().send("typed");
                Message message = ada.awaitDelivery(mine, Delivery.Failed.class);
                assertThat(message.text()).isEqualTo("typed");
                assertThat(host.log()).isEmpty();
            }
            assertThat(ada.texts()).hasSize(7);
            leave(ada);
        }
        try (Joined again = join()) {
            again.awaitMessages(7);
            assertThat(again.messages())
                    .allMatch(message -> message.delivery() instanceof Delivery.Failed);
        }
    }

    /// The id of what was typed is known to the host from the moment it is sent.
    @Test
    void anotherTextUnderTheSameIdDoesNotTakeThePlaceOfWhatWasTyped() {
        try (Joined ada = join()) {
            host.hold();
            EntryId mine = ada.lobby().send("what I typed");
            Patience.await().until(() -> host.heldCommands() == 1);
            host.tell(host.log(mine, ada.you(), new Posted("what I never typed")));
            Patience.await().until(() -> ada.texts().contains("what I never typed"));
            Patience.await()
                    .untilAsserted(
                            () ->
                                    assertThat(ada.messages())
                                            .filteredOn(it -> it.text().equals("what I typed"))
                                            .singleElement()
                                            .matches(
                                                    it ->
                                                            it.delivery()
                                                                    instanceof Delivery.Failed));
            leave(ada);
        }
        host.letGo();
        try (Joined again = join()) {
            Patience.await().until(() -> again.texts().contains("what I typed"));
        }
    }

    @Test
    void theSameIdInAnotherRoomOrOfAnotherKindConfirmsNothing() {
        try (Joined ada = join()) {
            host.hold();
            EntryId mine = ada.lobby().send("what I typed");
            Patience.await().until(() -> host.heldCommands() == 1);
            Map<String, Object> elsewhere = post(1, mine.value(), "#elsewhere", 5);
            elsewhere.put("from", Map.of("id", "ada", "name", "Ada", "role", "member"));
            host.emit(Events.CHAT_MESSAGE, elsewhere);
            host.emit(
                    Events.ENTRY,
                    EntryCodec.map(host.log(mine, ada.you(), new Payload.TopicSet("a topic"))));
            Patience.await().until(() -> !ada.events(Event.Happened.class).isEmpty());
            assertThat(ada.messages())
                    .filteredOn(it -> it.text().equals("what I typed"))
                    .singleElement()
                    .matches(it -> it.delivery() instanceof Delivery.Failed);
            leave(ada);
        }
        host.letGo();
        try (Joined again = join()) {
            Patience.await().until(() -> again.texts().contains("what I typed"));
        }
    }

    @Test
    void namesIdsAndListsAreBounded() {
        try (Joined ada = join()) {
            List<Map<String, Object>> people =
                    IntStream.range(0, 12_000)
                            .mapToObj(
                                    n ->
                                            Map.<String, Object>of(
                                                    "id", "p" + n, "name", "n".repeat(60)))
                            .toList();
            host.emit(Events.PRESENCE, Map.of("people", people));
            host.emit(
                    Events.PRESENCE,
                    Map.of("people", List.of(Map.of("id", "i".repeat(1_000), "name", "x"))));
            host.say(ScriptedHost.BOB, new Posted("after"));
            awaitTexts(ada, "after");
            List<Presence> told =
                    ada.events(Event.PeopleChanged.class).stream()
                            .flatMap(event -> event.people().stream())
                            .toList();
            assertThat(told).hasSizeLessThanOrEqualTo(10_001);
            assertThat(told)
                    .allMatch(
                            it ->
                                    it.person().name().length() <= Limits.NAME_CHARACTERS.value()
                                            && it.person().id().value().length() <= 128);
        }
    }

    @Test
    void aRoomLimitThatMakesNoSenseDoesNotSilenceAnybody() {
        host.saysTextLimit(-5);
        try (Joined ada = join()) {
            ada.say("typed");
        }
        host.saysTextLimit(1L << 40);
        try (Joined ada = join()) {
            ada.say("typed again");
        }
    }

    @Test
    void whatIsNoMessageKeepsWaitingToo() {
        try (Joined ada = join()) {
            EntryId post = ada.say("post").id();
            host.answerNext(Map.of("ok", true));
            Command edit =
                    new Command.EditMessage(EntryId.next(7), Optional.of(RoomId.LOBBY), post, "y");
            failure(ada.chat().submit(edit));
            Patience.await().until(() -> ada.events(Event.CommandFailed.class).size() == 1);
        }
    }
}
