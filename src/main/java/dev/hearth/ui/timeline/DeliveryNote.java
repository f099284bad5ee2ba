package dev.hearth.ui.timeline;

import dev.hearth.model.Delivery;
import dev.hearth.model.Message;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Problem;
import dev.hearth.ui.kit.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;

/// Under a message that failed or was not confirmed: why, and what can be done.
final class DeliveryNote extends HBox {
    private DeliveryNote(String words, String style, Message message, MessageActions actions) {
        super(Controls.paragraph(words, "delivery-words"));
        getStyleClass().addAll("delivery-note", style);
        setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(link("delivery.retry", () -> actions.retry(message.id())));
        getChildren().add(link("delivery.discard", () -> actions.discard(message.id())));
    }

    static Optional<DeliveryNote> of(Message message, MessageActions actions) {
        return switch (message.delivery()) {
            case Delivery.Sending sending -> Optional.empty();
            case Delivery.Delivered delivered -> Optional.empty();
            case Delivery.NotConfirmed open ->
                    Optional.of(
                            new DeliveryNote(
                                    Texts.text("delivery.notConfirmed"), "open", message, actions));
            case Delivery.Failed(var code, String reason) ->
                    Optional.of(
                            new DeliveryNote(
                                    Problem.sentence(code, reason), "failed", message, actions));
        };
    }

    private static Hyperlink link(String key, Runnable action) {
        var link = new Hyperlink(Texts.text(key));
        link.setOnAction(event -> action.run());
        link.setMinWidth(USE_PREF_SIZE);
        return link;
    }
}
