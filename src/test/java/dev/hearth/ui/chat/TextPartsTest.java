package dev.hearth.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.ui.chat.TextParts.Part;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextPartsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see http://a.example/x. Then | http://a.example/x",
                "(https://a.example/x) | https://a.example/x",
                "https://en.example/a_(b) | https://en.example/a_(b)",
                "https://a.example/?q=1&r=2, ok | https://a.example/?q=1&r=2",
                "<https://a.example> | https://a.example",
            })
    void findsLinksAndLeavesTheSentenceItsPunctuation(String text, String link) {
        assertThat(TextParts.of(text).stream().filter(Part::link).map(Part::text))
                .containsExactly(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "javascript:alert(1)", "file:///etc", "http:// x", "a://b"})
    void leavesOtherTextAlone(String text) {
        assertThat(TextParts.of(text)).noneMatch(Part::link);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a http://x b https://y/z.", "http://x", "x http://y\nz"})
    void losesNothing(String text) {
        assertThat(TextParts.of(text).stream().map(Part::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void foldsWhatIsHuge() {
        assertThat(FoldedText.folded("short")).isEqualTo(new FoldedText("short", false));
        FoldedText folded = FoldedText.folded("x".repeat(900_000));
        assertThat(folded.isCut()).isTrue();
        assertThat(folded.text()).hasSizeLessThan(1_500);
        assertThat(FoldedText.folded("line\n".repeat(100)).text().lines()).hasSize(16);
        assertThat(FoldedText.unfolded("x".repeat(900_000)).text()).hasSizeLessThan(20_100);
        assertThat(FoldedText.folded("😀".repeat(2_000)).text()).doesNotContain("\uD83D …");
    }
}
