package dev.hearth.gateway;

import dev.hearth.model.Names;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import java.util.function.BiPredicate;

/// A message as plain clients read it: `Name: text` for named people, the bare text for guests.
///
/// These clients have nothing but the text to tell who speaks. So a line that begins like the words
/// of somebody else (`Alice: …`) gets the name of its real author in front, also when that is
/// Alice.
final class PlainWords {
    /// No name is longer, and joiners may stand in it.
    private static final int FARTHEST_COLON = 120;

    private static final String COLONS = ":：∶꞉﹕︓";

    /// A text with more lines that look like it has each of them marked without being looked up.
    private static final int MOST_LOOK_UPS = 200;

    private final Person from;
    private final BiPredicate<String, PersonId> isOthers;
    private int lookUps;

    private PlainWords(Person from, BiPredicate<String, PersonId> isOthers) {
        this.from = from;
        this.isOthers = isOthers;
    }

    /// @param isOthers whether a name is, or looks like, that of anybody but this person
    static String of(Person from, String text, BiPredicate<String, PersonId> isOthers) {
        String plain = from.role() == Role.GUEST ? text : from.name() + ": " + text;
        boolean colons = COLONS.chars().anyMatch(colon -> text.indexOf(colon) >= 0);
        return colons ? new PlainWords(from, isOthers).marked(plain) : plain;
    }

    private String marked(String text) {
        var marked = new StringBuilder(text.length() + 64);
        for (int start = 0; start < text.length(); ) {
            int end = lineEnd(text, start);
            if (claims(text, start, end)) {
                marked.append(from.name()).append(": ");
            }
            marked.append(text, start, end);
            start = end;
        }
        return marked.toString();
    }

    /// The index after the line break.
    private static int lineEnd(String text, int start) {
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if ((c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029) {
                break;
            }
        }
        return at;
    }

    /// Whether the line begins with the name of somebody else and a colon. A name may hold colons
    /// itself, so each of them is tried.
    private boolean claims(String text, int start, int end) {
        int limit = Math.min(end, start + FARTHEST_COLON);
        for (int at = start; at < limit; at++) {
            if (COLONS.indexOf(text.charAt(at)) >= 0) {
                String name = text.substring(start, at);
                if (++lookUps > MOST_LOOK_UPS
                        || Names.isReserved(name)
                        || isOthers.test(name, from.id())) {
                    return true;
                }
            }
        }
        return false;
    }
}
