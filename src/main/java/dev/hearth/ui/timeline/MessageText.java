package dev.hearth.ui.timeline;

import dev.hearth.ui.kit.RightToLeft;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The text of a message, with links that open. It ends in a blank as wide as `tail`, so that the
/// time can stand beside the last line, and takes a line of its own only where there is no room.
final class MessageText extends TextFlow {
    /// A line is broken this much before its end, for the roundings of the layout.
    private static final double MARGIN = 4;

    private final Consumer<String> links;
    private final List<TextParts.Part> parts;
    private final List<Text> words;
    private final Region blank = new Region();
    private final String text;
    private final boolean rightToLeft;
    private final boolean breaksItself;
    private final Text ruler = new Text();
    private String shown;
    private double brokenFor = -1;

    /// @param links opens the link that is clicked
    MessageText(String text, Consumer<String> links) {
        this.links = links;
        this.text = text;
        parts = TextParts.of(text);
        shown = text;
        breaksItself = RightToLeft.isIn(text);
        getStyleClass().add("message-text");
        words = nodes(parts);
        getChildren().addAll(words);
        getChildren().add(blank);
        var bidi = new Bidi(firstLine(text), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        rightToLeft = !bidi.baseIsLeftToRight();
        if (rightToLeft) {
            setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        }
    }

    /// The text as it is shown, perhaps with more line breaks than were written.
    String text() {
        return shown;
    }

    boolean isRightToLeft() {
        return rightToLeft;
    }

    /// Keeps `width` by `height` pixels free after the last word.
    void leaveRoom(double width, double height) {
        blank.setMinSize(width, height);
        blank.setPrefSize(width, height);
    }

    @Override
    protected double computePrefWidth(double height) {
        if (!breaksItself) {
            return super.computePrefWidth(height);
        }
        double widest = text.lines().mapToDouble(this::measure).max().orElse(0);
        return widest + MARGIN + blank.getPrefWidth();
    }

    @Override
    protected double computePrefHeight(double width) {
        breakFor(width);
        return super.computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        breakFor(getWidth());
        super.layoutChildren();
    }

    /// See [RightToLeft] for why this is not left to JavaFX.
    private void breakFor(double width) {
        if (!breaksItself || width <= 0 || width == brokenFor) {
            return;
        }
        brokenFor = width;
        double room = Math.max(MARGIN, width - MARGIN);
        shown = RightToLeft.broken(text, room, TextParts.withinLinks(parts), this::measure);
        String lastLine = shown.substring(shown.lastIndexOf('\n') + 1);
        if (measure(lastLine) + blank.getPrefWidth() > room) {
            // JavaFX would break the line within its last word, to keep that with the blank.
            shown += "\n";
        }
        // The nodes stay: new ones would be without their style until the next pulse.
        List<TextParts.Part> broken = TextParts.broken(parts, shown);
        for (int i = 0; i < broken.size(); i++) {
            words.get(i).setText(broken.get(i).text());
        }
    }

    private List<Text> nodes(List<TextParts.Part> of) {
        List<Text> nodes = new ArrayList<>();
        for (TextParts.Part part : of) {
            nodes.add(
                    part.target()
                            .map(target -> link(part.text(), target))
                            .orElseGet(() -> words(part.text())));
        }
        return nodes;
    }

    private double measure(String line) {
        getChildren().stream()
                .filter(Text.class::isInstance)
                .findFirst()
                .ifPresent(part -> ruler.setFont(((Text) part).getFont()));
        ruler.setText(line);
        return ruler.getLayoutBounds().getWidth();
    }

    private static Text words(String text) {
        var node = new Text(text);
        node.getStyleClass().add("words");
        return node;
    }

    private Text link(String words, String target) {
        var node = new Text(words);
        node.getStyleClass().add("link");
        node.setCursor(Cursor.HAND);
        node.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                        links.accept(target);
                    }
                });
        return node;
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
