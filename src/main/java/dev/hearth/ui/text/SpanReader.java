package dev.hearth.ui.text;

import dev.hearth.model.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Turns the inline nodes of a paragraph into spans. Its recursion is as deep as the parser nests.
final class SpanReader {
    private static final int MOST_LINKS = 500;

    private final BooleanSupplier take;
    private final StringBuilder words = new StringBuilder();
    private List<Span> spans = new ArrayList<>();
    private Look look = Look.PLAIN;

    /// @param take whether there may be one more piece
    SpanReader(BooleanSupplier take) {
        this.take = take;
    }

    List<Span> read(Node paragraph) {
        spans = new ArrayList<>();
        children(paragraph, Look.PLAIN);
        flush();
        return spans;
    }

    private void children(Node parent, Look as) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            read(node, as);
        }
    }

    private void read(Node node, Look as) {
        switch (node) {
            case Text text -> words(text.getLiteral(), as);
            case SoftLineBreak end -> words("\n", as);
            case HardLineBreak end -> words("\n", as);
            case HtmlInline html -> words(html.getLiteral(), as);
            case Code code -> words(code.getLiteral(), as.asCode());
            case Emphasis emphasis -> children(emphasis, as.asItalic());
            case StrongEmphasis strong -> children(strong, as.asBold());
            case Strikethrough struck -> children(struck, as.asStruck());
            case Link link -> link(link, link.getDestination(), as);
            // A picture from elsewhere is never loaded; its address can be opened.
            case Image image -> link(image, image.getDestination(), as);
            default -> children(node, as);
        }
    }

    private void words(String text, Look as) {
        if (!as.equals(look)) {
            flush();
            look = as;
        }
        words.append(text);
    }

    private void flush() {
        if (words.isEmpty()) {
            return;
        }
        String text = words.toString();
        words.setLength(0);
        if (!take.getAsBoolean()) {
            return;
        }
        if (look.code()) {
            spans.add(Span.words(text, look));
        } else {
            List<Span> linked = Markdown.linked(text, look, MOST_LINKS);
            spans.add(linked.getFirst());
            // The first is taken already; what there is beyond the last makes the text too rich.
            for (Span more : linked.subList(1, linked.size())) {
                if (!take.getAsBoolean()) {
                    return;
                }
                spans.add(more);
            }
        }
    }

    private void link(Node node, String destination, Look as) {
        String text = text(node);
        Optional<String> target = target(destination);
        if (target.isEmpty()) {
            // Nothing that could be opened: as it was written.
            words("[" + text + "](" + destination + ")", as);
            return;
        }
        flush();
        if (take.getAsBoolean()) {
            spans.add(new Span(text.isBlank() ? destination : text, as, target));
            if (!saysWhere(text, target.get())) {
                words(" (" + LinkHost.of(target.get()) + ")", as);
                // So that the host in brackets becomes no second link.
                flushWords();
            }
        }
    }

    private void flushWords() {
        if (!words.isEmpty() && take.getAsBoolean()) {
            spans.add(Span.words(words.toString(), look));
        }
        words.setLength(0);
    }

    /// Whether the text of a link is its address, so that nobody is led elsewhere.
    private static boolean saysWhere(String text, String target) {
        return text.isBlank() || target(text).filter(target::equals).isPresent();
    }

    /// What an address opens, if it is one that may be opened.
    private static Optional<String> target(String address) {
        return Links.in(address).stream()
                .limit(1)
                .filter(link -> link.start() == 0 && link.end() == address.length())
                .map(Links.Link::target)
                .findFirst();
    }

    private static String text(Node parent) {
        var text = new StringBuilder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            text.append(
                    switch (node) {
                        case Text words -> words.getLiteral();
                        case Code code -> code.getLiteral();
                        case HtmlInline html -> html.getLiteral();
                        case SoftLineBreak end -> " ";
                        case HardLineBreak end -> " ";
                        default -> text(node);
                    });
        }
        return text.toString();
    }
}
