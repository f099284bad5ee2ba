package dev.hearth.ui.timeline;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.TextSize;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// A row of the timeline. At its head, centred, perhaps what came before the first of all rows, and
/// the day. On wide windows the rows keep to a column in the middle.
abstract sealed class TimelineRow extends Region permits MessageRow, NoteRow {
    static final double MARGIN = 16;
    private static final double HEAD_GAP = 16;

    /// A band across the timeline.
    private static final String NEW = "new-messages";

    private final Row row;
    private final List<Label> head = new ArrayList<>();

    TimelineRow(Row row, Times times, MessageActions actions, TimelineModel model) {
        this.row = row;
        if (row.previous().isEmpty()) {
            switch (model.olderProperty().get()) {
                case NONE, MORE -> {}
                case LOADING -> head.add(Controls.label(Texts.text("older.loading"), "older"));
                case BEGINNING ->
                        head.add(
                                Controls.label(
                                        Texts.text("older.beginning", model.roomName()), "older"));
            }
        }
        if (row.startsDay(times.zone())) {
            head.add(day(row.item().at(), times, actions));
        }
        if (model.isFirstNew(row.item().id())) {
            head.add(Controls.label(Texts.text("timeline.new"), NEW));
        }
        getChildren().addAll(head);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
    }

    private static Label day(Instant at, Times times, MessageActions actions) {
        Label day = Controls.label(times.day(at), "day");
        if (actions.canPickDay()) {
            LocalDate date = LocalDate.ofInstant(at, times.zone());
            day.getStyleClass().add("leading");
            day.setTooltip(new Tooltip(Texts.text("day.other")));
            day.setAccessibleRole(AccessibleRole.BUTTON);
            day.setOnMouseClicked(event -> actions.pickDay(date, day));
        }
        return day;
    }

    Row row() {
        return row;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    /// How much of the row its head takes.
    final double headHeight() {
        double height = 0;
        for (Label label : head) {
            height += HEAD_GAP + label.prefHeight(-1);
        }
        return height;
    }

    final void layoutHead() {
        double y = 0;
        for (Label label : head) {
            boolean band = label.getStyleClass().contains(NEW);
            double width = band ? getWidth() : label.prefWidth(-1);
            double height = label.prefHeight(-1);
            place(label, (getWidth() - width) / 2, y + HEAD_GAP, width, height);
            y += HEAD_GAP + height;
        }
    }

    final void place(Region node, double x, double y, double width, double height) {
        node.resizeRelocate(
                snapPositionX(x), snapPositionY(y), snapSizeX(width), snapSizeY(height));
    }

    static double left(double width) {
        return Math.max(MARGIN, (width - TextSize.text(Controls.COLUMN)) / 2);
    }
}
