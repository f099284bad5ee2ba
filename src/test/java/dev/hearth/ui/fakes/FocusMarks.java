package dev.hearth.ui.fakes;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;

/// Whether the node that has the keyboard can be told from the others: it has to differ from what
/// it was a moment ago, around its edge, with the contrast of 3 that WCAG 2.2 asks for. FX thread.
public final class FocusMarks {
    private static final double CONTRAST = 3;
    private static final double AROUND = 6;

    private final Scene scene;
    private final List<String> faults = new ArrayList<>();
    private ScreenPixels before;

    /// Looks at the scene before the keyboard moves.
    public FocusMarks(Scene scene) {
        this.scene = scene;
        before = ScreenPixels.of(scene);
    }

    /// The keyboard has moved on.
    public void moved() {
        Node owner = scene.getFocusOwner();
        ScreenPixels now = ScreenPixels.of(scene);
        Bounds at = owner.localToScene(owner.getLayoutBounds());
        double x = Math.max(0, at.getMinX() - AROUND);
        double y = Math.max(0, at.getMinY() - AROUND);
        var area = new Rectangle2D(x, y, at.getWidth() + 2 * AROUND, at.getHeight() + 2 * AROUND);
        int differing = now.standingOut(before, area, CONTRAST);
        // A line along the shorter side, at twice the size, is the least that is seen.
        if (differing < 4 * Math.min(at.getWidth(), at.getHeight())) {
            faults.add(owner + " with the focus differs in " + differing + " pixels");
        }
        before = now;
    }

    public List<String> faults() {
        return faults;
    }
}
