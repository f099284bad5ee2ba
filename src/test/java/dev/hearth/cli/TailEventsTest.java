package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.Message.Details;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What `hearth tail` makes of what happens, on a made-up client.
final class TailEventsTest {
    private static final Details EDITED =
            new Details(Optional.empty(), List.of(), Optional.of(FakeWorld.NOW), false, Map.of());
    private static final Details REACTED =
            new Details(
                    Optional.empty(),
                    List.of(),
                    Optional.of(FakeWorld.NOW),
                    false,
                    Map.of("👍", Set.of(new PersonId("p"))));
    private static final Details DELETED =
            new Details(Optional.empty(), List.of(), Optional.empty(), true, Map.of());

    private final FakeWorld world = new FakeWorld();
    private final CliRun cli = new CliRun(world);

    private static Message message(RoomId room, long seq, String text, Details details) {
        return new Message(
                new EntryId("m" + seq),
                room,
                OptionalLong.of(seq),
                FakeChat.person("Maria"),
                FakeWorld.NOW,
                text,
                false,
                Delivery.DELIVERED,
                details);
    }

    private List<String> tail(List<Event> events, String... options) {
        world.onJoin(
                chat -> {
                    chat.goOnline();
                    events.forEach(chat::tell);
                    chat.close();
                });
        var line = new java.util.ArrayList<>(List.of("tail", "h"));
        line.addAll(List.of(options));
        assertThat(cli.run(line.toArray(String[]::new))).as(cli.err()).isEqualTo(ExitCode.OK);
        return cli.out().lines().toList();
    }

    private static List<Event> happenings() {
        return List.of(
                new Event.OlderMessages(
                        RoomId.LOBBY,
                        List.of(message(RoomId.LOBBY, 1, "early", Details.NONE)),
                        false),
                new Event.MessageAdded(message(RoomId.LOBBY, 2, "helo", Details.NONE)),
                new Event.MessageAdded(message(new RoomId("r"), 1, "elsewhere", Details.NONE)),
                new Event.MessageChanged(message(RoomId.LOBBY, 2, "hello", EDITED)),
                new Event.MessageChanged(message(RoomId.LOBBY, 2, "hello", REACTED)),
                new Event.MessageChanged(message(RoomId.LOBBY, 2, "", DELETED)));
    }

    @Test
    void anEditIsPrintedOnceAndADeletionNot() {
        assertThat(tail(happenings())).containsExactly("Maria: helo", "Maria (edited): hello");
        assertThat(world.chat().request().history()).isEqualTo(JoinRequest.History.NONE);
        assertThat(world.chat().request().guest()).isTrue();
    }

    @Test
    void sinceAPlaceInTheLogItPrintsWhatWasThere() {
        assertThat(tail(happenings(), "--since", "0"))
                .containsExactly("Maria: early", "Maria: helo", "Maria (edited): hello");
        assertThat(world.chat().request().history()).isEqualTo(new JoinRequest.History.After(0));
    }

    @Test
    void jsonTellsOfEditsAndDeletions() {
        List<String> lines = tail(happenings(), "--json");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).endsWith("\"text\":\"helo\"}");
        assertThat(lines.get(1)).endsWith("\"text\":\"hello\",\"edited\":true}");
        assertThat(lines.get(2)).endsWith("\"text\":\"\",\"deleted\":true}");
    }
}
