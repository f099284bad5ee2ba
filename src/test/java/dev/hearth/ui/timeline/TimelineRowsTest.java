package dev.hearth.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TimelineRowsTest {
    private final ObservableList<Item> messages = FXCollections.observableArrayList();
    private final TimelineRows rows = new TimelineRows(messages);
    private final List<String> changes = new ArrayList<>();

    @BeforeEach
    void listen() {
        rows.addListener(
                (ListChangeListener<Row>)
                        change -> {
                            while (change.next()) {
                                changes.add(
                                        "%d-%d -%d"
                                                .formatted(
                                                        change.getFrom(),
                                                        change.getTo(),
                                                        change.getRemovedSize()));
                            }
                        });
    }

    private static Item by(String name, Instant at) {
        return new Item.Said(message(name, at));
    }

    private static Message message(String name, Instant at) {
        return new Message(
                new EntryId(name + at),
                RoomId.LOBBY,
                OptionalLong.empty(),
                FakeChat.person(name),
                at,
                "text",
                name.equals("me"),
                Delivery.DELIVERED);
    }

    private List<Boolean> groups() {
        return rows.stream().map(row -> row.startsGroup(ZoneOffset.UTC)).toList();
    }

    @Test
    void groupsByAuthorUntilAPause() {
        Instant now = FakeWorld.NOW;
        messages.addAll(
                by("Amina", now),
                by("Amina", now.plusSeconds(200)),
                by("Amina", now.plusSeconds(550)),
                by("Omar", now.plusSeconds(560)),
                by("me", now.plusSeconds(570)),
                by("me", now.plusSeconds(580)));
        assertThat(groups()).containsExactly(true, false, true, true, true, false);
    }

    @Test
    void strangersAreNeverTakenForOnePerson() {
        messages.addAll(by("", FakeWorld.NOW), by("", FakeWorld.NOW));
        assertThat(groups()).containsExactly(true, true);
    }

    @Test
    void aNewDayIsShownOnce() {
        Instant evening = Instant.parse("2026-11-19T23:59:00Z");
        messages.addAll(
                by("Amina", evening),
                by("Amina", evening.plusSeconds(90)),
                by("Amina", evening.plusSeconds(95)));
        assertThat(rows.stream().map(row -> row.startsDay(ZoneOffset.UTC)))
                .containsExactly(true, true, false);
    }

    @Test
    void oneChangeForABurst() {
        messages.addAll(by("Amina", FakeWorld.NOW), by("Omar", FakeWorld.NOW));
        assertThat(changes).containsExactly("0-2 -0");
    }

    @Test
    void aNewStateOfAMessageTouchesItsRowAlone() {
        messages.addAll(by("me", FakeWorld.NOW), by("Omar", FakeWorld.NOW));
        changes.clear();
        messages.set(0, new Item.Said(message("me", FakeWorld.NOW).with(Delivery.NOT_CONFIRMED)));
        assertThat(changes).containsExactly("0-1 -1");
    }

    @Test
    void whatIsPutBeforeRedrawsTheNextByItself() {
        messages.addAll(by("Amina", FakeWorld.NOW), by("Omar", FakeWorld.NOW));
        changes.clear();
        messages.addAll(
                0,
                List.of(
                        by("Amina", FakeWorld.NOW.minusSeconds(9)),
                        by("Amina", FakeWorld.NOW.minusSeconds(8))));
        assertThat(changes).containsExactly("0-2 -0", "2-3 -1");
        assertThat(groups()).containsExactly(true, false, false, true);
    }

    @Test
    void takingARowAwayRedrawsTheNext() {
        messages.addAll(
                by("me", FakeWorld.NOW),
                by("Omar", FakeWorld.NOW),
                by("me", FakeWorld.NOW.plusSeconds(1)));
        changes.clear();
        messages.remove(1);
        assertThat(changes).containsExactly("1-1 -1", "1-2 -1");
        assertThat(groups()).containsExactly(true, false);
    }
}
