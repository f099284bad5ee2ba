package dev.hearth.ui.text;

import dev.hearth.model.Links;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/// Takes web addresses out of the text before markdown looks at their stars and underscores. What
/// is an address is decided by [Links].
final class AddressParser implements InlineContentParserFactory {
    /// No browser takes more, and each attempt reads no further.
    private static final int LONGEST = 2_048;

    /// What begins like an address and is none is looked for this often.
    private static final int MOST_FAILED = 100;

    private static final List<String> BEGINNINGS = List.of("https://", "http://", "www.");

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('h', 'H', 'w', 'W');
    }

    @Override
    public InlineContentParser create() {
        return new Attempts();
    }

    /// Those in one message.
    private static final class Attempts implements InlineContentParser {
        private int failed;

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            int before = scanner.peekPreviousCodePoint();
            Position start = scanner.position();
            if (!begins(scanner) || failed == MOST_FAILED) {
                return ParsedInline.none();
            }
            scanner.setPosition(start);
            Optional<ParsedInline> address = address(scanner, start, before);
            failed += address.isEmpty() ? 1 : 0;
            return address.orElseGet(ParsedInline::none);
        }
    }

    private static Optional<ParsedInline> address(Scanner scanner, Position start, int before) {
        String prefix = before == Scanner.END ? "" : Character.toString(before);
        String rest = rest(scanner, start);
        Optional<Links.Link> link =
                Links.in(prefix + rest).stream()
                        .limit(1)
                        .filter(found -> found.start() == prefix.length())
                        .findFirst();
        if (link.isEmpty()) {
            return Optional.empty();
        }
        int length = link.get().end() - prefix.length();
        scanner.setPosition(start);
        for (int i = 0; i < length; i++) {
            scanner.next();
        }
        var node = new Link(link.get().target(), null);
        node.appendChild(new Text(rest.substring(0, length)));
        return Optional.of(ParsedInline.of(node, scanner.position()));
    }

    private static boolean begins(Scanner scanner) {
        var head = new StringBuilder();
        for (int i = 0; i < 8 && scanner.hasNext(); i++) {
            head.append(scanner.peek());
            scanner.next();
        }
        return BEGINNINGS.stream()
                .anyMatch(each -> head.toString().regionMatches(true, 0, each, 0, each.length()));
    }

    private static String rest(Scanner scanner, Position start) {
        for (int i = 0; i < LONGEST && scanner.hasNext() && scanner.peek() > ' '; i++) {
            scanner.next();
        }
        return scanner.getSource(start, scanner.position()).getContent();
    }
}
