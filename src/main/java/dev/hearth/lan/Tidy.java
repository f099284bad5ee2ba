package dev.hearth.lan;

import java.util.regex.Pattern;

/// Takes off what comes along when an address is copied from a text or typed with another keyboard:
/// invisible characters, brackets and quotes around it, the comma or full stop after it, full-width
/// forms of ASCII. Stateless.
final class Tidy {
    /// Format characters (zero-width ones, marks of direction): an address with and without them
    /// looks the same.
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\t\n\r]]");

    private static final Pattern AROUND =
            Pattern.compile("^[\\s<(\"'“”„‘’«»`]+|[\\s>)\"'“”’«»`,.;!?]+$");

    /// From U+FF01 to U+FF5E lie the full-width forms of `!` to `~`.
    private static final int FULL_WIDTH_FIRST = 0xFF01;

    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_DISTANCE = 0xFF01 - '!';

    private Tidy() {}

    static String address(String typed) {
        StringBuilder ascii = new StringBuilder();
        INVISIBLE
                .matcher(typed)
                .replaceAll("")
                .codePoints()
                .map(Tidy::ascii)
                .forEach(ascii::appendCodePoint);
        return AROUND.matcher(ascii).replaceAll("");
    }

    private static int ascii(int c) {
        if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
            return c - FULL_WIDTH_DISTANCE;
        }
        return switch (c) {
            case '。', '｡' -> '.';
            case '、', '､' -> ',';
            case '〈', '《' -> '<';
            case '〉', '》', '」' -> '>';
            case '「' -> '<';
            case '\\' -> '/';
            default -> Character.isSpaceChar(c) ? ' ' : c;
        };
    }
}
