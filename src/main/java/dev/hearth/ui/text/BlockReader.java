package dev.hearth.ui.text;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;

/// Turns the blocks of a parsed message into ours, until there are more than anyone writes.
final class BlockReader {
    private static final String BULLET = "•";

    private final SpanReader spans;
    private int left;

    BlockReader(int mostPieces) {
        left = mostPieces;
        spans = new SpanReader(this::take);
    }

    /// Whether there were too many pieces; what was read is then not the whole message.
    boolean isExhausted() {
        return left < 0;
    }

    private boolean take() {
        return --left >= 0;
    }

    List<Block> read(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (!take()) {
                break;
            }
            switch (node) {
                case Paragraph paragraph -> blocks.add(new Block.Paragraph(spans.read(paragraph)));
                case FencedCodeBlock code -> blocks.add(code(code));
                case BlockQuote quote -> blocks.add(new Block.Quoted(read(quote)));
                case BulletList list -> blocks.add(bullets(list));
                case OrderedList list -> blocks.add(numbers(list));
                case LinkReferenceDefinition definition -> blocks.add(definition(definition));
                default -> {}
            }
        }
        return blocks;
    }

    /// Markdown hides it; a chat hides nothing that somebody wrote.
    private static Block definition(LinkReferenceDefinition of) {
        String title = of.getTitle() == null ? "" : " \"" + of.getTitle() + "\"";
        String text = "[" + of.getLabel() + "]: " + of.getDestination() + title;
        return new Block.Paragraph(Markdown.linked(text, Look.PLAIN, 1));
    }

    private static Block code(FencedCodeBlock code) {
        String text = code.getLiteral();
        String info = code.getInfo() == null ? "" : code.getInfo().strip();
        int end = info.indexOf(' ');
        return new Block.Code(
                text.endsWith("\n") ? text.substring(0, text.length() - 1) : text,
                end < 0 ? info : info.substring(0, end));
    }

    private Block bullets(BulletList list) {
        List<Block.Item> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null && take(); item = item.getNext()) {
            items.add(new Block.Item(BULLET, read(item)));
        }
        return new Block.Items(items);
    }

    private Block numbers(OrderedList list) {
        List<Block.Item> items = new ArrayList<>();
        long number = list.getMarkerStartNumber();
        for (Node item = list.getFirstChild(); item != null && take(); item = item.getNext()) {
            items.add(new Block.Item(number + list.getMarkerDelimiter(), read(item)));
            number++;
        }
        return new Block.Items(items);
    }
}
