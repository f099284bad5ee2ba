package dev.hearth.ui.fakes;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;

/// Rectangles of a scene.
final class Areas {
    private static final Rectangle2D NOTHING = new Rectangle2D(0, 0, 0, 0);

    private Areas() {}

    static Rectangle2D of(Bounds bounds) {
        return new Rectangle2D(
                bounds.getMinX(),
                bounds.getMinY(),
                Math.max(0, bounds.getWidth()),
                Math.max(0, bounds.getHeight()));
    }

    static Rectangle2D grown(Rectangle2D area, double by) {
        return new Rectangle2D(
                area.getMinX() - by,
                area.getMinY() - by,
                area.getWidth() + 2 * by,
                area.getHeight() + 2 * by);
    }

    static boolean isVisible(Rectangle2D area) {
        return area.getWidth() > 0.5 && area.getHeight() > 0.5;
    }

    static Rectangle2D common(Rectangle2D a, Rectangle2D b) {
        double left = Math.max(a.getMinX(), b.getMinX());
        double top = Math.max(a.getMinY(), b.getMinY());
        double width = Math.min(a.getMaxX(), b.getMaxX()) - left;
        double height = Math.min(a.getMaxY(), b.getMaxY()) - top;
        return width <= 0 || height <= 0 ? NOTHING : new Rectangle2D(left, top, width, height);
    }

    static List<Rectangle2D> mirrored(List<Rectangle2D> areas, Rectangle2D within) {
        double both = within.getMinX() + within.getMaxX();
        return areas.stream()
                .map(
                        area ->
                                new Rectangle2D(
                                        both - area.getMaxX(),
                                        area.getMinY(),
                                        area.getWidth(),
                                        area.getHeight()))
                .toList();
    }

    /// The part of a line in which letters stand: between the tops of most and their feet.
    static Rectangle2D letters(Rectangle2D line) {
        double trim = line.getHeight() * 0.22;
        return new Rectangle2D(
                line.getMinX() + 1,
                line.getMinY() + trim,
                Math.max(0, line.getWidth() - 2),
                line.getHeight() - 2 * trim);
    }

    /// How many pixels of `inner` lie outside of `outer`, on the side where it is worst.
    static double excess(Rectangle2D inner, Rectangle2D outer) {
        return Math.max(
                Math.max(outer.getMinX() - inner.getMinX(), inner.getMaxX() - outer.getMaxX()),
                Math.max(outer.getMinY() - inner.getMinY(), inner.getMaxY() - outer.getMaxY()));
    }

    /// The same, to the left and to the right.
    static double excessAcross(Rectangle2D inner, Rectangle2D outer) {
        return Math.max(outer.getMinX() - inner.getMinX(), inner.getMaxX() - outer.getMaxX());
    }

    /// The rectangles that a range of text is drawn in, one a line.
    static List<Rectangle2D> lines(PathElement[] shape, Node drawn) {
        List<Rectangle2D> lines = new ArrayList<>();
        double[] box = new double[0];
        for (PathElement element : shape) {
            switch (element) {
                case MoveTo to -> {
                    add(box, drawn, lines);
                    box = new double[] {to.getX(), to.getY(), to.getX(), to.getY()};
                }
                case LineTo to -> {
                    box[0] = Math.min(box[0], to.getX());
                    box[1] = Math.min(box[1], to.getY());
                    box[2] = Math.max(box[2], to.getX());
                    box[3] = Math.max(box[3], to.getY());
                }
                default -> {}
            }
        }
        add(box, drawn, lines);
        return lines;
    }

    private static void add(double[] box, Node drawn, List<Rectangle2D> lines) {
        if (box.length > 0) {
            Bounds inScene =
                    drawn.localToScene(
                            new BoundingBox(box[0], box[1], box[2] - box[0], box[3] - box[1]));
            lines.add(of(inScene));
        }
    }
}
