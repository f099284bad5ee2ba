package dev.hearth.ui.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// Makes what draws the fragments of a paragraph: letters in their look, links, pictures, and the
/// ground of code. FX thread only.
final class FragmentNodes {
    private final String text;
    private final Consumer<String> links;
    private Optional<Paint> paint = Optional.empty();

    /// @param text of the paragraph
    /// @param links opens the link that is clicked
    FragmentNodes(String text, Consumer<String> links) {
        this.text = text;
        this.links = links;
    }

    /// Draws words in this colour from now on, whatever the style sheet says.
    void paint(Paint now) {
        paint = Optional.of(now);
    }

    /// The node of a fragment, before it perhaps its ground.
    ///
    /// @param emoji how large pictures are
    /// @param grounds whether code has a ground of its own
    List<Node> of(Line.Fragment fragment, double emoji, boolean grounds) {
        if (fragment.run().drawing().isPresent()) {
            return List.of(picture(fragment.run().drawing().get(), emoji));
        }
        return grounds && fragment.run().look().code()
                ? List.of(ground(), words(fragment))
                : List.of(words(fragment));
    }

    private static Node picture(String drawing, double size) {
        var picture = new EmojiView(drawing, size);
        picture.setManaged(false);
        return picture;
    }

    private static Node ground() {
        var ground = new Rectangle();
        ground.setManaged(false);
        ground.getStyleClass().add("code-back");
        return ground;
    }

    private Node words(Line.Fragment fragment) {
        Run run = fragment.run();
        String letters = text.substring(fragment.start(), fragment.end());
        boolean signs = fragment.rightToLeft() && !Signs.isOfWord(letters.charAt(0));
        var words = new Text(signs ? Signs.turned(letters) : letters);
        words.setManaged(false);
        words.setTextOrigin(VPos.BASELINE);
        words.getStyleClass().add(run.target().isPresent() ? "link" : "words");
        words.getStyleClass().addAll(run.look().styleClasses());
        if (fragment.rightToLeft() && !signs) {
            words.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        }
        paint.ifPresent(words::setFill);
        run.target().ifPresent(target -> opens(words, target));
        return words;
    }

    private void opens(Text words, String target) {
        words.setCursor(Cursor.HAND);
        words.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                        links.accept(target);
                    }
                });
    }
}
