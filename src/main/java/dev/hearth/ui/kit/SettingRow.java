package dev.hearth.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A row of a sheet: what it is about at the start of the line, its control at the end. Where they
/// have no room beside each other the control stands below.
public final class SettingRow extends Region {
    private static final double GAP = 16;
    private static final double LINE_GAP = 8;

    private final Label title;
    private final VBox words;
    private final Region control;

    /// @param hint more about it, in small print; empty for none
    public SettingRow(String title, String hint, Region control) {
        this.title = Controls.paragraph(title, "setting-title");
        this.title.setLabelFor(control);
        this.control = control;
        words = new VBox(this.title);
        if (!hint.isEmpty()) {
            words.getChildren().add(Controls.paragraph(hint, "fine-print"));
        }
        control.setAccessibleText(title);
        control.setAccessibleHelp(hint);
        getStyleClass().add("setting-row");
        getChildren().addAll(words, control);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private static double gap() {
        return TextSize.space(GAP);
    }

    private boolean isOneLine(double width) {
        return title.prefWidth(-1) + gap() + wishedWidth() <= width;
    }

    private double wishedWidth() {
        return Math.max(control.minWidth(-1), control.prefWidth(-1));
    }

    private double wordsWidth(double width) {
        return isOneLine(width) ? width - gap() - controlWidth(width) : width;
    }

    private double controlWidth(double width) {
        return Math.min(width, snapSizeX(wishedWidth()));
    }

    private double inside(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = inside(width < 0 ? prefWidth(-1) : width);
        double text = words.prefHeight(wordsWidth(inside));
        double rest = control.prefHeight(controlWidth(inside));
        double height =
                isOneLine(inside) ? Math.max(text, rest) : text + TextSize.space(LINE_GAP) + rest;
        return snapSizeY(height + snappedTopInset() + snappedBottomInset());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = inside(getWidth());
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double space = getHeight() - top - snappedBottomInset();
        double text = words.prefHeight(wordsWidth(width));
        double controlWidth = controlWidth(width);
        double rest = control.prefHeight(controlWidth);
        if (isOneLine(width)) {
            double x = left + width - controlWidth;
            words.resizeRelocate(
                    left, snapPositionY(top + (space - text) / 2), wordsWidth(width), text);
            control.resizeRelocate(
                    snapPositionX(x), snapPositionY(top + (space - rest) / 2), controlWidth, rest);
        } else {
            words.resizeRelocate(left, top, width, text);
            control.resizeRelocate(
                    left, snapPositionY(top + text + TextSize.space(LINE_GAP)), controlWidth, rest);
        }
    }
}
