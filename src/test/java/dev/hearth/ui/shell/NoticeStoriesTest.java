package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.stage.WindowHelper;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.settings.NoticeSettings.Level;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.WindowTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What comes to somebody who reads one room while others write in another.
final class NoticeStoriesTest extends WindowTest {
    private void enter() {
        interact(() -> window().open(new OpeningWish.Join("192.168.1.20", Optional.empty())));
        interact(() -> chat().enter("Amina", "Omar"));
        settle();
    }

    private void join() {
        open();
        enter();
    }

    private FakeChat chat() {
        return world.chat();
    }

    private RoomId room(String name) {
        RoomId[] made = new RoomId[1];
        interact(() -> made[0] = chat().rooms().add(name, RoomKind.PUBLIC));
        return made[0];
    }

    private RoomId direct(String name) {
        RoomId[] made = new RoomId[1];
        interact(() -> made[0] = chat().rooms().addDirect(name));
        return made[0];
    }

    private void hear(RoomId room, String name, String text) {
        interact(() -> chat().rooms().said(room, name, FakeWorld.NOW, text));
        settle();
    }

    private List<String> notices() {
        return lookup(".notice-title").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private String roomTitle() {
        return find(".header-title", Label.class).getText();
    }

    private Bounds place(String query) {
        Node node = find(query, Node.class);
        return node.localToScene(node.getLayoutBounds());
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return one.getMinX() < other.getMaxX()
                && other.getMinX() < one.getMaxX()
                && one.getMinY() < other.getMaxY()
                && other.getMinY() < one.getMaxY();
    }

    /// The headless platform has no other program that could take the focus.
    private void lookAway() {
        interact(() -> WindowHelper.setFocused(stage(), false));
    }

    @Test
    void whatIsChosenForAllRoomsHoldsWhereNothingElseWas() {
        join();
        RoomId design = room("design");
        preferences.rememberNotices(old -> old.withUsual(Level.ALL));
        hear(design, "Amina", "for everybody");
        assertThat(notices()).containsExactly("Amina in #design");
        clickOn(".notice-close");
        preferences.rememberNotices(old -> old.withUsual(Level.NONE));
        hear(design, "Amina", "@Mira look");
        assertThat(notices()).isEmpty();
    }

    @Test
    void theDesktopIsSilentUntilSoundIsTurnedOn() {
        join();
        RoomId design = room("design");
        lookAway();
        hear(design, "Amina", "@Mira look");
        assertThat(systemNotices.shown()).hasSize(1);
        assertThat(systemNotices.heard()).isEmpty();
        preferences.rememberNotices(old -> old.withSound(true));
        hear(design, "Omar", "@Mira again");
        assertThat(systemNotices.heard()).containsExactly("Omar in #design");
    }

    @Test
    void aCallElsewhereIsToldAndAClickLeadsThere() {
        join();
        RoomId design = room("design");
        hear(design, "Amina", "nothing for you");
        assertThat(notices()).isEmpty();
        hear(design, "Amina", "@Mira look");
        assertThat(notices()).containsExactly("Amina in #design");
        assertThat(stage().getTitle()).startsWith("(2) #lobby");
        clickOn(".notice-open");
        assertThat(roomTitle()).isEqualTo("#design");
        assertThat(notices()).isEmpty();
        assertThat(systemNotices.shown()).isEmpty();
    }

    @Test
    void aDirectMessageIsToldAndCanBeDismissed() {
        join();
        hear(direct("Omar"), "Omar", "are you there?");
        assertThat(notices()).containsExactly("Omar");
        clickOn(".notice-close");
        assertThat(notices()).isEmpty();
        assertThat(roomTitle()).isEqualTo("#lobby");
    }

    @Test
    void theRoomThatIsReadIsNotTold() {
        join();
        interact(() -> chat().said("Amina", FakeWorld.NOW, "@Mira here"));
        assertThat(notices()).isEmpty();
    }

    @Test
    void aRoomIsToldOfAsItsMenuSays() {
        join();
        RoomId design = room("design");
        clickOn("design");
        choose("#notices-ALL");
        push(KeyCode.ALT, KeyCode.UP);
        hear(design, "Amina", "for all");
        assertThat(notices()).containsExactly("Amina in #design");
        clickOn(".notice-open");
        choose("#notices-NONE");
        push(KeyCode.ALT, KeyCode.UP);
        hear(design, "Amina", "@Mira please");
        assertThat(notices()).isEmpty();
        assertThat(preferences.notices().rooms()).hasSize(1);
    }

    private void choose(String item) {
        clickOn("#room-menu");
        clickOn("#room-notices");
        clickOn(item);
        settle();
    }

    @Test
    void doNotDisturbKeepsStillUntilItsEnd() {
        join();
        RoomId omar = direct("Omar");
        clickOn("#menu");
        clickOn("#quiet");
        clickOn("#quiet-hour");
        lookAway();
        hear(omar, "Omar", "a secret");
        assertThat(notices()).isEmpty();
        assertThat(systemNotices.shown()).isEmpty();
        assertThat(preferences.notices().quietUntil()).contains(FakeWorld.NOW.plusSeconds(3_600));
        interact(
                () ->
                        preferences.rememberNotices(
                                old -> old.withQuietUntil(Optional.of(FakeWorld.NOW))));
        hear(omar, "Omar", "it is over");
        assertThat(notices()).containsExactly("Omar");
    }

    @Test
    void whoLooksElsewhereIsToldByTheSystemAndLedBack() {
        join();
        RoomId design = room("design");
        lookAway();
        hear(design, "Amina", "@Mira look");
        interact(() -> chat().said("Omar", FakeWorld.NOW, "@Mira you too"));
        assertThat(systemNotices.shown())
                .containsExactly("Amina in #design: @Mira look", "Omar in #lobby: @Mira you too");
        interact(() -> systemNotices.clickLast());
        assertThat(roomTitle()).isEqualTo("#lobby");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 900", "DARK, 900", "LIGHT, 500", "DARK, 500"})
    void aNoticeCoversNeitherWhatIsReadNorWhatIsWritten(ThemeChoice theme, int width) {
        open(theme, width, 640);
        enter();
        interact(
                () -> {
                    for (int i = 0; i < 30; i++) {
                        Instant at = FakeWorld.NOW.minusSeconds(3_000 - 100L * i);
                        chat().said("Omar", at, "What was said as number " + i);
                    }
                });
        Bounds before = place("#timeline");
        hear(room("design"), "Amina", "@Mira can you fetch the posters at the printer’s? 🙂");
        hear(direct("Jonas Weber"), "Jonas Weber", "Are you coming by train?");
        assertThat(place("#timeline")).isEqualTo(before);
        for (String query : List.of("#timeline", "#composer", "#you")) {
            if (isShown(query)) {
                assertThat(overlap(place("#notices"), place(query))).as(query).isFalse();
            }
        }
        assertThat(notices()).hasSize(width == 500 ? 1 : 2);
        assertThat(place("#notices").getMinX()).isGreaterThanOrEqualTo(0);
        assertThat(place("#notices").getMaxX()).isLessThanOrEqualTo(scene().getWidth());
        screenshot(
                "notices-" + width + "-" + theme.name().toLowerCase(Locale.ROOT),
                check ->
                        check.shows("Jonas Weber")
                                .mayCut("notice-text", "a notice is one line of a message")
                                .mayCover("notice", "it floats over the list until it is read"));
    }
}
