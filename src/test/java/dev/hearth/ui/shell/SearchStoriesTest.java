package dev.hearth.ui.shell;

import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.HearthException;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.model.SearchRequest;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.testkit.Abilities;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.FoundMessages;
import dev.hearth.ui.fakes.WindowTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Looking for messages, as somebody types, narrows down and goes there.
final class SearchStoriesTest extends WindowTest {
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final FoundMessages found = new FoundMessages();

    private void join(double width) {
        open(ThemeChoice.LIGHT, width, 640);
        interact(() -> window().open(new OpeningWish.Join("192.168.1.20", Optional.empty())));
        interact(
                () -> {
                    chat().onSearch(found::answer);
                    chat().enter("Amina", "Omar");
                });
        settle();
    }

    private FakeChat chat() {
        return world.chat();
    }

    /// Messages of the log, the oldest first.
    private List<Message> log(int count) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(
                    chat().placed(
                                    i % 2 == 0 ? "Amina" : "Omar",
                                    FakeWorld.NOW.minusSeconds(60L * (count - i)),
                                    "line " + i + (i % 10 == 5 ? " about the kettle" : ""),
                                    Message.Details.NONE));
        }
        return messages;
    }

    /// All of `messages` can be found, and those from `from` on are shown.
    private void show(List<Message> messages, int from) {
        found.add(messages);
        interact(
                () ->
                        messages.stream()
                                .skip(from)
                                .forEach(it -> chat().tell(new Event.MessageAdded(it))));
        settle();
    }

    private void find(String words) {
        push(KeyCode.CONTROL, KeyCode.F);
        write(words);
        awaitAnswer();
    }

    private void awaitAnswer() {
        await("an answer").until(() -> isShown(".search-status") || isShown(".problem-note"));
        settle();
    }

    private List<Node> hits() {
        return List.copyOf(lookup(".hit").queryAll());
    }

    private String chosen() {
        return hits().stream()
                .filter(row -> row.getPseudoClassStates().contains(CHOSEN))
                .map(Node::getAccessibleText)
                .findFirst()
                .orElse("");
    }

    /// The message in the timeline that is lit up, and wholly in sight.
    private String lit() {
        return lookup(".message-row").queryAll().stream()
                .filter(row -> row.getPseudoClassStates().contains(FOUND))
                .filter(this::isInTimeline)
                .map(Node::getAccessibleText)
                .findFirst()
                .orElse("");
    }

    private boolean isInTimeline(Node row) {
        Bounds at = row.localToScene(row.getLayoutBounds());
        Node timeline = find("#timeline", Node.class);
        Bounds all = timeline.localToScene(timeline.getLayoutBounds());
        return at.getMinY() >= all.getMinY() - 1 && at.getMaxY() <= all.getMaxY() + 1;
    }

    private boolean hasFocus(String id) {
        Node owner = scene().getFocusOwner();
        return owner != null && id.equals(owner.getId());
    }

    @Test
    void typingFindsAndEnterLeadsToTheMessage() {
        join(1000);
        show(log(100), 0);
        find("kettle");
        assertThat(hits()).hasSize(10);
        assertThat(reads("10 messages")).isTrue();
        assertThat(reads("All messages were searched.")).isTrue();
        assertThat(found.asked()).extracting(SearchRequest::text).containsOnly("kettle");
        assertThat(found.asked().getLast().room()).contains(RoomId.LOBBY);
        assertThat(chosen()).contains("line 5 ");
        type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.UP);
        assertThat(chosen()).contains("line 15 ");
        type(KeyCode.ENTER);
        await("the message").until(() -> lit().contains("line 15 "));
        assertThat(hasFocus("search-field")).isTrue();
        type(KeyCode.DOWN).type(KeyCode.ENTER);
        await("the next message").until(() -> lit().contains("line 25 "));
        type(KeyCode.ESCAPE);
        assertThat(isShown("#search")).isFalse();
        assertThat(hasFocus("composer")).isTrue();
    }

    @Test
    void aClickLeadsToTheMessage() {
        join(1000);
        show(log(100), 0);
        find("kettle");
        clickOn(hits().get(1));
        await("the message").until(() -> lit().contains("line 15 "));
        assertThat(isShown("#search")).isTrue();
    }

    @Test
    void whatWasFoundIsHighlighted() {
        join(1000);
        show(log(20), 0);
        find("kettle");
        Node mark = hits().getFirst().lookup(".selection");
        assertThat(mark.getBoundsInParent().getWidth()).isBetween(30.0, 60.0);
    }

    @Test
    void aHitIsAsHighAsItsWords() {
        join(1000);
        show(
                List.of(
                        chat().placed(
                                        "Omar",
                                        FakeWorld.NOW,
                                        "מצאתי את ה-cable האדום 👍🏽",
                                        Message.Details.NONE),
                        chat().placed("Omar", FakeWorld.NOW, "a cable", Message.Details.NONE)),
                0);
        find("cable");
        assertThat(hits())
                .extracting(row -> row.getLayoutBounds().getHeight())
                .containsOnly(hits().getFirst().getLayoutBounds().getHeight());
    }

    @Test
    void everywhereFindsInOtherRoomsAndOpensThem() {
        join(1000);
        RoomId[] garden = new RoomId[1];
        interact(
                () -> {
                    garden[0] = chat().rooms().add("garden", RoomKind.PUBLIC);
                    found.add(
                            List.of(
                                    chat().rooms()
                                            .said(
                                                    garden[0],
                                                    "Omar",
                                                    FakeWorld.NOW,
                                                    "the kettle is in the shed")));
                });
        settle();
        find("kettle");
        assertThat(reads("Nothing was found for “kettle”.")).isTrue();
        clickOn("#search-wider");
        await("the hit").until(() -> hits().size() == 1);
        assertThat(hits().getFirst().getAccessibleText()).contains("#garden");
        type(KeyCode.ENTER);
        await("the message").until(() -> lit().contains("in the shed"));
        assertThat(stage().getTitle()).contains("#garden");
        assertThat(hasFocus("search-field")).isTrue();
        type(KeyCode.ESCAPE);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        assertThat(reads("All rooms")).isTrue();
        assertThat(find("#search-field", TextField.class).getSelectedText()).isEqualTo("kettle");
    }

    @Test
    void aPersonAndATimeNarrowItDown() {
        join(1000);
        show(log(40), 0);
        find("line");
        clickOn("#search-person");
        write("omar\n");
        await("the hits").until(() -> hits().size() == 20);
        assertThat(find("#search-person .search-chip-value", Labeled.class).getText())
                .isEqualTo("Omar");
        assertThat(found.asked().getLast().from()).contains(FakeChat.person("Omar").id());
        assertThat(hasFocus("search-field")).isTrue();
        clickOn("#search-period");
        write("7\n");
        settle();
        assertThat(found.asked().getLast().since()).isPresent();
        assertThat(find("#search-period .search-chip-value", Labeled.class).getText())
                .isEqualTo("Last 7 days");
    }

    @Test
    void olderMessagesAreLoadedUntilItIsThere() {
        join(1000);
        List<Message> messages = log(300);
        show(messages, 250);
        find("line 30");
        int asked = chat().olderAsked();
        type(KeyCode.ENTER);
        await("a page asked for").until(() -> chat().olderAsked() > asked);
        interact(() -> older(messages.subList(150, 250)));
        await("another page asked for").until(() -> chat().olderAsked() > asked + 1);
        interact(() -> older(messages.subList(20, 150)));
        await("the message").until(() -> lit().contains("line 30"));
        assertThat(isShown(".search-progress")).isFalse();
    }

    private void older(List<Message> messages) {
        chat().tell(new Event.OlderMessages(RoomId.LOBBY, messages, true));
    }

    @Test
    void whatIsTooFarBackIsShownAmongItsNeighbours() {
        join(1000);
        List<Message> old = log(50);
        for (int i = 0; i < 5_000; i++) {
            chat().placed("Omar", FakeWorld.NOW, "", Message.Details.NONE);
        }
        found.add(old);
        interact(() -> chat().said("Amina", FakeWorld.NOW, "today"));
        List<HistoryRequest> read = new ArrayList<>();
        chat().onHistory(
                        asked -> {
                            read.add(asked);
                            return CompletableFuture.completedStage(
                                    new HistoryPage(
                                            old.subList(5, 46).stream()
                                                    .map(FoundMessages::folded)
                                                    .toList(),
                                            5_051,
                                            true));
                        });
        find("line 25 about");
        int asked = chat().olderAsked();
        type(KeyCode.ENTER);
        await("the neighbours").until(() -> isShown("#search-back"));
        settle();
        assertThat(read.getLast().where())
                .isEqualTo(new HistoryRequest.Where.Around(old.get(25).seq().orElse(0)));
        assertThat(chosen()).contains("line 25 about");
        assertThat(hits()).hasSize(41);
        assertThat(chat().olderAsked()).isEqualTo(asked);
        screenshot("search-around-light", "Amina");
        type(KeyCode.ESCAPE);
        assertThat(hits()).hasSize(1);
        type(KeyCode.ESCAPE);
        assertThat(isShown("#search")).isFalse();
    }

    @Test
    void offlineSaysThatOnlyWhatIsKeptWasSearched() {
        join(1000);
        show(log(20), 0);
        interact(
                () ->
                        chat().become(
                                        new ConnectionState.Offline(
                                                FakeWorld.NOW.plusSeconds(9), "gone")));
        found.onlyKept();
        find("kettle");
        assertThat(reads("Only what is kept on this computer was searched")).isTrue();
        assertThat(hits()).hasSize(2);
    }

    @Test
    void whatGoesWrongIsSaidInASentence() {
        join(1000);
        chat().onSearch(
                        asked ->
                                CompletableFuture.failedStage(
                                        new HearthException(ErrorCode.CLOSED, "It is over.")));
        find("kettle");
        assertThat(isShown(".problem-note")).isTrue();
        assertThat(isShown(".problem-sentence")).isTrue();
    }

    @Test
    void aNarrowWindowShowsTheSearchOverTheRoomAndThenTheMessage() {
        join(500);
        show(log(100), 0);
        clickOn("#open-search");
        write("kettle");
        awaitAnswer();
        assertThat(find("#search", Node.class).getLayoutBounds().getWidth())
                .isEqualTo(scene().getWidth());
        type(KeyCode.DOWN).type(KeyCode.ENTER);
        await("the message").until(() -> lit().contains("line 15 "));
        assertThat(isShown("#search")).isFalse();
        assertThat(scene().getFocusOwner().getAccessibleText()).contains("line 15 ");
        clickOn("#open-search");
        assertThat(chosen()).contains("line 15 ");
        type(KeyCode.ESCAPE);
        assertThat(isShown("#search")).isFalse();
        assertThat(hasFocus("composer")).isTrue();
    }

    @Test
    void aServerWithoutHistoryOffersNoSearch() {
        world.onJoin(fake -> fake.become(new ConnectionState.Online(Abilities.PLAIN_ECHO)));
        open();
        interact(() -> window().open(new OpeningWish.Join("192.168.1.20", Optional.empty())));
        settle();
        assertThat(isShown("#open-search")).isFalse();
        push(KeyCode.CONTROL, KeyCode.F);
        assertThat(isShown("#search")).isFalse();
    }
}
