package dev.hearth.ui.chat;

import dev.hearth.ui.kit.LinkOpener;
import java.text.Bidi;
import javafx.geometry.NodeOrientation;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The text of a message, with links that open. It ends in a blank as wide as `tail`, so that the
/// time can stand beside the last line, and takes a line of its own only where there is no room.
final class MessageText extends TextFlow {
    private final Region blank = new Region();
    private final String text;
    private final boolean rightToLeft;

    MessageText(String text, LinkOpener links) {
        this.text = text;
        getStyleClass().add("message-text");
        for (TextParts.Part part : TextParts.of(text)) {
            getChildren().add(part.link() ? link(part.text(), links) : words(part.text()));
        }
        getChildren().add(blank);
        var bidi = new Bidi(firstLine(text), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        rightToLeft = !bidi.baseIsLeftToRight();
        if (rightToLeft) {
            setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        }
    }

    String text() {
        return text;
    }

    boolean isRightToLeft() {
        return rightToLeft;
    }

    /// Keeps `width` by `height` pixels free after the last word.
    void leaveRoom(double width, double height) {
        blank.setMinSize(width, height);
        blank.setPrefSize(width, height);
    }

    private static Node words(String text) {
        var node = new Text(text);
        node.getStyleClass().add("words");
        return node;
    }

    private static Node link(String address, LinkOpener links) {
        var node = new Text(address);
        node.getStyleClass().add("link");
        node.setCursor(Cursor.HAND);
        node.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                        links.open(address);
                    }
                });
        return node;
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
