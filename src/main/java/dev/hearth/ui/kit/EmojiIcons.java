package dev.hearth.ui.kit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Emoji as drawings. JavaFX shows no coloured ones, and on many computers none at all; so the
/// common ones are line icons in their colour, and others are what the fonts have.
public final class EmojiIcons {
    private record Drawing(Feather icon, String style) {}

    /// The ones that are offered first.
    public static final List<String> COMMON = List.of("👍", "❤️", "😄", "😢", "👀", "⭐");

    private static final Map<String, Drawing> DRAWINGS =
            Map.of(
                    "👍", new Drawing(Feather.THUMBS_UP, "emoji-warm"),
                    "👎", new Drawing(Feather.THUMBS_DOWN, "emoji-warm"),
                    "❤", new Drawing(Feather.HEART, "emoji-red"),
                    "😄", new Drawing(Feather.SMILE, "emoji-gold"),
                    "😢", new Drawing(Feather.FROWN, "emoji-blue"),
                    "👀", new Drawing(Feather.EYE, "emoji-green"),
                    "⭐", new Drawing(Feather.STAR, "emoji-gold"));

    private EmojiIcons() {}

    public static Node of(String emoji) {
        return drawing(emoji)
                .<Node>map(
                        drawing -> {
                            FontIcon icon = Icons.small(drawing.icon());
                            icon.getStyleClass().addAll("emoji", drawing.style());
                            return icon;
                        })
                .orElseGet(
                        () -> {
                            Label letters = Controls.label(emoji, "emoji-letters");
                            letters.setMaxWidth(64);
                            return letters;
                        });
    }

    private static Optional<Drawing> drawing(String emoji) {
        // A sign for “as a picture” may follow, and means nothing else.
        @Nullable Drawing drawing = DRAWINGS.get(emoji.replace("\uFE0F", ""));
        return Optional.ofNullable(drawing);
    }
}
