package dev.hearth.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.ui.timeline.TextParts.Part;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextPartsTest {
    @ParameterizedTest
    @ValueSource(strings = {"a http://x b https://y/z.", "http://x", "x http://y\nz"})
    void losesNothing(String text) {
        assertThat(TextParts.of(text).stream().map(Part::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void aLinkGoesOnBehindALineBreakThatWasPutIntoIt() {
        String text = "אב https://a.example/one/two גד\nה";
        List<Part> parts = TextParts.of(text);
        List<Part> broken = TextParts.broken(parts, "אב \nhttps://a.exa\nmple/one/two גד\n\nה");
        assertThat(broken.stream().filter(Part::isLink))
                .containsExactly(
                        new Part(
                                "\nhttps://a.exa\nmple/one/two",
                                Optional.of("https://a.example/one/two")));
        assertThat(broken.stream().map(Part::text).collect(Collectors.joining()))
                .isEqualTo("אב \nhttps://a.exa\nmple/one/two גד\n\nה");
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
