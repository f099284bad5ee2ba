package dev.hearth.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeTimers;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.people.PeopleModel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;

/// Loading back to a message, and where that ends.
final class MessageSeekerTest {
    private final FakeTimers time = new FakeTimers();
    private final List<Boolean> told = new ArrayList<>();
    private int asked;
    private final TimelineModel model =
            new TimelineModel(
                    new PeopleModel(FakeChat.person("Mira")),
                    time.context(),
                    new Requests(),
                    new ReadOnlyIntegerWrapper().getReadOnlyProperty());

    private final class Requests implements MessageRequests {
        @Override
        public boolean canEdit() {
            return true;
        }

        @Override
        public boolean canDelete(Message message) {
            return message.own();
        }

        @Override
        public boolean hasHistory() {
            return true;
        }

        @Override
        public String roomName() {
            return "#lobby";
        }

        @Override
        public void showOlder() {
            asked++;
        }

        @Override
        public void read(long seq) {}

        @Override
        public void retry(EntryId id) {}

        @Override
        public void discard(EntryId id) {}

        @Override
        public void toggle(Message message, String emoji) {}

        @Override
        public void delete(List<Message> messages) {}

        @Override
        public boolean undoDeletion() {
            return false;
        }

        @Override
        public void reply(Message message) {}

        @Override
        public void edit(Message message) {}
    }

    private static List<Message> messages(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(
                        seq ->
                                new Message(
                                        new EntryId("m" + seq),
                                        RoomId.LOBBY,
                                        OptionalLong.of(seq),
                                        FakeChat.person("Omar"),
                                        FakeWorld.NOW,
                                        "line " + seq,
                                        false,
                                        Delivery.DELIVERED))
                .toList();
    }

    private Subscription seek(long seq) {
        return model.seek(new EntryId("m" + seq), seq, told::add);
    }

    private void begin(long from, long to) {
        model.online();
        model.prepended(messages(from, to), true);
    }

    @Test
    void whatIsThereIsToldAtOnce() {
        begin(100, 200);
        seek(150);
        assertThat(told).containsExactly(true);
        assertThat(asked).isZero();
    }

    @Test
    void pagesAreAskedForUntilItIsThere() {
        begin(900, 1_000);
        seek(750);
        assertThat(asked).isEqualTo(1);
        model.prepended(messages(800, 900), true);
        assertThat(asked).isEqualTo(2);
        assertThat(told).isEmpty();
        model.prepended(messages(700, 800), true);
        assertThat(told).containsExactly(true);
        assertThat(asked).isEqualTo(2);
        assertThat(time.waiting()).isZero();
    }

    @Test
    void whatIsTooFarBackIsNotEvenAskedFor() {
        begin(10_000, 10_100);
        seek(10_000 - MessageSeeker.FARTHEST - 1);
        assertThat(told).containsExactly(false);
        assertThat(asked).isZero();
    }

    @Test
    void aPageThatBringsNothingIsTheLast() {
        begin(900, 1_000);
        seek(750);
        model.prepended(List.of(), true);
        assertThat(told).containsExactly(false);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void theBeginningOfTheRoomAndWhatIsPassedEndIt() {
        begin(900, 1_000);
        seek(950);
        assertThat(told).containsExactly(true);
        seek(1_500);
        assertThat(told).containsExactly(true, false);
        seek(800);
        model.prepended(messages(850, 900), false);
        assertThat(told).containsExactly(true, false, false);
    }

    @Test
    void anAnswerThatNeverComesIsNotAwaitedForEver() {
        begin(900, 1_000);
        seek(750);
        time.pass(MessageSeeker.PATIENCE);
        assertThat(told).containsExactly(false);
    }

    @Test
    void theFirstPageOfARoomIsAwaited() {
        model.online();
        seek(750);
        assertThat(told).isEmpty();
        begin(700, 800);
        assertThat(told).containsExactly(true);
    }

    @Test
    void nothingIsToldAfterItWasEnded() {
        begin(900, 1_000);
        Subscription way = seek(750);
        way.unsubscribe();
        model.prepended(messages(700, 900), true);
        time.pass(MessageSeeker.PATIENCE);
        assertThat(told).isEmpty();
    }
}
