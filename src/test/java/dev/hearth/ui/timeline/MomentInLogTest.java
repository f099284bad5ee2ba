package dev.hearth.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.log.Batch;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.Payload;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.ui.fakes.FakeTimers;
import dev.hearth.ui.timeline.MomentFinder.Place;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way to a moment in a real log: with much else between the messages, some of them deleted and
/// some so long that few come on a page.
final class MomentInLogTest {
    private static final int ENTRIES = 1_200;
    private static final Person ANN = new Person(new PersonId("ann"), "Ann", Role.MEMBER);

    @TempDir Path folder;
    private final List<Place> found = new ArrayList<>();
    private int questions;

    private static Instant at(long seq) {
        return Instant.EPOCH.plusSeconds(60 * seq);
    }

    private static boolean isMessage(long seq) {
        return seq % 5 == 0 || (seq > 400 && seq < 500);
    }

    private static Entry entry(long seq) {
        return new Entry(RoomId.LOBBY, seq, new EntryId("id" + seq), ANN, at(seq), payload(seq));
    }

    private static Payload payload(long seq) {
        if (isMessage(seq)) {
            return new Payload.Posted(seq % 30 == 0 ? "long ".repeat(40_000) : "text " + seq);
        }
        EntryId of = new EntryId("id" + seq / 5 * 5);
        return seq < 5 || seq % 7 > 0
                ? new Payload.TopicSet("topic " + seq)
                : new Payload.Deleted(of);
    }

    @Test
    void everyMomentIsFound() {
        try (SqliteChatLog log =
                SqliteChatLog.open(folder, InstantSource.system(), failure -> {})) {
            for (long seq = 1; seq <= ENTRIES; seq++) {
                log.append(Batch.of(List.of(entry(seq))));
            }
            var finder = new MomentFinder(asked -> answer(log, asked), new FakeTimers().context());
            for (long from = 1; from <= ENTRIES; from += 13) {
                long wanted = from;
                while (!isMessage(wanted)) {
                    wanted++;
                }
                found.clear();
                questions = 0;
                finder.find(
                        RoomId.LOBBY,
                        at(from),
                        new Place(new EntryId("id" + ENTRIES), ENTRIES, Optional.empty()),
                        found::add,
                        why -> {
                            throw new AssertionError(why);
                        });
                assertThat(found).singleElement().extracting(Place::seq).isEqualTo(wanted);
                assertThat(questions).isLessThanOrEqualTo(12);
            }
        }
    }

    private CompletionStage<HistoryPage> answer(SqliteChatLog log, HistoryRequest asked) {
        questions++;
        long seq = ((HistoryRequest.Where.Around) asked.where()).seq();
        return CompletableFuture.completedStage(log.around(RoomId.LOBBY, seq, asked.limit()));
    }
}
