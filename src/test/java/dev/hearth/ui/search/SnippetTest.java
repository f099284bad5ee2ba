package dev.hearth.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.SearchHits.Range;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SnippetTest {
    private static Snippet of(String text, String found) {
        List<Range> ranges = new ArrayList<>();
        for (int at = text.indexOf(found); at >= 0; at = text.indexOf(found, at + 1)) {
            ranges.add(new Range(at, at + found.length()));
        }
        return Snippet.of(text, ranges, 80);
    }

    private static List<String> marked(Snippet snippet) {
        return snippet.marks().stream()
                .map(mark -> snippet.text().substring(mark.start(), mark.end()))
                .toList();
    }

    @Test
    void aShortTextIsWhole() {
        Snippet snippet = of("tea and more tea", "tea");
        assertThat(snippet.text()).isEqualTo("tea and more tea");
        assertThat(snippet.marks()).containsExactly(new Range(0, 3), new Range(13, 16));
    }

    @Test
    void aLongTextBeginsAtAWordNotFarBeforeTheFirstPlace() {
        Snippet snippet = of("many words ".repeat(50) + "tea " + "and more ".repeat(50), "tea");
        assertThat(snippet.text()).startsWith("…words ").endsWith("…").hasSizeLessThan(90);
        assertThat(marked(snippet)).containsExactly("tea");
    }

    @Test
    void theSignsOfMarkdownAreGoneAndThePlacesMoved() {
        Snippet snippet = of("the **green tea** and _black tea_", "tea");
        assertThat(snippet.text()).isEqualTo("the green tea and black tea");
        assertThat(snippet.marks()).containsExactly(new Range(10, 13), new Range(24, 27));
    }

    @Test
    void onlyThePlacesThatWereFoundAreMarked() {
        String text = "**teapot** and tea";
        Snippet snippet = Snippet.of(text, List.of(new Range(15, 18)), 80);
        assertThat(snippet.text()).isEqualTo("teapot and tea");
        assertThat(snippet.marks()).containsExactly(new Range(11, 14));
    }

    @Test
    void aTextWhosePlacesMarkdownHidesIsShownAsItWasWritten() {
        String text = "[green](https://tea.example/) tea";
        int second = text.lastIndexOf("tea");
        Snippet snippet =
                Snippet.of(text, List.of(new Range(16, 19), new Range(second, second + 3)), 80);
        assertThat(marked(snippet)).containsExactly("tea", "tea");
    }

    @Test
    void whatIsDangerousIsAnEscapeAndThePlacesAreStillRight() {
        Snippet snippet = of("a\u202Eb\nthe tea\u0007", "tea");
        assertThat(snippet.text()).isEqualTo("a\\u202eb the tea\\u0007");
        assertThat(marked(snippet)).containsExactly("tea");
    }

    @Test
    void noEmojiIsCutInTwo() {
        Snippet snippet = of("👍".repeat(300) + "tea" + "👍".repeat(300), "tea");
        assertThat(snippet.text()).doesNotContain("\\ud");
        assertThat(marked(snippet)).containsExactly("tea");
    }

    @Test
    void wideLettersCountTwice() {
        Snippet snippet = Snippet.of("茶".repeat(200), List.of(new Range(0, 1)), 80);
        assertThat(snippet.text()).isEqualTo("茶".repeat(40) + "…");
    }
}
