package dev.hearth.ui.kit;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/// How large text is in all windows. Text grows by the factor that was chosen; the room around it,
/// icons, faces and widths, by half as much, so that a narrow window still holds it all. FX thread
/// only.
public final class TextSize {
    private static final double NORMAL = 100;
    private static final DoubleProperty FACTOR = new SimpleDoubleProperty(1);

    private TextSize() {}

    /// @param percent 100 for the sizes as the style sheets have them
    static void set(int percent) {
        FACTOR.set(percent / NORMAL);
    }

    public static ReadOnlyDoubleProperty factorProperty() {
        return FACTOR;
    }

    /// A length that follows the letters: how long a line may be.
    public static double text(double pixels) {
        return pixels * FACTOR.get();
    }

    /// A length around letters: an icon, a face, a gap, the width of a panel.
    public static double space(double pixels) {
        return Math.round(pixels * (1 + (FACTOR.get() - 1) / 2));
    }
}
