package dev.hearth.ui.chat;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Timers;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A chat in which nothing was said yet: the person who hosts it sees how to get people in, others
/// read that they can begin.
final class EmptyState {
    private final ScrollPane root;
    private final Label about = Controls.paragraph(Texts.text("empty.about"), "empty-about");

    /// @param invites whether others are asked into the chat here
    EmptyState(Sharing sharing, boolean invites, Timers timers) {
        Node content =
                invites && sharing.isHostedHere()
                        ? new ShareCard(sharing, "empty.hosted", timers)
                        : greeting();
        var centre = new StackPane(content);
        centre.getStyleClass().add("empty");
        root = new ScrollPane(centre);
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().add("empty-scroll");
        root.setId("empty");
    }

    /// What happens with the first message.
    void about(String words) {
        about.setText(words);
    }

    private Node greeting() {
        var disc = new StackPane(Icons.large(Feather.MESSAGE_CIRCLE));
        disc.getStyleClass().add("empty-icon");
        var greeting =
                new VBox(disc, Controls.paragraph(Texts.text("empty.title"), "empty-title"), about);
        greeting.getStyleClass().add("empty-greeting");
        greeting.setMaxHeight(VBox.USE_PREF_SIZE);
        return greeting;
    }

    Node node() {
        return root;
    }
}
