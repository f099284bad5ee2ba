package dev.hearth.ui.composer;

import dev.hearth.model.Message;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Directory;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.text.EmojiLabel;
import dev.hearth.ui.text.MessageLine;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Above the composer: the message that is answered or edited, and a way out.
final class RegardingBar {
    private final Directory people;
    private final FontIcon icon = Icons.medium(Feather.CORNER_UP_LEFT);
    private final Label title = new EmojiLabel("", "regarding-title");
    private final Label line = new EmojiLabel("", "regarding-line");
    private final HBox root;

    RegardingBar(ComposerViewModel model, Directory people) {
        this.people = people;
        Button cancel =
                Controls.iconButton(Feather.X, Texts.text("composer.cancel"), model::cancel);
        cancel.setId("regarding-cancel");
        var words = new VBox(title, line);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        root = new HBox(icon, words, cancel);
        root.setAlignment(Pos.CENTER_LEFT);
        root.setId("regarding");
        root.getStyleClass().add("regarding");
        root.setAccessibleRole(AccessibleRole.TEXT);
        Controls.show(root, false);
    }

    Node node() {
        return root;
    }

    void show(Optional<Regarding> about) {
        Controls.show(root, about.isPresent());
        about.ifPresent(this::fill);
    }

    private void fill(Regarding about) {
        Message message = about.message();
        switch (about) {
            case Regarding.Reply reply -> {
                icon.setIconCode(Feather.CORNER_UP_LEFT);
                title.setText(Texts.text("composer.replyTo", people.author(message)));
            }
            case Regarding.Edit edit -> {
                icon.setIconCode(Feather.EDIT_2);
                title.setText(Texts.text("composer.editing"));
            }
        }
        line.setText(MessageLine.of(message));
        root.setAccessibleText(title.getText() + ": " + line.getText());
    }
}
