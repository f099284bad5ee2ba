package dev.hearth.ui.text;

/// Puts the signs of markdown around what is selected, or takes them away. Stateless.
public final class MarkdownKeys {
    /// The signs, as they are typed.
    public enum Sign {
        BOLD("**"),
        ITALIC("*"),
        CODE("`"),
        STRUCK("~~");

        private final String sign;

        Sign(String sign) {
            this.sign = sign;
        }
    }

    /// A text with a selection; where its ends are the same, it is the caret.
    public record Edit(String text, int start, int end) {}

    private static final String FENCE = "```";

    private MarkdownKeys() {}

    /// `edit` with the sign around its selection; without, where it is there already.
    public static Edit toggle(Edit edit, Sign sign) {
        if (sign == Sign.CODE && edit.text().substring(edit.start(), edit.end()).contains("\n")) {
            return fence(edit);
        }
        Edit inner = withoutSpace(edit);
        String mark = sign.sign;
        return isAround(inner, mark) ? unwrapped(inner, mark) : wrapped(inner, mark);
    }

    /// Markdown does not count signs with a space inside of them.
    private static Edit withoutSpace(Edit edit) {
        int start = edit.start();
        int end = edit.end();
        while (start < end && Character.isWhitespace(edit.text().charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(edit.text().charAt(end - 1))) {
            end--;
        }
        return new Edit(edit.text(), start, end);
    }

    private static boolean isAround(Edit edit, String mark) {
        String before = edit.text().substring(0, edit.start());
        String after = edit.text().substring(edit.end());
        int length = mark.length();
        return before.endsWith(mark) && after.startsWith(mark) && fits(before, mark, length);
    }

    /// Two stars are bold, not italic twice; three are both.
    private static boolean fits(String before, String mark, int length) {
        if (!mark.equals("*")) {
            return true;
        }
        int stars = 0;
        while (stars < before.length() && before.charAt(before.length() - 1 - stars) == '*') {
            stars++;
        }
        return stars % 2 == length % 2;
    }

    private static Edit wrapped(Edit edit, String mark) {
        String inner = edit.text().substring(edit.start(), edit.end());
        return replaced(edit, edit.start(), edit.end(), mark + inner + mark, mark.length());
    }

    private static Edit unwrapped(Edit edit, String mark) {
        String inner = edit.text().substring(edit.start(), edit.end());
        int length = mark.length();
        return replaced(edit, edit.start() - length, edit.end() + length, inner, 0);
    }

    private static Edit fence(Edit edit) {
        String text = edit.text();
        String inner = text.substring(edit.start(), edit.end());
        String before = edit.start() > 0 && text.charAt(edit.start() - 1) != '\n' ? "\n" : "";
        String after = edit.end() < text.length() && text.charAt(edit.end()) != '\n' ? "\n" : "";
        String end = inner.endsWith("\n") ? "" : "\n";
        String fenced = before + FENCE + "\n" + inner + end + FENCE + after;
        int start = edit.start() + before.length() + FENCE.length() + 1;
        return new Edit(
                text.substring(0, edit.start()) + fenced + text.substring(edit.end()),
                start,
                start + inner.length());
    }

    private static Edit replaced(Edit edit, int from, int to, String by, int offset) {
        String text = edit.text().substring(0, from) + by + edit.text().substring(to);
        int start = from + offset;
        return new Edit(text, start, start + edit.end() - edit.start());
    }
}
