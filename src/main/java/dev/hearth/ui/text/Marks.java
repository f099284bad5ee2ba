package dev.hearth.ui.text;

import dev.hearth.model.SearchHits.Range;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// What is marked in a paragraph, under its letters.
final class Marks extends Path {
    private List<Range> places = List.of();

    Marks() {
        getStyleClass().setAll("selection");
        setManaged(false);
        setMouseTransparent(true);
    }

    void mark(List<Range> marked) {
        places = marked.stream().filter(place -> place.start() < place.end()).toList();
    }

    void show(Carets carets) {
        getElements().clear();
        for (Range place : places) {
            carets.range(place.start(), place.end()).forEach(this::show);
        }
    }

    private void show(Bounds place) {
        getElements()
                .addAll(
                        new MoveTo(place.getMinX(), place.getMinY()),
                        new LineTo(place.getMaxX(), place.getMinY()),
                        new LineTo(place.getMaxX(), place.getMaxY()),
                        new LineTo(place.getMinX(), place.getMaxY()),
                        new ClosePath());
    }
}
