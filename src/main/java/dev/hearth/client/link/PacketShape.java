package dev.hearth.client.link;

/// Looks at a packet before it is parsed: JSON of a few bytes makes a tree of many, and a number of
/// a million digits takes minutes. Stateless.
final class PacketShape {
    /// Longer than any packet of a chat: a text of 900,000 bytes that JSON writes as escapes.
    private static final int CHARACTERS = 6_000_000;

    /// Deeper than anything that a chat says.
    private static final int DEEPEST = 64;

    /// Values of all lists and maps together.
    private static final int VALUES = 100_000;

    /// Of a number, or of the type, namespace and id before the JSON.
    private static final int WORD = 300;

    private PacketShape() {}

    /// What is wrong with `packet`; empty when it can be parsed.
    static String fault(String packet) {
        if (packet.length() > CHARACTERS) {
            return "too long";
        }
        int depth = 0;
        int values = 0;
        int word = 0;
        boolean quoted = false;
        for (int i = 0; i < packet.length(); i++) {
            char c = packet.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
                continue;
            }
            word++;
            switch (c) {
                case '"' -> quoted = true;
                case '[', '{' -> {
                    depth++;
                    values++;
                    word = 0;
                }
                case ']', '}' -> {
                    depth--;
                    word = 0;
                }
                case ',' -> {
                    values++;
                    word = 0;
                }
                default -> {}
            }
            if (depth > DEEPEST) {
                return "nested too deeply";
            } else if (values > VALUES) {
                return "too many values";
            } else if (word > WORD) {
                return "a number that is too long";
            }
        }
        return "";
    }
}
