package dev.hearth.ui.text;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.TextSize;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// A single emoji as a node: on buttons, reactions and the like.
public final class EmojiPicture {
    /// The ones that are offered first.
    public static final List<String> COMMON = List.of("👍", "❤️", "😂", "😮", "😢", "🙏");

    private static final double WIDEST = 64;

    private EmojiPicture() {}

    /// The drawing of `emoji`, `size` wide at the normal size of text; what is none is shown as it
    /// is written.
    public static Node of(String emoji, double size) {
        return EmojiTable.get()
                .drawing(emoji)
                .<Node>map(drawing -> new EmojiView(drawing, TextSize.space(size)))
                .orElseGet(() -> letters(emoji));
    }

    private static Node letters(String text) {
        Label letters = Controls.label(text, "emoji-letters");
        letters.setMaxWidth(WIDEST);
        return letters;
    }
}
