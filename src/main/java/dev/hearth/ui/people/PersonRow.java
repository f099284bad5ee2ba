package dev.hearth.ui.people;

import dev.hearth.model.Presence;
import dev.hearth.model.Role;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Face;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.text.EmojiLabel;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A person in the list: the face, whether they are here, what they may do.
public final class PersonRow extends HBox {
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
    private static final double FACE = 28;

    /// @param tells whether the server tells who is here
    public PersonRow(Presence presence, boolean tells) {
        String name = Shown.name(presence.person());
        getStyleClass().add("person-row");
        setAlignment(Pos.CENTER_LEFT);
        var face = new Face(FACE, name, tells && presence.online());
        Label words = new EmojiLabel(name, "rail-person");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(face, words);
        String role = role(presence.person().role());
        if (!role.isEmpty()) {
            Label rank = Controls.label(role, "person-role");
            rank.setMinWidth(USE_PREF_SIZE);
            getChildren().add(rank);
        }
        pseudoClassStateChanged(AWAY, !presence.online());
        String spoken = presence.online() ? name : Texts.text("rail.away", name);
        setAccessibleText(role.isEmpty() ? spoken : spoken + ", " + role);
    }

    /// Only who may do more than others, or is no person, is marked.
    private static String role(Role role) {
        return switch (role) {
            case OWNER, MODERATOR, PROGRAM -> Texts.text("role." + role.name());
            case MEMBER, GUEST -> "";
        };
    }
}
