package dev.hearth.ui.search;

import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.Limits;
import dev.hearth.model.RoomId;
import dev.hearth.model.SearchAnswer;
import dev.hearth.model.SearchHits.Hit;
import dev.hearth.model.SearchRequest;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A search as the person types: what is looked for and where, what was found, which hit is chosen.
/// An answer that comes after the next question counts no more. FX thread only.
public final class SearchViewModel {
    /// So long the person has stopped typing before the host is asked.
    static final Duration PAUSE = Duration.ofMillis(200);

    /// What is answered sooner needs no word about it.
    static final Duration SLOW = Duration.ofMillis(400);

    static final int FIRST_HITS = 30;
    private static final int NEIGHBOURS = 20;

    private final SearchSource source;
    private final FxContext context;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<SearchFilter> filter =
            new ReadOnlyObjectWrapper<>(SearchFilter.NONE);
    private final ReadOnlyObjectWrapper<SearchState> state =
            new ReadOnlyObjectWrapper<>(new SearchState.Idle());
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(Progress.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Surroundings>> around =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
    private Subscription pause = Subscription.EMPTY;
    private Subscription slow = Subscription.EMPTY;
    private Subscription way = Subscription.EMPTY;
    private int limit = FIRST_HITS;

    /// Counts the questions; an answer to any but the last is late.
    private int asked;

    private boolean stale;

    public SearchViewModel(SearchSource source, FxContext context) {
        this.source = source;
        this.context = context;
        query.subscribe((before, now) -> typed(now));
    }

    SearchSource source() {
        return source;
    }

    FxContext context() {
        return context;
    }

    public StringProperty queryProperty() {
        return query;
    }

    ReadOnlyObjectProperty<SearchFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SearchState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// The hit that is shown with its neighbours, in place of all hits.
    ReadOnlyObjectProperty<Optional<Surroundings>> aroundProperty() {
        return around.getReadOnlyProperty();
    }

    /// The place of the chosen one among [#hits], or -1.
    ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    List<Hit> hits() {
        return state.get() instanceof SearchState.Found(var _, SearchAnswer answer)
                ? answer.hits().hits()
                : List.of();
    }

    /// Looks in one room, or in all.
    public void lookIn(Optional<RoomId> room) {
        filter(filter.get().in(room));
    }

    void filter(SearchFilter now) {
        if (!now.equals(filter.get())) {
            filter.set(now);
            if (!query.get().isBlank()) {
                begin();
            }
        }
    }

    private void typed(String text) {
        stop();
        around.set(Optional.empty());
        if (text.isBlank()) {
            stale = false;
            state.set(new SearchState.Idle());
            chosen.set(-1);
        } else {
            stale = true;
            pause = context.timers().once(PAUSE, this::begin);
        }
    }

    private void begin() {
        around.set(Optional.empty());
        limit = FIRST_HITS;
        chosen.set(-1);
        ask();
    }

    /// Asks for more hits than are shown.
    void more() {
        chosen.set(hits().size() - 1);
        limit = Math.min(Limits.SEARCH_HITS.value(), 2 * limit);
        ask();
    }

    boolean canAskForMore() {
        return limit < Limits.SEARCH_HITS.value();
    }

    /// Asks again, where the answer may be another one now.
    public void connectionChanged() {
        boolean partial =
                switch (state.get()) {
                    case SearchState.Idle _ -> false;
                    case SearchState.Found(var _, SearchAnswer answer) -> !answer.whole();
                    case SearchState.Failed _ -> true;
                };
        if (partial && !query.get().isBlank()) {
            ask();
        }
    }

    private void ask() {
        stop();
        stale = false;
        int number = asked;
        String text = query.get().strip();
        slow = context.timers().once(SLOW, () -> progress.set(Progress.SEARCHING));
        context.deliver(
                source.search(request(text)),
                (answer, error) -> {
                    if (number == asked) {
                        stop();
                        answered(text, answer, error);
                    }
                });
    }

    private SearchRequest request(String text) {
        SearchFilter now = filter.get();
        return new SearchRequest(
                text,
                now.room(),
                now.from(),
                now.period().since(context.clock()),
                Optional.empty(),
                limit);
    }

    private void answered(String text, @Nullable SearchAnswer answer, @Nullable Throwable error) {
        if (answer != null) {
            state.set(new SearchState.Found(text, answer));
            int last = answer.hits().hits().size() - 1;
            chosen.set(Math.min(last, Math.max(0, chosen.get())));
        } else if (error != null) {
            state.set(new SearchState.Failed(Problem.of(error)));
            chosen.set(-1);
        }
    }

    /// Waits for nothing any more; what was found stays.
    void stop() {
        asked++;
        pause.unsubscribe();
        slow.unsubscribe();
        way.unsubscribe();
        pause = Subscription.EMPTY;
        slow = Subscription.EMPTY;
        way = Subscription.EMPTY;
        progress.set(Progress.NOTHING);
    }

    /// Chooses the hit `by` places further down.
    void choose(int by) {
        if (!hits().isEmpty()) {
            chosen.set(Math.clamp((long) chosen.get() + by, 0, hits().size() - 1));
        }
    }

    void chooseAt(int index) {
        chosen.set(index);
    }

    /// The chosen hit. What was typed and not asked for yet is asked for instead.
    Optional<Hit> take() {
        if (stale) {
            begin();
            return Optional.empty();
        }
        int index = chosen.get();
        return index >= 0 && index < hits().size()
                ? Optional.of(hits().get(index))
                : Optional.empty();
    }

    /// The timeline is on its way to a hit.
    ///
    /// @param ending gives it up
    public void going(Subscription ending) {
        stop();
        way = ending;
        progress.set(Progress.GOING);
    }

    /// The timeline is there.
    public void arrived() {
        way = Subscription.EMPTY;
        stop();
    }

    /// The timeline does not reach back so far: shows the hit among its neighbours.
    public void showAround(Hit hit) {
        arrived();
        int number = asked;
        FoldedMessage message = hit.message();
        slow = context.timers().once(SLOW, () -> progress.set(Progress.GOING));
        var where = new HistoryRequest.Where.Around(message.seq());
        context.deliver(
                source.history(new HistoryRequest(message.room(), where, 2 * NEIGHBOURS + 1)),
                (page, error) -> {
                    if (number == asked) {
                        stop();
                        around.set(Optional.of(surroundings(hit, page, error)));
                    }
                });
    }

    private static Surroundings surroundings(
            Hit hit, @Nullable HistoryPage page, @Nullable Throwable error) {
        if (page == null) {
            return Surroundings.alone(hit, Optional.ofNullable(error).map(Problem::of));
        }
        var whole = new Surroundings(hit, page.messages(), Optional.empty());
        return page.messages().stream().anyMatch(whole::isHit)
                ? whole
                : Surroundings.alone(hit, Optional.empty());
    }

    /// Shows all hits again.
    void leaveSurroundings() {
        around.set(Optional.empty());
    }

    /// Gives up what is under way.
    public void close() {
        stop();
    }
}
