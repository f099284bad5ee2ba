package dev.hearth.ui.people;

import dev.hearth.ui.kit.Avatar;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.text.EmojiLabel;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A person in short: face, name, role, whether they are here, and what can be done.
public final class PersonCard extends VBox {
    private final List<Button> buttons;

    /// Something that can be done.
    ///
    /// @param id names the button
    /// @param hurts whether it takes something from the person
    public record Action(String id, String text, Feather icon, boolean hurts, Runnable run) {}

    /// @param about role and presence, in a line
    public PersonCard(String name, String about, List<Action> actions) {
        getStyleClass().add("person-card");
        setId("person-card");
        var title = new EmojiLabel(name, "person-card-name");
        var words = new VBox(title, Controls.label(about, "person-card-about"));
        words.setMinWidth(0);
        var head = new HBox(new Avatar(48, name), words);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("person-card-head");
        getChildren().add(head);
        buttons = actions.stream().map(PersonCard::button).toList();
        addButtons(actions);
        setAccessibleText(Texts.text("card.spoken", name, about));
    }

    private void addButtons(List<Action> actions) {
        for (int i = 0; i < buttons.size(); i++) {
            boolean first = i == 0;
            if (first || (actions.get(i).hurts() && !actions.get(i - 1).hurts())) {
                var line = new Separator();
                line.getStyleClass().add("small");
                getChildren().add(line);
            }
            getChildren().add(buttons.get(i));
        }
    }

    /// What gets the keyboard when the card opens.
    public Node first() {
        return buttons.isEmpty() ? this : buttons.getFirst();
    }

    private static Button button(Action action) {
        Button button = Controls.button(action.text(), action.run(), "card-action");
        button.setId(action.id());
        button.setGraphic(Icons.medium(action.icon()));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        if (action.hurts()) {
            button.getStyleClass().add("danger");
        }
        return button;
    }
}
