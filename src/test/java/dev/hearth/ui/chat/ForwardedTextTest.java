package dev.hearth.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.ui.text.Block;
import dev.hearth.ui.text.Markdown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is sent on, as a reader of markdown reads it.
final class ForwardedTextTest {
    @Test
    void isAQuoteUnderTheNameOfItsAuthor() {
        assertThat(ForwardedText.quote("Amina", "Who has\n\n**the** key?\n"))
                .isEqualTo("> **Amina**\n>\n> Who has\n>\n> **the** key?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "```java\nint a = 1;\n\nint b;\n```\nafter",
                "```\nnever closed\n\n",
                "- a\n- b\n\n3. c\n4. d",
                "---\n===\n# no heading",
                "> **Omar**\n>\n> quoted before\n\nand answered",
                "    indented\n\n\ttabbed",
                "a\r\nb\rc\r\rd",
                "[a]: https://a.example",
                "<b>no markup</b>"
            })
    void nothingThatIsInATextGetsOut(String text) {
        String forwarded =
                ForwardedText.quote("Amina", text) + "\n\n" + ForwardedText.quote("Omar", "next");
        List<Block> blocks = Markdown.read(forwarded);
        assertThat(blocks).hasSize(2).allMatch(Block.Quoted.class::isInstance);
        assertThat(Markdown.words(forwarded)).startsWith("Amina ").endsWith(" Omar next");
    }

    @Test
    void aQuoteIsQuotedAgain() {
        String once = ForwardedText.quote("Amina", "hello");
        List<Block> blocks = Markdown.read(ForwardedText.quote("Omar", once));
        assertThat(blocks)
                .singleElement()
                .isInstanceOfSatisfying(
                        Block.Quoted.class,
                        outer ->
                                assertThat(outer.blocks().getLast())
                                        .isInstanceOf(Block.Quoted.class));
        assertThat(Markdown.words(ForwardedText.quote("Omar", once))).isEqualTo("Omar Amina hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Amina", "Dr. No", "(x)", "*star*", "a_b_", "`tick`", "<b>", "[a](b)", "\\",
                "R&amp;D", "~~x~~", "#1", "- dash"
            })
    void aNameIsShownAsItIs(String name) {
        assertThat(Markdown.words(ForwardedText.quote(name, "hi"))).isEqualTo(name + " hi");
        assertThat(Markdown.read(ForwardedText.quote(name, "hi")))
                .singleElement()
                .isInstanceOfSatisfying(
                        Block.Quoted.class,
                        quote ->
                                assertThat(((Block.Paragraph) quote.blocks().getFirst()).spans())
                                        .allMatch(span -> span.look().bold()));
    }

    @Test
    void asFewMessagesAsThereCanBeAndNoneIsCut() {
        assertThat(ForwardedText.packed(List.of("aaaa", "bbbb", "cc", "dddddddddd"), 10))
                .containsExactly("aaaa\n\nbbbb", "cc", "dddddddddd");
        assertThat(ForwardedText.packed(List.of("ä", "ö"), 5)).containsExactly("ä", "ö");
        assertThat(ForwardedText.packed(List.of("ä", "ö"), 6)).containsExactly("ä\n\nö");
    }

    @Test
    void whatIsTooLongIsSaidInBytes() {
        assertThat(ForwardedText.excess("ääää", 8)).isZero();
        assertThat(ForwardedText.excess("ääää", 5)).isEqualTo(3);
    }
}
