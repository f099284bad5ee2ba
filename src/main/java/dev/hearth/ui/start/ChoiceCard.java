package dev.hearth.ui.start;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One of the two choices of the start screen: what it is, what it means, and below whatever it
/// needs.
final class ChoiceCard extends VBox {
    private final Label about;

    /// @param key the prefix of its texts: `key.title` and `key.about`
    ChoiceCard(Feather icon, String key) {
        var disc = new StackPane(Icons.medium(icon));
        disc.getStyleClass().add("choice-icon");
        var title = Controls.label(Texts.text(key + ".title"), "choice-title");
        var head = new HBox(disc, title);
        head.getStyleClass().add("choice-head");
        about = Controls.paragraph(Texts.text(key + ".about"), "choice-about");
        getChildren().addAll(head, about);
        getStyleClass().add("choice-card");
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /// Says something else on what it means.
    void about(String words) {
        about.setText(words);
    }

    /// Those who have done it before need no word on what it means.
    void explain(boolean needed) {
        Controls.show(about, needed);
    }

    void addAll(Node... nodes) {
        getChildren().addAll(nodes);
    }

    /// Pushes what follows to the foot, so that the buttons of both cards stand in one line.
    void addSpace() {
        var space = new Region();
        setVgrow(space, Priority.ALWAYS);
        getChildren().add(space);
    }
}
