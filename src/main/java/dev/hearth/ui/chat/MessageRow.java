package dev.hearth.ui.chat;

import dev.hearth.model.Message;
import dev.hearth.ui.kit.Avatar;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Texts;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A row of the timeline: perhaps the day, perhaps the face of the author, and the bubble, to the
/// right if it is one's own. On wide windows the rows keep to a column in the middle.
final class MessageRow extends Region {
    static final double COLUMN = 800;
    private static final double MARGIN = 16;
    private static final double AVATAR = 36;
    private static final double AVATAR_GAP = 8;
    private static final double WIDEST_BUBBLE = 560;
    private static final double DAY_GAP = 16;
    private static final double GROUP_GAP = 12;
    private static final double GAP = 2;
    private static final double NOTE_GAP = 4;

    private final Row row;
    private final boolean startsGroup;
    private final Bubble bubble;
    private final Optional<Label> day;
    private final Optional<Avatar> avatar;
    private final Optional<DeliveryNote> note;

    MessageRow(Row row, Times times, MessageActions actions) {
        this.row = row;
        Message message = row.message();
        startsGroup = row.startsGroup(times.zone());
        bubble = new Bubble(message, startsGroup, times, actions);
        day =
                row.startsDay(times.zone())
                        ? Optional.of(Controls.label(times.day(message.at()), "day"))
                        : Optional.empty();
        avatar =
                startsGroup && !message.own() && message.from().isKnown()
                        ? Optional.of(new Avatar(AVATAR, Shown.name(message.from())))
                        : Optional.empty();
        note = DeliveryNote.of(message, actions);
        getChildren().add(bubble);
        day.ifPresent(getChildren()::add);
        avatar.ifPresent(getChildren()::add);
        note.ifPresent(getChildren()::add);
        getStyleClass().add("message-row");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAccessibleText(spoken(message, times));
    }

    private static String spoken(Message message, Times times) {
        String author =
                message.own()
                        ? Texts.text("message.you")
                        : message.from().isKnown()
                                ? Shown.name(message.from())
                                : Texts.text("message.someone");
        return author
                + ", "
                + times.time(message.at())
                + ": "
                + FoldedText.folded(message.text()).text();
    }

    MessageText text() {
        return bubble.text();
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

    @Override
    protected double computePrefHeight(double width) {
        double noteHeight = note.map(line -> line.prefHeight(-1) + 2 * NOTE_GAP).orElse(0.0);
        return top() + bubble.prefHeight(bubbleWidth(width)) + noteHeight;
    }

    @Override
    protected void layoutChildren() {
        double left = left(getWidth());
        double right = getWidth() - left;
        day.ifPresent(
                label -> {
                    double labelWidth = label.prefWidth(-1);
                    place(
                            label,
                            (getWidth() - labelWidth) / 2,
                            DAY_GAP,
                            labelWidth,
                            label.prefHeight(-1));
                });
        double width = bubbleWidth(getWidth());
        double height = bubble.prefHeight(width);
        double x = row.message().own() ? right - width : left + indent();
        place(bubble, x, top(), width, height);
        avatar.ifPresent(face -> place(face, left, top(), AVATAR, AVATAR));
        note.ifPresent(
                line -> {
                    double lineWidth = Math.min(line.prefWidth(-1), right - left);
                    place(
                            line,
                            right - lineWidth,
                            top() + height + NOTE_GAP,
                            lineWidth,
                            line.prefHeight(-1));
                });
    }

    private void place(Region node, double x, double y, double width, double height) {
        node.resizeRelocate(
                snapPositionX(x), snapPositionY(y), snapSizeX(width), snapSizeY(height));
    }

    private double top() {
        double gap = startsGroup ? GROUP_GAP : GAP;
        return day.map(label -> DAY_GAP + label.prefHeight(-1) + gap).orElse(gap);
    }

    private double left(double width) {
        return Math.max(MARGIN, (width - COLUMN) / 2);
    }

    /// Bubbles of people stand beside their faces; strangers have none.
    private double indent() {
        return row.message().from().isKnown() ? AVATAR + AVATAR_GAP : 0;
    }

    private double bubbleWidth(double width) {
        double free = width - 2 * left(width) - AVATAR - AVATAR_GAP - MARGIN;
        return Math.min(
                snapSizeX(bubble.prefWidth(-1)), Math.min(WIDEST_BUBBLE, Math.max(80, free)));
    }
}
