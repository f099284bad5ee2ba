package dev.hearth.ui.timeline;

import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.ui.kit.Avatar;
import dev.hearth.ui.kit.TextSize;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.text.EmojiLabel;
import dev.hearth.ui.text.MessageLine;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

/// Above an answer: what it answers, in a line. A click leads there.
final class Quote extends VBox {
    private static final double WIDEST = 320;
    private static final Insets AROUND = new Insets(3, 0, 4, 0);

    Quote(EntryId of, MessageActions actions, TimelineModel model) {
        getStyleClass().add("quote");
        setMargin(this, AROUND);
        Optional<Message> answered = model.message(of);
        String author = answered.map(model.people()::author).orElse("…");
        String text = answered.map(MessageLine::of).orElse(Texts.text("quote.unknown"));
        Label name = new EmojiLabel(author, "quote-author");
        answered.filter(message -> message.from().isKnown())
                .ifPresent(message -> name.getStyleClass().add("author-" + Avatar.colour(author)));
        getChildren().addAll(name, new EmojiLabel(text, "quote-text"));
        setAccessibleRole(AccessibleRole.HYPERLINK);
        setAccessibleText(Texts.text("quote.spoken", author, text));
        if (answered.isPresent()) {
            setCursor(Cursor.HAND);
            setOnMouseClicked(
                    event -> {
                        if (event.getButton() == MouseButton.PRIMARY) {
                            actions.jumpTo(of);
                            event.consume();
                        }
                    });
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.min(TextSize.text(WIDEST), super.computePrefWidth(height));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
