package dev.hearth.ui.timeline;

import dev.hearth.model.EntryId;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.RoomId;
import dev.hearth.ui.kit.FxContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Finds the first message of a room since a moment, where no server can be asked for it: it asks
/// for what is around a place in the log and goes on in the half where that message is. A million
/// messages take some fifteen questions. FX thread only.
public final class MomentFinder {
    static final int PAGE = 50;

    private final Function<HistoryRequest, CompletionStage<HistoryPage>> history;
    private final FxContext context;

    /// A message in the log.
    ///
    /// @param message all of it, where it is known
    public record Place(EntryId id, long seq, Optional<FoldedMessage> message) {}

    public MomentFinder(
            Function<HistoryRequest, CompletionStage<HistoryPage>> history, FxContext context) {
        this.history = history;
        this.context = context;
    }

    /// @param later a message since the moment, before which there may be others
    /// @param found told of the first one, later
    /// @param failed told why the log could not be read
    /// @return ends it; then nothing is told
    public Subscription find(
            RoomId room,
            Instant moment,
            Place later,
            Consumer<Place> found,
            Consumer<Throwable> failed) {
        var search = new Search(room, moment, later, found, failed);
        search.ask();
        return () -> search.over = true;
    }

    private final class Search {
        private final RoomId room;
        private final Instant moment;
        private final Consumer<Place> found;
        private final Consumer<Throwable> failed;

        /// The first one that is known.
        private Place first;

        /// Whatever has a smaller number was before the moment.
        private long low = 1;

        /// Nothing between this number and that of [#first] was since the moment.
        private long high;

        private boolean over;

        Search(
                RoomId room,
                Instant moment,
                Place later,
                Consumer<Place> found,
                Consumer<Throwable> failed) {
            this.room = room;
            this.moment = moment;
            this.found = found;
            this.failed = failed;
            first = later;
            high = later.seq();
        }

        void ask() {
            if (low >= high) {
                context.fx().execute(this::end);
                return;
            }
            long middle = low + (high - low) / 2;
            var around = new HistoryRequest.Where.Around(middle);
            context.deliver(
                    history.apply(new HistoryRequest(room, around, PAGE)),
                    (page, error) -> answered(middle, page, error));
        }

        private void answered(long middle, @Nullable HistoryPage page, @Nullable Throwable error) {
            if (over) {
                return;
            }
            if (page != null) {
                narrow(middle, page.messages(), page.more());
                ask();
            } else if (error != null) {
                over = true;
                failed.accept(error);
            }
        }

        /// Whatever is answered, half is left.
        private void narrow(long middle, List<FoldedMessage> messages, boolean more) {
            int before = 0;
            while (before < messages.size() && messages.get(before).at().isBefore(moment)) {
                before++;
            }
            if (before < messages.size()) {
                FoldedMessage since = messages.get(before);
                first = new Place(since.id(), since.seq(), Optional.of(since));
                boolean isFirst = before > 0 || !more;
                high = isFirst ? low : Math.min(middle, since.seq());
            } else if (before > 0) {
                low = Math.max(middle, messages.getLast().seq()) + 1;
            } else {
                high = middle;
            }
        }

        private void end() {
            if (!over) {
                over = true;
                found.accept(first);
            }
        }
    }
}
