package dev.hearth.ui.timeline;

import dev.hearth.model.EntryId;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// Loads older messages page by page until a certain one is there. It gives up where that one is
/// too far back, where a page brings nothing, and after a time. FX thread only.
final class MessageSeeker {
    /// So many entries back the pages come in a moment, and may stay in memory.
    static final long FARTHEST = 4_000;

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TimelineModel model;
    private Optional<Search> search = Optional.empty();

    MessageSeeker(TimelineModel model) {
        this.model = model;
    }

    Subscription seek(EntryId id, long seq, Consumer<Boolean> told) {
        search.ifPresent(Search::stop);
        var fresh = new Search(id, seq, told);
        search = Optional.of(fresh);
        fresh.start();
        return fresh::stop;
    }

    private final class Search {
        private final EntryId id;
        private final long seq;
        private final Consumer<Boolean> told;
        private Subscription watching = Subscription.EMPTY;
        private OptionalLong oldestWhenAsked = OptionalLong.empty();
        private boolean looking;
        private boolean over;

        Search(EntryId id, long seq, Consumer<Boolean> told) {
            this.id = id;
            this.seq = seq;
            this.told = told;
        }

        void start() {
            watching =
                    Subscription.combine(
                            model.items().subscribe(this::lookSoon),
                            model.olderProperty().subscribe((before, now) -> lookSoon()),
                            model.context().timers().once(PATIENCE, () -> end(false)));
            lookSoon();
        }

        void stop() {
            over = true;
            watching.unsubscribe();
        }

        private void end(boolean found) {
            if (!over) {
                stop();
                told.accept(found);
            }
        }

        /// When everybody has been told what has changed in the list.
        private void lookSoon() {
            if (!looking) {
                looking = true;
                model.context().fx().execute(this::look);
            }
        }

        private void look() {
            looking = false;
            if (over) {
                return;
            }
            if (model.indexOf(id) >= 0) {
                end(true);
            } else if (isOutOfReach()) {
                end(false);
            } else if (model.olderProperty().get() == OlderStep.MORE && !model.items().isEmpty()) {
                askForOlder();
            }
        }

        private boolean isOutOfReach() {
            OptionalLong oldest = model.oldest();
            boolean passed = oldest.isPresent() && oldest.getAsLong() <= seq;
            boolean far = oldest.isPresent() && oldest.getAsLong() - seq > FARTHEST;
            return passed || far || model.olderProperty().get() == OlderStep.BEGINNING;
        }

        private void askForOlder() {
            OptionalLong oldest = model.oldest();
            if (oldest.isPresent() && oldest.equals(oldestWhenAsked)) {
                end(false);
            } else {
                oldestWhenAsked = oldest;
                model.showOlder();
            }
        }
    }
}
