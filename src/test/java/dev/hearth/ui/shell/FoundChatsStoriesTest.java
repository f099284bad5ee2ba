package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.net.FoundChat;
import dev.hearth.settings.Language;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FakeNeighbourhood;
import dev.hearth.ui.fakes.WindowTest;
import dev.hearth.ui.start.HostWish;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Chats of this network on the first screen.
final class FoundChatsStoriesTest extends WindowTest {
    private static final FoundChat TEA =
            FakeNeighbourhood.chat("id-tea", "Zoë’s chat", 3, "http://192.168.1.30:3000");
    private static final FoundChat CAMP =
            FakeNeighbourhood.chat("id-camp", "Campfire 🔥", 1, "http://192.168.1.31:3000");

    private void around(FoundChat... chats) {
        interact(() -> neighbourhood.around(chats));
        settle();
    }

    private static FoundChat[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                FakeNeighbourhood.chat(
                                        "id-" + i,
                                        "Chat " + i,
                                        i,
                                        "http://192.168.1.4" + i + ":3000"))
                .toArray(FoundChat[]::new);
    }

    @Test
    void oneClickJoins() {
        open();
        assertThat(reads("Looking for chats on this network…")).isTrue();
        around(CAMP, TEA);
        assertThat(reads("3 people · 192.168.1.30:3000")).isTrue();
        clickOn("Zoë’s chat");
        settle();
        assertThat(isShown("#chat")).isTrue();
        assertThat(world.chat().request().server()).hasToString("http://192.168.1.30:3000");
        assertThat(neighbourhood.isWatched()).isFalse();
    }

    @Test
    void theyComeAndGoUnderTheKeyboard() {
        open();
        around(CAMP, TEA);
        type(KeyCode.TAB);
        type(KeyCode.TAB);
        around(many(2)[0], CAMP, TEA);
        type(KeyCode.ENTER);
        settle();
        assertThat(world.chat().request().server()).hasToString("http://192.168.1.30:3000");
    }

    @Test
    void theRestIsShownWhenItIsAskedFor() {
        open();
        around(many(6));
        assertThat(reads("Chat 2")).isTrue();
        assertThat(reads("Chat 3")).isFalse();
        clickOn("#found-more");
        assertThat(reads("Chat 5")).isTrue();
        assertThat(isShown("#found-more")).isFalse();
    }

    @Test
    void theOwnChatIsNotAmongThem() {
        open();
        clickOn("#host");
        settle();
        around(FakeNeighbourhood.chat("host", "Mira’s chat", 1, "http://192.168.1.20:3000"), TEA);
        interact(() -> stage().getScene().lookup("#chat"));
        press(KeyCode.CONTROL, KeyCode.N);
        release(KeyCode.N, KeyCode.CONTROL);
        settle();
        assertThat(reads("Zoë’s chat")).isTrue();
        assertThat(isShown("#found-chats")).isTrue();
        assertThat(reads("1 person · 192.168.1.20:3000")).isFalse();
    }

    @Test
    void whoHostsSaysWhetherOthersSeeIt() {
        open();
        assertThat(reads("Others on this network see it.")).isTrue();
        clickOn("#host-options");
        clickOn("#announce");
        assertThat(reads("for everyone who has the address.")).isTrue();
        assertThat(preferences.announces()).isFalse();
        clickOn("#host");
        settle();
        assertThat(world.wishes()).containsExactly(new HostWish("Mira", 3000, false));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, ENGLISH", "DARK, ENGLISH", "LIGHT, ARABIC", "DARK, GERMAN"})
    void pictures(ThemeChoice theme, Language language) {
        preferences.rememberLanguage(Optional.of(language));
        open(theme, 900, 760);
        String name = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language.code();
        screenshot("found-none" + name, "Hearth");
        around(CAMP, TEA);
        screenshot("found" + name, "Campfire", "Zoë’s chat");
    }

    @Test
    void pictureOfANarrowWindow() {
        open(ThemeChoice.LIGHT, 420, 720);
        around(
                FakeNeighbourhood.chat(
                        "id-long",
                        "A chat with a very long name that does not fit into one line",
                        12,
                        "http://192.168.178.131:3000"),
                TEA);
        screenshot(
                "found-narrow-light",
                check ->
                        check.shows("Zoë’s chat")
                                .mayCut("found-name", "a stranger chose how long it is"));
    }
}
