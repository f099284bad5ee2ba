package dev.hearth.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SelectedMessagesTest {
    private final TimelineItems timeline = new TimelineItems();
    private final SelectedMessages selected = new SelectedMessages(timeline, new RedrawRequests());

    SelectedMessagesTest() {
        for (int i = 1; i <= 6; i++) {
            timeline.add(message(i, false));
        }
        timeline.flush();
    }

    private static EntryId id(int number) {
        return new EntryId("m" + number);
    }

    private static Message message(int number, boolean deleted) {
        return new Message(
                id(number),
                RoomId.LOBBY,
                OptionalLong.of(number),
                Person.UNKNOWN,
                Instant.EPOCH.plusSeconds(number),
                deleted ? "" : "text " + number,
                false,
                Delivery.DELIVERED,
                new Message.Details(
                        Optional.empty(), List.of(), Optional.empty(), deleted, Map.of()));
    }

    private List<String> ids() {
        return selected.messages().stream().map(message -> message.id().value()).toList();
    }

    @Test
    void aStretchGrowsAndShrinksAroundItsBeginning() {
        selected.toggle(id(3));
        selected.extend(id(3), id(5));
        assertThat(ids()).containsExactly("m3", "m4", "m5");
        selected.extend(id(5), id(4));
        assertThat(ids()).containsExactly("m3", "m4");
        selected.extend(id(4), id(2));
        assertThat(ids()).containsExactly("m2", "m3");
    }

    @Test
    void asManyOthersAreTold() {
        List<Set<EntryId>> told = new ArrayList<>();
        selected.idsProperty().subscribe(now -> told.add(now));
        selected.extend(id(3), id(4));
        selected.extend(id(3), id(2));
        assertThat(told).containsExactly(Set.of(), Set.of(id(3), id(4)), Set.of(id(3), id(2)));
    }

    @Test
    void whatWasSelectedApartStays() {
        selected.toggle(id(1));
        selected.toggle(id(4));
        selected.extend(id(4), id(6));
        selected.extend(id(6), id(5));
        assertThat(ids()).containsExactly("m1", "m4", "m5");
        assertThat(selected.countProperty().get()).isEqualTo(3);
    }

    @Test
    void withNothingSelectedAStretchBeginsWhereItIsAskedFor() {
        selected.extend(id(2), id(3));
        assertThat(ids()).containsExactly("m2", "m3");
        selected.clear();
        selected.extend(id(5), id(6));
        assertThat(ids()).containsExactly("m5", "m6");
    }

    @Test
    void whatIsDeletedIsNeverSelected() {
        selected.toggle(id(2));
        timeline.change(message(2, true));
        timeline.flush();
        selected.follow();
        assertThat(selected.isEmpty()).isTrue();
        selected.toggle(id(2));
        assertThat(selected.isEmpty()).isTrue();
        selected.extend(id(1), id(3));
        assertThat(ids()).containsExactly("m1", "m3");
    }

    @Test
    void whatIsGoneIsSelectedNoMore() {
        selected.extend(id(1), id(6));
        timeline.remove(id(4));
        selected.follow();
        assertThat(ids()).containsExactly("m1", "m2", "m3", "m5", "m6");
        timeline.reset();
        selected.follow();
        assertThat(selected.countProperty().get()).isZero();
    }

    @Test
    void copiesAreOfTheLatestText() {
        selected.toggle(id(1));
        Message edited =
                new Message(
                        id(1),
                        RoomId.LOBBY,
                        OptionalLong.of(1),
                        Person.UNKNOWN,
                        Instant.EPOCH,
                        "other",
                        false,
                        Delivery.DELIVERED);
        timeline.change(edited);
        selected.follow();
        assertThat(selected.messages()).singleElement().isEqualTo(edited);
    }
}
