package dev.hearth.ui.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/// Walks a scene in the order in which it is drawn. FX thread.
final class SceneTexts {
    /// Whose content a person can move: JavaFX's scroll pane and lists, and Flowless's list.
    private static final List<String> SCROLLING =
            List.of("viewport", "clipped-container", "virtual-flow");

    /// An area that is painted, and hides what was painted there before.
    ///
    /// @param area what of it can be seen
    record Painted(Region region, Rectangle2D area, int order) {}

    private final List<SeenText> texts = new ArrayList<>();
    private final List<Painted> painted = new ArrayList<>();
    private final List<String> set = new ArrayList<>();
    private int order;

    static SceneTexts of(Scene scene) {
        var found = new SceneTexts();
        var all = new Rectangle2D(0, 0, scene.getWidth(), scene.getHeight());
        found.walk(scene.getRoot(), all, false);
        return found;
    }

    List<SeenText> texts() {
        return texts;
    }

    /// What is in sight of texts that are drawn in pieces, whole.
    List<String> setInPieces() {
        return set;
    }

    /// The first area that was painted over a part of `text`.
    Optional<Painted> over(SeenText text) {
        return painted.stream()
                .filter(it -> it.order > text.order())
                .filter(
                        it ->
                                text.inSight().stream()
                                        .map(Areas::letters)
                                        .anyMatch(line -> isOn(it.area, line)))
                .findFirst();
    }

    /// Areas painted after `text` that come nearer to it than `distance`.
    Stream<Painted> near(SeenText text, double distance) {
        return painted.stream()
                .filter(it -> it.order > text.order())
                .filter(
                        it ->
                                text.inSight().stream()
                                        .anyMatch(
                                                line ->
                                                        isOn(
                                                                it.area,
                                                                Areas.grown(line, distance))));
    }

    private static boolean isOn(Rectangle2D area, Rectangle2D line) {
        Rectangle2D common = Areas.common(area, line);
        return common.getWidth() > 1 && common.getHeight() > 1;
    }

    /// The area on which `text` stands.
    Optional<Painted> under(SeenText text) {
        return painted.reversed().stream().filter(it -> isAround(it.region, text)).findFirst();
    }

    private static boolean isAround(Region region, SeenText text) {
        for (Node at = text.node().getParent(); at != null; at = at.getParent()) {
            if (at.equals(region)) {
                return true;
            }
        }
        return false;
    }

    private void walk(Node node, Rectangle2D clip, boolean scrolls) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        Rectangle2D inner = clip;
        boolean moves = scrolls;
        if (node.getClip() != null) {
            inner = Areas.common(clip, Areas.of(clipInScene(node)));
            moves |= node.getStyleClass().stream().anyMatch(SCROLLING::contains);
        }
        order++;
        if (node instanceof Region region && isPainted(region)) {
            Rectangle2D all = Areas.of(region.localToScene(region.getLayoutBounds()));
            painted.add(new Painted(region, Areas.common(all, inner), order));
        }
        if (node.getStyleClass().contains("rich-text")
                && Areas.isVisible(
                        Areas.common(Areas.of(node.localToScene(node.getLayoutBounds())), inner))) {
            set.add(String.valueOf(node.getAccessibleText()));
        }
        if (node instanceof Text text && !(node instanceof FontIcon)) {
            add(text, inner, moves);
        }
        if (node instanceof Parent parent) {
            boolean below = moves || node instanceof TextInputControl;
            for (Node child : parent.getChildrenUnmodifiable()) {
                walk(child, inner, below);
            }
        }
    }

    private static javafx.geometry.Bounds clipInScene(Node node) {
        return node.localToScene(node.getClip().getBoundsInParent());
    }

    private static boolean isPainted(Region region) {
        return region.getBackground() != null
                && region.getBackground().getFills().stream()
                        .anyMatch(
                                fill -> !(fill.getFill() instanceof Color c) || c.getOpacity() > 0);
    }

    private void add(Text text, Rectangle2D clip, boolean scrolls) {
        Labeled label = text.getParent() instanceof Labeled it ? it : null;
        String words = label == null ? text.getText() : label.getText();
        boolean cut = label != null && label.isTextTruncated();
        if (words.isBlank()) {
            return;
        }
        List<Rectangle2D> lines =
                text.getParent() instanceof TextFlow flow ? inFlow(flow, text) : alone(text);
        texts.add(new SeenText(text, words, cut, lines, clip, scrolls, order));
    }

    /// That of a text from right to left that JavaFX wraps comes as if it were from left to right.
    private static List<Rectangle2D> alone(Text text) {
        List<Rectangle2D> lines = Areas.lines(text.rangeShape(0, text.getText().length()), text);
        boolean mirrored =
                text.getWrappingWidth() > 0
                        && text.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        return mirrored
                ? Areas.mirrored(lines, Areas.of(text.localToScene(text.getLayoutBounds())))
                : lines;
    }

    /// The shape of a text within a flow from right to left comes as if it were from left to right,
    /// though the flow is mirrored.
    private static List<Rectangle2D> inFlow(TextFlow flow, Text text) {
        int start = 0;
        for (Node child : flow.getChildren()) {
            if (child.equals(text)) {
                break;
            }
            if (child.isManaged()) {
                start += child instanceof Text before ? before.getText().length() : 1;
            }
        }
        int end = start + text.getText().length();
        List<Rectangle2D> lines = Areas.lines(flow.getRangeShape(start, end, false), flow);
        return flow.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT
                ? Areas.mirrored(lines, Areas.of(flow.localToScene(flow.getLayoutBounds())))
                : lines;
    }
}
