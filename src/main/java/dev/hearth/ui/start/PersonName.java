package dev.hearth.ui.start;

import dev.hearth.model.Limits;
import java.util.Optional;

/// What a name may be: 1 to 40 characters that show, in the order in which they are written.
final class PersonName {
    private PersonName() {}

    /// The key of the text that says what is wrong with `name`, if anything is.
    static Optional<String> problem(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            return Optional.of("name.empty");
        }
        if (stripped.codePointCount(0, stripped.length()) > Limits.NAME_CHARACTERS.value()) {
            return Optional.of("name.long");
        }
        return stripped.codePoints().anyMatch(PersonName::isForbidden)
                ? Optional.of("name.characters")
                : Optional.empty();
    }

    private static boolean isForbidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || turnsDirection(c);
    }

    /// Embeddings, overrides, isolates and marks of direction: with them a name can pass for
    /// another, or turn the text that follows it.
    private static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C;
    }
}
