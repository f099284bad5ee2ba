package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.WindowTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The timeline under load, and where it stands.
final class TimelineStoriesTest extends WindowTest {
    private void joinWith(int messages) {
        open();
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        settle();
        interact(() -> hear(0, messages));
        await().atMost(Duration.ofSeconds(20)).until(() -> seesMessage(messages - 1));
    }

    private void hear(int from, int to) {
        for (int i = from; i < to; i++) {
            world.chat()
                    .hear(
                            "Person " + i / 3 % 7,
                            FakeWorld.NOW.minusSeconds(200_000 - i),
                            "message " + i + " word".repeat(i % 60));
        }
    }

    private boolean seesMessage(int number) {
        return lookup(".words").queryAll().stream()
                .map(node -> ((javafx.scene.text.Text) node).getText())
                .anyMatch(
                        text ->
                                text.startsWith("message " + number + " ")
                                        || text.equals("message " + number));
    }

    private void scroll(VerticalDirection direction, int times) {
        moveTo("#timeline");
        for (int i = 0; i < times; i++) {
            scroll(3, direction);
            settle();
        }
    }

    @Test
    void aHundredThousandMessagesMakeAScreenfulOfRows() {
        joinWith(100_000);
        assertThat(seesMessage(99_999)).isTrue();
        assertThat(lookup(".message-row").queryAll()).hasSizeBetween(3, 60);
        clickOn("#composer").type(KeyCode.F6);
        for (int i = 0; i < 20; i++) {
            type(KeyCode.PAGE_UP);
        }
        settle();
        assertThat(seesMessage(99_999)).isFalse();
        assertThat(lookup(".message-row").queryAll()).hasSizeBetween(3, 60);
    }

    @Test
    void bearsWhateverIsSent() {
        joinWith(1);
        List<String> texts =
                List.of(
                        "",
                        " ",
                        "x".repeat(900_000),
                        "\n".repeat(50_000),
                        "\u0000\u0007\u001B[31m",
                        "\uD83D",
                        "a\u202Eb\u2066c",
                        "Z̸̛".repeat(300),
                        "\u2028\u2029",
                        "https://" + "a".repeat(5_000),
                        "مرحبا".repeat(200),
                        "\t".repeat(400));
        for (String text : texts) {
            interact(() -> world.chat().hear("n\n\u202E" + "m".repeat(500), FakeWorld.NOW, text));
            settle();
            interact(() -> world.chat().hear("", FakeWorld.NOW, text));
            settle();
        }
        interact(() -> world.chat().hear("Amina", FakeWorld.NOW, "still here"));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> lookup("still here").tryQuery().isPresent());
        assertThat(isShown("#toast")).isFalse();
        screenshot("any-text-light");
    }

    @Test
    void staysAtTheEndWhileTheEndIsInSight() {
        joinWith(200);
        for (int i = 200; i < 230; i++) {
            int number = i;
            interact(() -> hear(number, number + 1));
        }
        settle();
        assertThat(seesMessage(229)).isTrue();
        assertThat(isShown("#latest")).isFalse();
    }

    @Test
    void staysWhereOneReadsAndCountsWhatComes() {
        joinWith(200);
        scroll(VerticalDirection.UP, 6);
        assertThat(seesMessage(199)).isFalse();
        assertThat(isShown("#latest")).isTrue();
        interact(() -> hear(200, 205));
        settle();
        assertThat(seesMessage(204)).isFalse();
        assertThat(reads("5")).isTrue();
        assertThat(stage().getTitle()).startsWith("(5)");
        screenshot("pill-light");
        clickOn("#latest");
        settle();
        assertThat(seesMessage(204)).isTrue();
        assertThat(isShown("#latest")).isFalse();
        assertThat(stage().getTitle()).startsWith("#lobby");
    }

    @Test
    void scrollingBackToTheEndSticksAgain() {
        joinWith(200);
        scroll(VerticalDirection.UP, 3);
        assertThat(isShown("#latest")).isTrue();
        scroll(VerticalDirection.DOWN, 12);
        assertThat(isShown("#latest")).isFalse();
        interact(() -> hear(200, 203));
        settle();
        assertThat(seesMessage(202)).isTrue();
    }

    @Test
    void pageKeysTurnThePagesWhileOneWrites() {
        joinWith(200);
        type(KeyCode.PAGE_UP);
        settle();
        assertThat(seesMessage(199)).isFalse();
        assertThat(isShown("#latest")).isTrue();
        type(KeyCode.PAGE_DOWN);
        settle();
        assertThat(seesMessage(199)).isTrue();
        assertThat(isShown("#latest")).isFalse();
    }

    @Test
    void whatOneSendsIsShown() {
        joinWith(200);
        scroll(VerticalDirection.UP, 6);
        clickOn("#composer").write("me again").type(KeyCode.ENTER);
        settle();
        assertThat(reads("me again") || lookup("me again").tryQuery().isPresent()).isTrue();
        assertThat(isShown("#latest")).isFalse();
    }

    @Test
    void aSmallerWindowStillShowsTheEnd() {
        joinWith(200);
        interact(
                () -> {
                    stage().setWidth(430);
                    stage().setHeight(570);
                });
        settle();
        assertThat(seesMessage(199)).isTrue();
        assertThat(isShown("#rail")).isFalse();
    }
}
