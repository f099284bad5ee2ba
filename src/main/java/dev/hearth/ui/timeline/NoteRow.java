package dev.hearth.ui.timeline;

import dev.hearth.ui.kit.Times;
import dev.hearth.ui.text.EmojiLabel;
import javafx.scene.control.Label;

/// Something that happened to the room: a small line in the middle.
final class NoteRow extends TimelineRow {
    private static final double GAP = 8;

    private final Label words;

    NoteRow(Row row, String sentence, Times times, MessageActions actions, TimelineModel model) {
        super(row, times, actions, model);
        words = EmojiLabel.paragraph(sentence, "note");
        getChildren().add(words);
        getStyleClass().add("note-row");
        setAccessibleText(sentence + ", " + times.time(row.item().at()));
    }

    @Override
    protected double computePrefHeight(double width) {
        return headHeight() + GAP + wordsHeight(width) + GAP / 2;
    }

    @Override
    protected void layoutChildren() {
        layoutHead();
        double width = wordsWidth(getWidth());
        place(words, (getWidth() - width) / 2, headHeight() + GAP, width, wordsHeight(getWidth()));
    }

    private double wordsWidth(double width) {
        return Math.min(Math.ceil(words.prefWidth(-1)), width - 2 * left(width));
    }

    private double wordsHeight(double width) {
        return words.prefHeight(wordsWidth(width));
    }
}
