package dev.hearth.ui.text;

import dev.hearth.model.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.parser.Parser;

/// Reads the markdown of a message: emphasis, code, quotes, lists and links. Headings, rules,
/// tables, HTML and pictures are none of it and stay as they were written. The length, the nesting
/// and the number of pieces are bounded; a text beyond is shown as it was written. Stateless.
public final class Markdown {
    /// Longer texts were not laid out by hand, and are shown as they are.
    static final int LONGEST = 20_100;

    private static final int LONGEST_LINE = 1_000;

    /// Spans and blocks of one message.
    static final int MOST_PIECES = 2_000;

    private static final int DEEPEST_BLOCK = 8;
    private static final int DEEPEST_SPAN = 24;

    private static final Parser PARSER =
            Parser.builder()
                    .enabledBlockTypes(
                            Set.of(FencedCodeBlock.class, BlockQuote.class, ListBlock.class))
                    .extensions(
                            List.of(
                                    StrikethroughExtension.builder()
                                            .requireTwoTildes(true)
                                            .build()))
                    .customInlineContentParserFactory(new AddressParser())
                    .maxOpenBlockParsers(DEEPEST_BLOCK)
                    .maxInlineNesting(DEEPEST_SPAN)
                    .build();

    private Markdown() {}

    /// The blocks of `text`, which has its dangerous characters already replaced.
    public static List<Block> read(String text) {
        if (text.length() > LONGEST) {
            return plain(text);
        }
        var reader = new BlockReader(MOST_PIECES);
        List<Block> blocks = reader.read(PARSER.parse(text));
        return reader.isExhausted() || blocks.isEmpty() ? plain(text) : blocks;
    }

    /// `text` as it was written, with its addresses as links.
    public static List<Block> plain(String text) {
        return List.of(new Block.Paragraph(linked(text, Look.PLAIN, MOST_PIECES)));
    }

    /// The words of `text` without their looks, for one line that stands for it: quotes, previews.
    /// Of a long text only its beginning.
    public static String words(String text) {
        String head = text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE);
        var words = new StringBuilder();
        append(read(head), words);
        return words.toString();
    }

    private static void append(List<Block> blocks, StringBuilder words) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Paragraph paragraph ->
                        append(
                                paragraph.spans().stream()
                                        .map(Span::text)
                                        .collect(Collectors.joining()),
                                words);
                case Block.Code code -> append(code.text(), words);
                case Block.Quoted quoted -> append(quoted.blocks(), words);
                case Block.Items items ->
                        items.items()
                                .forEach(
                                        item -> {
                                            append(item.marker(), words);
                                            append(item.blocks(), words);
                                        });
            }
        }
    }

    private static void append(String more, StringBuilder words) {
        words.append(words.isEmpty() ? "" : " ").append(more);
    }

    /// `text` cut into words and links.
    ///
    /// @param most how many pieces there may be; what follows is one more
    static List<Span> linked(String text, Look look, int most) {
        List<Span> spans = new ArrayList<>();
        int end = 0;
        for (Links.Link link : Links.in(text)) {
            if (spans.size() >= most) {
                break;
            }
            if (link.start() > end) {
                spans.add(Span.words(text.substring(end, link.start()), look));
            }
            String shown = text.substring(link.start(), link.end());
            spans.add(new Span(shown, look, Optional.of(link.target())));
            end = link.end();
        }
        if (end < text.length()) {
            spans.add(Span.words(text.substring(end), look));
        }
        return spans;
    }
}
