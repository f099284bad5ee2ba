package dev.hearth.ui.timeline;

import dev.hearth.model.Message;
import dev.hearth.model.PersonId;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Directory;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.text.EmojiPicture;
import dev.hearth.ui.text.EmojiTooltip;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/// Under a message: who reacted how. A click adds or removes the person's own.
final class ReactionChips extends FlowPane {
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");

    /// More kinds of reactions than this nobody reads.
    private static final int MOST = 24;

    private static final double SIZE = 17;
    private static final int MOST_NAMES = 20;

    ReactionChips(Message message, MessageActions actions, TimelineModel model) {
        getStyleClass().add("reactions");
        setPrefWrapLength(360);
        setAlignment(message.own() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        message.details().reactions().entrySet().stream()
                .limit(MOST)
                .map(entry -> chip(message, entry.getKey(), entry.getValue(), actions, model))
                .forEach(getChildren()::add);
    }

    private static Node chip(
            Message message,
            String emoji,
            Set<PersonId> people,
            MessageActions actions,
            TimelineModel model) {
        Button chip =
                Controls.button(
                        String.valueOf(people.size()),
                        () -> actions.react(message, emoji),
                        "reaction");
        chip.setGraphic(EmojiPicture.of(emoji, SIZE));
        boolean own = people.contains(model.people().you().id());
        chip.pseudoClassStateChanged(OWN, own);
        chip.setFocusTraversable(false);
        chip.setMouseTransparent(!model.canEdit());
        String names =
                people.stream()
                        .limit(MOST_NAMES)
                        .map(id -> name(id, model.people()))
                        .collect(Collectors.joining(", "));
        chip.setTooltip(EmojiTooltip.of(names));
        chip.setAccessibleText(Texts.text(own ? "reaction.own" : "reaction.others", emoji, names));
        return chip;
    }

    private static String name(PersonId id, Directory people) {
        return id.equals(people.you().id())
                ? Texts.text("message.you")
                : people.name(id)
                        .filter(name -> !name.isEmpty())
                        .orElse(Texts.text("message.someone"));
    }
}
