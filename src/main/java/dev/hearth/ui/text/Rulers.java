package dev.hearth.ui.text;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures words. The widths of those that were measured last are kept, for most words of a
/// language come again and again. FX thread only.
final class Rulers {
    private static final int KEPT = 4_000;

    /// Longer pieces hardly come twice.
    private static final int LONGEST_KEPT = 24;

    private static final Text RULER = new Text();
    private static final Map<Word, Double> WIDTHS =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Word, Double> eldest) {
                    return size() > KEPT;
                }
            };

    private record Word(String text, Font font) {}

    private Rulers() {}

    static double width(String text, Font font) {
        if (text.length() > LONGEST_KEPT) {
            return measured(text, font);
        }
        return WIDTHS.computeIfAbsent(new Word(text, font), word -> measured(text, font));
    }

    private static double measured(String text, Font font) {
        RULER.setFont(font);
        RULER.setText(text);
        return RULER.getLayoutBounds().getWidth();
    }
}
