package dev.hearth.ui.text;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How high the lines of a font are. FX thread only.
record LineMetrics(double ascent, double height) {
    private static final Map<Font, LineMetrics> KNOWN = new HashMap<>();
    private static final int MOST = 64;

    static LineMetrics of(Font font) {
        if (KNOWN.size() > MOST) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(font, LineMetrics::measure);
    }

    private static LineMetrics measure(Font font) {
        var text = new Text("X");
        text.setFont(font);
        text.setTextOrigin(VPos.BASELINE);
        Bounds bounds = text.getLayoutBounds();
        return new LineMetrics(-bounds.getMinY(), bounds.getHeight());
    }
}
