package dev.hearth.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HearthException;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import dev.hearth.model.SearchAnswer;
import dev.hearth.model.SearchHits;
import dev.hearth.model.SearchHits.Hit;
import dev.hearth.model.SearchRequest;
import dev.hearth.ui.fakes.FakeTimers;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.kit.Directory;
import dev.hearth.ui.people.PeopleModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// The search as the person types, without a screen.
final class SearchViewModelTest {
    private final FakeTimers time = new FakeTimers();
    private final List<SearchRequest> asked = new ArrayList<>();
    private final List<CompletableFuture<SearchAnswer>> answers = new ArrayList<>();
    private final List<CompletableFuture<HistoryPage>> pages = new ArrayList<>();
    private final SearchViewModel model = new SearchViewModel(new Source(), time.context());

    private final class Source implements SearchSource {
        @Override
        public CompletionStage<SearchAnswer> search(SearchRequest request) {
            asked.add(request);
            answers.add(new CompletableFuture<>());
            return answers.getLast();
        }

        @Override
        public CompletionStage<HistoryPage> history(HistoryRequest request) {
            pages.add(new CompletableFuture<>());
            return pages.getLast();
        }

        @Override
        public Directory people() {
            return new PeopleModel(Person.UNKNOWN);
        }

        @Override
        public List<Person> authors() {
            return List.of();
        }

        @Override
        public List<RoomId> rooms() {
            return List.of();
        }

        @Override
        public Node roomFace(RoomId room) {
            return new Region();
        }

        @Override
        public String roomName(RoomId room) {
            return room.value();
        }
    }

    private static Hit hit(int seq) {
        return new Hit(
                new FoldedMessage(
                        RoomId.LOBBY,
                        seq,
                        new EntryId("m" + seq),
                        Person.UNKNOWN,
                        FakeWorld.NOW,
                        "tea " + seq,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        false,
                        Map.of()),
                List.of());
    }

    private static SearchAnswer found(int count, boolean whole) {
        List<Hit> hits =
                IntStream.rangeClosed(1, count).mapToObj(SearchViewModelTest::hit).toList();
        return new SearchAnswer(new SearchHits(hits, true), whole, Optional.empty());
    }

    private void search(String words) {
        model.queryProperty().set(words);
        time.pass(SearchViewModel.PAUSE);
    }

    @Test
    void asksOnceWhenThePersonStopsTyping() {
        for (String typed : List.of("t", "te", "tea")) {
            model.queryProperty().set(typed);
            time.pass(Duration.ofMillis(100));
        }
        assertThat(asked).isEmpty();
        time.pass(SearchViewModel.PAUSE);
        assertThat(asked).extracting(SearchRequest::text).containsExactly("tea");
    }

    @Test
    void anAnswerThatComesTooLateCountsNoMore() {
        search("te");
        search("tea");
        answers.get(1).complete(found(2, true));
        answers.get(0).complete(found(9, true));
        assertThat(model.hits()).hasSize(2);
        assertThat(model.stateProperty().get())
                .isEqualTo(new SearchState.Found("tea", found(2, true)));
    }

    @Test
    void anEmptyFieldShowsNothingAndAsksNothing() {
        search("tea");
        model.queryProperty().set("  ");
        answers.getFirst().complete(found(2, true));
        time.pass(Duration.ofSeconds(5));
        assertThat(model.stateProperty().get()).isEqualTo(new SearchState.Idle());
        assertThat(asked).hasSize(1);
        assertThat(time.waiting()).isZero();
    }

    @Test
    void onlyWhatTakesLongIsSaidToBeUnderWayAndCanBeGivenUp() {
        search("tea");
        assertThat(model.progressProperty().get()).isEqualTo(Progress.NOTHING);
        time.pass(SearchViewModel.SLOW);
        assertThat(model.progressProperty().get()).isEqualTo(Progress.SEARCHING);
        model.stop();
        assertThat(model.progressProperty().get()).isEqualTo(Progress.NOTHING);
        answers.getFirst().complete(found(2, true));
        assertThat(model.hits()).isEmpty();
    }

    @Test
    void theFiltersAreAskedForAtOnce() {
        search("tea");
        model.lookIn(Optional.of(RoomId.LOBBY));
        model.filter(model.filterProperty().get().by(Optional.of(new PersonId("omar"))));
        model.filter(model.filterProperty().get().within(Period.WEEK));
        assertThat(asked).hasSize(4);
        assertThat(asked.getLast().room()).contains(RoomId.LOBBY);
        assertThat(asked.getLast().from()).contains(new PersonId("omar"));
        assertThat(asked.getLast().since()).contains(Instant.parse("2026-11-14T00:00:00Z"));
    }

    @Test
    void theKeysChooseWithinTheHits() {
        search("tea");
        answers.getFirst().complete(found(3, true));
        assertThat(model.take()).contains(hit(1));
        model.choose(1);
        assertThat(model.take()).contains(hit(2));
        model.choose(9);
        assertThat(model.take()).contains(hit(3));
        model.choose(-9);
        assertThat(model.take()).contains(hit(1));
    }

    @Test
    void enterBeforeTheAnswerAsksInsteadOfTakingAHitOfBefore() {
        search("tea");
        answers.getFirst().complete(found(3, true));
        model.queryProperty().set("teapot");
        assertThat(model.take()).isEmpty();
        assertThat(asked).hasSize(2);
        assertThat(model.take()).isEmpty();
        assertThat(asked).hasSize(2);
    }

    @Test
    void moreHitsAreAskedForUpToTheLimit() {
        search("tea");
        answers.getLast().complete(found(30, true));
        model.more();
        answers.getLast().complete(found(60, true));
        assertThat(model.canAskForMore()).isTrue();
        assertThat(model.chosenProperty().get()).isEqualTo(29);
        model.more();
        assertThat(asked).extracting(SearchRequest::limit).containsExactly(30, 60, 100);
        assertThat(model.canAskForMore()).isFalse();
    }

    @Test
    void whatWasSearchedInPartIsSearchedAgainWhenTheConnectionIsAnother() {
        search("tea");
        answers.getLast().complete(found(1, true));
        model.connectionChanged();
        assertThat(asked).hasSize(1);
        search("pot");
        answers.getLast().complete(found(1, false));
        model.connectionChanged();
        assertThat(asked).hasSize(3);
    }

    @Test
    void aFailureIsShown() {
        search("tea");
        answers.getLast()
                .completeExceptionally(new HearthException(ErrorCode.CLOSED, "It is over."));
        assertThat(model.stateProperty().get()).isInstanceOf(SearchState.Failed.class);
    }

    @Test
    void aNewQuestionGivesUpTheWayToAHit() {
        var ended = new AtomicInteger();
        model.going(ended::incrementAndGet);
        assertThat(model.progressProperty().get()).isEqualTo(Progress.GOING);
        search("tea");
        assertThat(ended).hasValue(1);
    }

    @Test
    void aHitWhoseNeighboursCannotBeReadStandsAlone() {
        model.showAround(hit(7));
        pages.getLast().completeExceptionally(new HearthException(ErrorCode.CLOSED, "It is over."));
        Surroundings around = model.aroundProperty().get().orElseThrow();
        assertThat(around.messages()).containsExactly(hit(7).message());
        assertThat(around.problem()).isPresent();
        model.leaveSurroundings();
        model.showAround(hit(7));
        pages.getLast()
                .complete(
                        new HistoryPage(
                                List.of(hit(6).message(), hit(7).message(), hit(8).message()),
                                9,
                                true));
        assertThat(model.aroundProperty().get().orElseThrow().messages())
                .extracting(FoldedMessage::seq)
                .containsExactly(6L, 7L, 8L);
    }
}
