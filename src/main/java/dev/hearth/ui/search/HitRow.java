package dev.hearth.ui.search;

import dev.hearth.model.FoldedMessage;
import dev.hearth.model.Message;
import dev.hearth.model.SearchHits.Range;
import dev.hearth.ui.kit.Avatar;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import dev.hearth.ui.text.EmojiLabel;
import dev.hearth.ui.text.MarkedText;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A message that was found, or a neighbour of one: who, where, when, and what with the places
/// found.
final class HitRow extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double FACE = 28;
    private static final int COLUMNS = 140;
    private static final int NEIGHBOUR_COLUMNS = 600;

    private final VBox words;

    private HitRow(
            FoldedMessage message, String room, Snippet snippet, SearchSource source, Times times) {
        boolean own = message.from().id().equals(source.people().you().id());
        String author = source.people().author(Message.of(message, own));
        String when = times.moment(message.at());
        Label name = new EmojiLabel(author, "hit-author");
        Controls.takesTheRest(name);
        Label time = Controls.label(when, "hit-time");
        time.setMinWidth(USE_PREF_SIZE);
        var top = new HBox(name, time);
        top.getStyleClass().add("hit-top");
        top.setAlignment(Pos.BASELINE_LEFT);
        words = new VBox(top);
        words.getStyleClass().add("hit-words");
        words.setMinWidth(0);
        words.setMinHeight(USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!room.isEmpty()) {
            Label place = new EmojiLabel(room, "hit-room");
            place.setMinWidth(0);
            words.getChildren().add(place);
        }
        var text = new MarkedText(snippet.text(), snippet.marks());
        text.getStyleClass().add("hit-text");
        words.getChildren().add(text);
        String face = source.people().name(message.from());
        getChildren().addAll(new Avatar(FACE, face), words);
        getStyleClass().add("hit");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAccessibleText(
                room.isEmpty()
                        ? Texts.text("search.spoken", author, when, snippet.text())
                        : Texts.text("search.spokenIn", author, room, when, snippet.text()));
    }

    /// @param room what the room is called; empty where all hits are of one
    static HitRow hit(
            FoldedMessage message,
            List<Range> ranges,
            String room,
            SearchSource source,
            Times times) {
        return new HitRow(
                message, room, Snippet.of(message.text(), ranges, COLUMNS), source, times);
    }

    /// @param ranges none where it is not what was found
    static HitRow neighbour(
            FoldedMessage message, List<Range> ranges, SearchSource source, Times times) {
        Snippet snippet =
                message.deleted()
                        ? new Snippet(Texts.text("message.deleted"), List.of())
                        : Snippet.of(message.text(), ranges, NEIGHBOUR_COLUMNS);
        return new HitRow(message, "", snippet, source, times);
    }

    /// As high as the words are in the width that they get.
    @Override
    protected double computePrefHeight(double width) {
        if (width < 0) {
            return super.computePrefHeight(width);
        }
        double beside = snappedLeftInset() + FACE + getSpacing() + snappedRightInset();
        double high = Math.max(FACE, words.prefHeight(Math.max(0, width - beside)));
        return snapSizeY(snappedTopInset() + high + snappedBottomInset());
    }

    void choose(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }
}
