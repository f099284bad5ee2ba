package dev.hearth.model;

import java.util.ArrayDeque;
import java.util.Deque;

/// Where an address in a text ends. Stateless.
final class LinkTail {
    private enum Kind {
        /// Belongs to the address.
        PART,
        /// Ends it.
        HARD,
        /// Belongs to it only when a part follows.
        SOFT,
        OPEN,
        CLOSE
    }

    /// Nobody nests deeper.
    private static final int DEEPEST = 64;

    private static final String SOFT = ".,:;!?'’‘…*|`·";
    private static final String HARD = "<>\"。、，．！？：；｡､";

    private LinkTail() {}

    /// The index after the last character of the address of which `from` is the first to be looked
    /// at.
    static int of(String text, int from) {
        Deque<Integer> open = new ArrayDeque<>();
        int end = from;
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            switch (kind(c)) {
                case PART -> end = at;
                case SOFT -> {}
                case OPEN -> {
                    if (open.size() == DEEPEST) {
                        return end;
                    }
                    open.push(c);
                }
                case CLOSE -> {
                    if (open.isEmpty() || !isPair(open.pop(), c)) {
                        return end;
                    }
                    end = at;
                }
                case HARD -> {
                    return end;
                }
            }
        }
        return end;
    }

    private static Kind kind(int c) {
        if (SOFT.indexOf(c) >= 0) {
            return Kind.SOFT;
        }
        if (HARD.indexOf(c) >= 0 || SafeText.isDangerous(c) || SafeText.isUnseen(c)) {
            return Kind.HARD;
        }
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR, Character.UNASSIGNED -> Kind.HARD;
            case Character.START_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION -> Kind.OPEN;
            case Character.END_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> Kind.CLOSE;
            default -> Kind.PART;
        };
    }

    /// The two of a pair stand beside each other in Unicode, or one apart: `[\]`.
    private static boolean isPair(int open, int close) {
        return close - open == 1 || close - open == 2;
    }
}
