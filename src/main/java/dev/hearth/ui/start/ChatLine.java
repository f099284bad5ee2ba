package dev.hearth.ui.start;

import dev.hearth.ui.kit.Avatar;
import dev.hearth.ui.kit.ChatLetters;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.text.EmojiLabel;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A chat in two lines beside its face: what it is called and where it is, and what there is to say
/// of it and since when. FX thread only.
final class ChatLine extends HBox {
    private static final double FACE = 32;

    private final Avatar face = new Avatar(FACE);
    private final Label name = new EmojiLabel("", "chat-line-name");
    private final Label place = Controls.label("", "chat-line-aside");
    private final Label words = new EmojiLabel("", "chat-line-words");
    private final Label time = Controls.label("", "chat-line-aside");
    private final HBox second = line(words, time);

    ChatLine() {
        place.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        time.setMinWidth(USE_PREF_SIZE);
        var lines = new VBox(line(name, place), second);
        lines.setAlignment(Pos.CENTER_LEFT);
        setHgrow(lines, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("chat-line");
        getChildren().addAll(face, lines);
    }

    private static HBox line(Label first, Label aside) {
        Controls.takesTheRest(first);
        var line = new HBox(first, aside);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("chat-line-row");
        return line;
    }

    /// @param at where it is; empty where the name says so
    /// @param about what there is to say of it; empty for nothing
    /// @param since when that was; empty for nothing
    void show(String called, String at, String about, String since) {
        face.show(called, ChatLetters.of(called));
        name.setText(called);
        place.setText(at);
        words.setText(about);
        time.setText(since);
        Controls.show(place, !at.isEmpty());
        Controls.show(second, !about.isEmpty());
    }
}
