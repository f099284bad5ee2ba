package dev.hearth.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The order of what is shown, whatever the order in which it is told.
final class TimelineItemsTest {
    private final TimelineItems timeline = new TimelineItems();

    TimelineItemsTest() {
        timeline.ordered(true);
    }

    private static Message others(int seq) {
        return new Message(
                new EntryId("m" + seq),
                RoomId.LOBBY,
                OptionalLong.of(seq),
                FakeChat.person("Amina"),
                FakeWorld.NOW,
                "number " + seq,
                false,
                Delivery.DELIVERED);
    }

    private static Message waiting(int seq) {
        return new Message(
                new EntryId("m" + seq),
                RoomId.LOBBY,
                OptionalLong.empty(),
                FakeChat.person("Me"),
                FakeWorld.NOW,
                "own " + seq,
                true,
                Delivery.SENDING);
    }

    private List<String> ids() {
        return timeline.items().stream().map(item -> item.id().value()).toList();
    }

    private static List<String> ids(int... numbers) {
        return IntStream.of(numbers).mapToObj(number -> "m" + number).toList();
    }

    private int countChanges(Runnable task) {
        int[] changes = {0};
        ListChangeListener<Item> counter = change -> changes[0]++;
        timeline.items().addListener(counter);
        task.run();
        timeline.items().removeListener(counter);
        return changes[0];
    }

    @Test
    void aBurstIsOneChange() {
        IntStream.rangeClosed(1, 500).forEach(seq -> timeline.add(others(seq)));
        assertThat(countChanges(timeline::flush)).isEqualTo(1);
        assertThat(timeline.items()).hasSize(500);
    }

    @Test
    void whatHasNoNumberYetStandsLast() {
        timeline.add(waiting(2));
        timeline.flush();
        timeline.add(others(1));
        timeline.add(others(3));
        timeline.flush();
        assertThat(ids()).isEqualTo(ids(1, 3, 2));
        timeline.change(waiting(2).confirmed(OptionalLong.of(2)));
        timeline.flush();
        assertThat(ids()).isEqualTo(ids(1, 2, 3));
    }

    @Test
    void aMessageThatIsToldTwiceIsShownOnce() {
        timeline.add(others(1));
        timeline.add(others(1));
        timeline.flush();
        timeline.add(others(1));
        timeline.flush();
        assertThat(ids()).isEqualTo(ids(1));
    }

    /// Others' messages come in the log's order; own ones are shown at any time before, and
    /// confirmed at any time from then on, also while earlier ones of others are still missing.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void inTheEndTheOrderIsThatOfTheLog(long seed) {
        Random random = new Random(seed);
        int count = 200;
        List<Integer> own = new ArrayList<>();
        List<Integer> theirs = new ArrayList<>();
        for (int seq = 1; seq <= count; seq++) {
            (random.nextInt(4) == 0 ? own : theirs).add(seq);
        }
        List<Integer> toShow = new ArrayList<>(own);
        List<Integer> toConfirm = new ArrayList<>();
        while (!theirs.isEmpty() || !toShow.isEmpty() || !toConfirm.isEmpty()) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    if (!theirs.isEmpty()) {
                        timeline.add(others(theirs.removeFirst()));
                    }
                }
                case 1 -> {
                    if (!toShow.isEmpty()) {
                        toConfirm.add(toShow.getFirst());
                        timeline.add(waiting(toShow.removeFirst()));
                    }
                }
                case 2 -> {
                    if (!toConfirm.isEmpty()) {
                        int seq = toConfirm.removeFirst();
                        timeline.change(waiting(seq).confirmed(OptionalLong.of(seq)));
                    }
                }
                default -> timeline.flush();
            }
        }
        timeline.flush();
        assertThat(ids()).isEqualTo(ids(IntStream.rangeClosed(1, count).toArray()));
    }
}
