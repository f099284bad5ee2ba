package dev.hearth.ui.timeline;

import dev.hearth.model.Message;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Under a message that is to be deleted: asks once more. Tab goes from one answer to the other,
/// Escape keeps the message.
final class DeleteQuestion extends HBox {
    DeleteQuestion(Message message, MessageActions actions) {
        super(Controls.label(Texts.text("delete.question"), "delivery-words"));
        getStyleClass().addAll("delivery-note", "failed", "delete-question");
        setAlignment(Pos.CENTER_RIGHT);
        var delete = link("delete.yes", "delete-yes", () -> actions.delete(message));
        var keep = link("delete.no", "delete-no", () -> actions.keep(message));
        getChildren().addAll(delete, keep);
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        actions.keep(message);
                        event.consume();
                    } else if (event.getCode() == KeyCode.TAB) {
                        (keep.isFocused() ? delete : keep).requestFocus();
                        event.consume();
                    }
                });
    }

    private static Hyperlink link(String key, String id, Runnable action) {
        var link = new Hyperlink(Texts.text(key));
        link.setId(id);
        link.setOnAction(event -> action.run());
        link.setMinWidth(USE_PREF_SIZE);
        return link;
    }
}
