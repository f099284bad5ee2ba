package dev.hearth.ui.text;

import java.util.List;

/// An emoji that can be drawn.
///
/// @param text its characters, as they are written fully
/// @param names its short codes without colons; the first is its own
/// @param keywords other words to find it by
/// @param tones the same emoji in the five colours of skin, from light to dark; empty where it has
///   none
public record Emoji(
        String text,
        EmojiGroup group,
        List<String> names,
        List<String> keywords,
        List<String> tones) {
    public Emoji {
        names = List.copyOf(names);
        keywords = List.copyOf(keywords);
        tones = List.copyOf(tones);
    }

    public String name() {
        return names.isEmpty() ? text : names.getFirst();
    }

    /// The emoji in a colour of skin.
    ///
    /// @param tone 1 to 5; 0 for the yellow that is nobody's
    public String inTone(int tone) {
        return tone == 0 || tones.size() < tone ? text : tones.get(tone - 1);
    }
}
