package dev.hearth.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What markdown means in a message, and what it never becomes.
final class MarkdownTest {
    /// Blocks as text: `b(…)`, `i(…)`, `s(…)`, `c(…)` for the looks, `<shown>target>` for links.
    private static String told(List<Block> blocks) {
        var told = new StringBuilder();
        for (Block block : blocks) {
            told.append(
                    switch (block) {
                        case Block.Paragraph paragraph -> "[" + spans(paragraph.spans()) + "]";
                        case Block.Code code -> "code " + code.language() + "{" + code.text() + "}";
                        case Block.Quoted quoted -> "quote" + told(quoted.blocks());
                        case Block.Items items -> items(items);
                    });
        }
        return told.toString();
    }

    private static String items(Block.Items items) {
        var told = new StringBuilder("list(");
        items.items().forEach(item -> told.append(item.marker()).append(told(item.blocks())));
        return told.append(")").toString();
    }

    private static String spans(List<Span> spans) {
        var told = new StringBuilder();
        for (Span span : spans) {
            String looks = String.join("", span.look().styleClasses());
            String text =
                    span.target()
                            .map(target -> "<" + span.text() + ">" + target + ">")
                            .orElse(span.text());
            told.append(looks.isEmpty() ? text : looks + "(" + text + ")");
        }
        return told.toString();
    }

    private static String told(String text) {
        return told(Markdown.read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plain words | [plain words]",
                "**b** *i* `c` | [bold(b) italic(i) code(c)]",
                "***both*** | [bolditalic(both)]",
                "snake_case_word 2 * 3 * 4 | [snake_case_word 2 * 3 * 4]",
                "# no heading | [# no heading]",
                "--- | [---]",
                "<b>x</b> | [<b>x</b>]",
                "https://a.example/x_y_z_ | [<https://a.example/x_y_z_>https://a.example/x_y_z_>]",
                "https://a.example/*x* b | [<https://a.example/*x>https://a.example/*x>* b]",
                "(see www.a.example). | [(see <www.a.example>https://www.a.example>).]",
                "ana@a.example | [<ana@a.example>mailto:ana@a.example>]",
                "[site](https://a.example/p) | [<site>https://a.example/p> (a.example)]",
                "[https://a.example](https://evil.example) | [<https://a.example>https://evil.example> (evil.example)]",
                "[https://a.example](https://a.example) | [<https://a.example>https://a.example>]",
                "<https://a.example> | [<https://a.example>https://a.example>]",
                "[x](javascript:alert%281%29) | [[x](javascript:alert%281%29)]",
                "[x](file:///etc/passwd) | [[x](file:///etc/passwd)]",
                "![p](https://a.example/p.png) | [<p>https://a.example/p.png> (a.example)]",
                "[a]: https://a.example | [[a]: <https://a.example>https://a.example>]",
                "`https://a.example` | [code(https://a.example)]",
                "**https://a.example** | [bold(<https://a.example>https://a.example>)]",
                "> q | quote[[q]]",
                "- a | list(•[a])",
                "3) a | list(3)[a])",
            })
    void meansWhatPeopleMean(String text, String expected) {
        assertThat(told(text)).isEqualTo(expected.replace("quote[[q]]", "quote[q]"));
    }

    @Test
    void struckTextNeedsTwoTildes() {
        assertThat(told("~~gone~~ ~5 ~6")).isEqualTo("[struck(gone) ~5 ~6]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a http://x b https://y/z.", "http://x", "x http://y\nz"})
    void linkingLosesNothing(String text) {
        assertThat(
                        Markdown.linked(text, Look.PLAIN, 100).stream()
                                .map(Span::text)
                                .collect(java.util.stream.Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void wordsStandForTheTextInOneLine() {
        assertThat(Markdown.words("**a** `b`\n\n- c\n- d\n\n> e")).isEqualTo("a b • c • d e");
    }

    @Test
    void lineBreaksStay() {
        assertThat(told("a\nb\n\nc")).isEqualTo("[a\nb][c]");
    }

    @Test
    void fencedCodeStaysAsItIs() {
        assertThat(told("```java\n  int *x* = `1`;\n\n<b>\n```"))
                .isEqualTo("code java{  int *x* = `1`;\n\n<b>}");
        assertThat(told("```\nnot closed")).isEqualTo("code {not closed}");
    }

    @Test
    void listsNestAndQuotesHoldThem() {
        assertThat(told("- a\n  - b\n- c")).isEqualTo("list(•[a]list(•[b])•[c])");
        assertThat(told("> - a\n> \n> *b*")).isEqualTo("quotelist(•[a])[italic(b)]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">",
                "> - ",
                "- ",
                "* ",
                "1. ",
                "*",
                "**",
                "_",
                "*a **b ",
                "*a_ ",
                "[",
                "![",
                "[a](",
                "`",
                "``` ",
                "~~",
                "~~a ",
                "<",
                "<a ",
                "&",
                "\\",
                "www.",
                "https://a.example ",
                "a@b.example ",
                "h",
                "(",
                "\n",
                "\n\n",
                "> ```\n",
                "[a]: b\n",
                "**a*",
                "😀",
                "א1",
                "\u200d",
                "\t"
            })
    void whateverIsRepeatedHasBoundedPieces(String hostile) {
        String text = hostile.repeat(200_000 / hostile.length());
        for (int length : new int[] {200_000, Markdown.LONGEST, 20_000}) {
            String cut = text.substring(0, Math.min(length, text.length()));
            Assertions.assertThatNoException().isThrownBy(() -> Markdown.read(cut));
            assertThat(pieces(Markdown.read(cut)))
                    .isLessThanOrEqualTo(2 * Markdown.MOST_PIECES + 1);
            assertThat(depth(Markdown.read(cut))).isLessThanOrEqualTo(12);
        }
    }

    @Test
    void randomMarkdownIsReadWithinItsBounds() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        String signs = "*_~`[]()<>!#>-+1. \n\\ah@w&:/";
        for (int i = 0; i < 60; i++) {
            var text = new StringBuilder();
            for (int j = 0; j < 10_000; j++) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            List<Block> blocks =
                    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                            Duration.ofSeconds(20), () -> Markdown.read(text.toString()));
            assertThat(pieces(blocks)).isLessThanOrEqualTo(2 * Markdown.MOST_PIECES + 1);
        }
    }

    private static int pieces(List<Block> blocks) {
        return blocks.stream()
                .mapToInt(
                        block ->
                                1
                                        + switch (block) {
                                            case Block.Paragraph paragraph ->
                                                    paragraph.spans().size();
                                            case Block.Code code -> 0;
                                            case Block.Quoted quoted -> pieces(quoted.blocks());
                                            case Block.Items items ->
                                                    items.items().stream()
                                                            .mapToInt(
                                                                    item ->
                                                                            1
                                                                                    + pieces(
                                                                                            item
                                                                                                    .blocks()))
                                                            .sum();
                                        })
                .sum();
    }

    private static int depth(List<Block> blocks) {
        return blocks.stream()
                .mapToInt(
                        block ->
                                1
                                        + switch (block) {
                                            case Block.Paragraph paragraph -> 0;
                                            case Block.Code code -> 0;
                                            case Block.Quoted quoted -> depth(quoted.blocks());
                                            case Block.Items items ->
                                                    items.items().stream()
                                                            .mapToInt(item -> depth(item.blocks()))
                                                            .max()
                                                            .orElse(0);
                                        })
                .max()
                .orElse(0);
    }
}
