package dev.hearth.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FoldedTextTest {
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
