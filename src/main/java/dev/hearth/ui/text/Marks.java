package dev.hearth.ui.text;

import javafx.geometry.Bounds;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// What is marked in a paragraph, under its letters.
final class Marks extends Path {
    private int start;
    private int end;

    Marks() {
        getStyleClass().setAll("selection");
        setManaged(false);
        setMouseTransparent(true);
    }

    void mark(int from, int to) {
        start = from;
        end = to;
    }

    void show(Carets carets) {
        if (start == end) {
            getElements().clear();
            return;
        }
        getElements().clear();
        for (Bounds place : carets.range(start, end)) {
            getElements()
                    .addAll(
                            new MoveTo(place.getMinX(), place.getMinY()),
                            new LineTo(place.getMaxX(), place.getMinY()),
                            new LineTo(place.getMaxX(), place.getMaxY()),
                            new LineTo(place.getMinX(), place.getMaxY()),
                            new ClosePath());
        }
    }
}
