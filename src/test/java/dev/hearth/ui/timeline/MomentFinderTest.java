package dev.hearth.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HearthException;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import dev.hearth.ui.fakes.FakeTimers;
import dev.hearth.ui.timeline.MomentFinder.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongPredicate;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The way to a moment in a log that can only be read in pages.
final class MomentFinderTest {
    private final FakeTimers time = new FakeTimers();
    private final List<Place> found = new ArrayList<>();
    private final List<Throwable> failed = new ArrayList<>();
    private int questions;

    /// A log in which one entry is made each minute.
    ///
    /// @param last the number of the newest entry
    /// @param isMessage which of the entries are messages
    private record Log(long last, LongPredicate isMessage) {
        FoldedMessage message(long seq) {
            return new FoldedMessage(
                    RoomId.LOBBY,
                    seq,
                    new EntryId("m" + seq),
                    Person.UNKNOWN,
                    at(seq),
                    "text",
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    false,
                    Map.of());
        }

        /// As a host answers: half before, half from the place on.
        HistoryPage around(long seq, int limit) {
            List<FoldedMessage> page = new ArrayList<>();
            for (long at = seq; at <= last && page.size() < limit - limit / 2; at++) {
                if (isMessage.test(at)) {
                    page.add(message(at));
                }
            }
            long at = Math.min(seq, last + 1) - 1;
            for (; at >= 1 && page.size() < limit; at--) {
                if (isMessage.test(at)) {
                    page.addFirst(message(at));
                }
            }
            while (at >= 1 && !isMessage.test(at)) {
                at--;
            }
            return new HistoryPage(page, last, at >= 1);
        }
    }

    private static Instant at(long seq) {
        return Instant.EPOCH.plusSeconds(60 * seq);
    }

    private Subscription find(Log log, Instant moment) {
        return find(log, moment, log.last());
    }

    private Subscription find(Log log, Instant moment, long later) {
        var place = new Place(new EntryId("m" + later), later, Optional.empty());
        return new MomentFinder(request -> answer(log, request), time.context())
                .find(RoomId.LOBBY, moment, place, found::add, failed::add);
    }

    private CompletionStage<HistoryPage> answer(Log log, HistoryRequest request) {
        questions++;
        long seq = ((HistoryRequest.Where.Around) request.where()).seq();
        return CompletableFuture.completedStage(log.around(seq, request.limit()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 49, 50, 51, 499_999, 500_000, 765_432, 999_999, 1_000_000})
    void aMillionMessagesTakeFewQuestions(long wanted) {
        find(new Log(1_000_000, seq -> true), at(wanted));
        assertThat(found).singleElement().extracting(Place::seq).isEqualTo(wanted);
        assertThat(questions).isLessThanOrEqualTo(25);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 300_001, 500_000, 999_001})
    void manyReactionsAmongThemToo(long from) {
        find(new Log(1_000_000, seq -> seq % 1_000 == 0), at(from));
        long next = Math.ceilDiv(from, 1_000L) * 1_000;
        assertThat(found).singleElement().extracting(Place::seq).isEqualTo(next);
        assertThat(questions).isLessThanOrEqualTo(25);
    }

    @Test
    void whereNothingWasSaidTheNextMessageIsFound() {
        find(new Log(10_000, seq -> seq < 2_000 || seq > 9_000), at(5_000));
        assertThat(found).singleElement().extracting(Place::seq).isEqualTo(9_001L);
        assertThat(found.getFirst().message()).isPresent();
    }

    @Test
    void theMessageThatIsKnownMayBeTheFirst() {
        find(new Log(10_000, seq -> seq < 2_000 || seq >= 8_000), at(5_000), 8_000);
        assertThat(found).singleElement().extracting(Place::seq).isEqualTo(8_000L);
    }

    @Test
    void aMomentBeforeAllFindsTheFirstOfAll() {
        find(new Log(10_000, seq -> seq > 4_321), Instant.EPOCH);
        assertThat(found).singleElement().extracting(Place::seq).isEqualTo(4_322L);
    }

    @Test
    void answersThatMakeNoSenseEndIt() {
        var finder =
                new MomentFinder(
                        request -> {
                            questions++;
                            return CompletableFuture.completedStage(
                                    new HistoryPage(List.of(), 1, true));
                        },
                        time.context());
        var later = new Place(new EntryId("m"), Long.MAX_VALUE, Optional.empty());
        finder.find(RoomId.LOBBY, Instant.EPOCH, later, found::add, failed::add);
        assertThat(found).singleElement().isEqualTo(later);
        assertThat(questions).isLessThanOrEqualTo(64);
    }

    @Test
    void whatFailsIsTold() {
        var closed = new HearthException(ErrorCode.CLOSED, "There is no connection.");
        new MomentFinder(request -> CompletableFuture.failedStage(closed), time.context())
                .find(
                        RoomId.LOBBY,
                        Instant.EPOCH,
                        new Place(new EntryId("m9"), 9, Optional.empty()),
                        found::add,
                        failed::add);
        assertThat(failed).containsExactly(closed);
        assertThat(found).isEmpty();
    }

    @Test
    void nothingIsToldAfterItsEnd() {
        var page = new CompletableFuture<HistoryPage>();
        Subscription search =
                new MomentFinder(request -> page, time.context())
                        .find(
                                RoomId.LOBBY,
                                Instant.EPOCH,
                                new Place(new EntryId("m9"), 9, Optional.empty()),
                                found::add,
                                failed::add);
        search.unsubscribe();
        page.complete(new Log(9, seq -> true).around(5, 50));
        assertThat(found).isEmpty();
        assertThat(failed).isEmpty();
    }
}
