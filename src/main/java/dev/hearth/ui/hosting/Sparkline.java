package dev.hearth.ui.hosting;

import dev.hearth.ui.kit.TextSize;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// The last values of something as a line over a light area, without axes. The newest stands at the
/// end; a line that has just begun comes in from there.
final class Sparkline extends Region {
    private static final double HEIGHT = 48;
    private static final double LEAST_WIDTH = 80;

    /// Room for the width of the line.
    private static final double MARGIN = 2;

    private final Path area = new Path();
    private final Path line = new Path();
    private final int places;
    private final double least;
    private List<Double> values = List.of();

    /// @param places how many values it has room for
    /// @param least what reaches to the top where no value is larger
    Sparkline(int places, double least) {
        this.places = places;
        this.least = least;
        getStyleClass().add("sparkline");
        area.getStyleClass().setAll("sparkline-area");
        line.getStyleClass().setAll("sparkline-line");
        area.setManaged(false);
        line.setManaged(false);
        getChildren().addAll(area, line);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    void show(List<Double> now) {
        values = List.copyOf(now);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return TextSize.space(HEIGHT);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_WIDTH;
    }

    @Override
    protected double computePrefWidth(double height) {
        return LEAST_WIDTH;
    }

    @Override
    protected void layoutChildren() {
        area.getElements().clear();
        line.getElements().clear();
        if (values.isEmpty()) {
            return;
        }
        double top = values.stream().mapToDouble(Double::doubleValue).reduce(least, Math::max);
        double step = getWidth() / (places - 1);
        double first = getWidth() - step * (values.size() - 1);
        double floor = getHeight() - MARGIN;
        area.getElements().add(new MoveTo(first, getHeight()));
        for (int i = 0; i < values.size(); i++) {
            double x = first + i * step;
            double y = floor - (floor - MARGIN) * values.get(i) / top;
            line.getElements().add(i == 0 ? new MoveTo(x, y) : new LineTo(x, y));
            area.getElements().add(new LineTo(x, y));
        }
        area.getElements().addAll(new LineTo(getWidth(), getHeight()), new ClosePath());
    }
}
