package dev.hearth.ui.fakes;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// A text that a scene shows.
///
/// @param node what draws it
/// @param words all that was to be shown, more than the node draws when it had no room
/// @param isCut whether the node draws less than that
/// @param lines where its lines are in the scene, whether they can be seen there or not
/// @param clip what of the scene can be seen at that place
/// @param scrolls whether a person can bring the rest of it into sight
/// @param order a text is drawn over whatever has a lower number
record SeenText(
        Text node,
        String words,
        boolean isCut,
        List<Rectangle2D> lines,
        Rectangle2D clip,
        boolean scrolls,
        int order) {
    /// Sizes from which 3 to 1 is enough, in pixels.
    private static final double LARGE = 24;

    private static final double LARGE_BOLD = 18.66;

    /// Lines, as far as they are in sight.
    List<Rectangle2D> inSight() {
        return lines.stream()
                .map(line -> Areas.common(line, clip))
                .filter(Areas::isVisible)
                .toList();
    }

    /// Lines whose letters are in sight from head to foot.
    List<Rectangle2D> whole() {
        return inSight().stream().filter(this::isWhole).toList();
    }

    private boolean isWhole(Rectangle2D part) {
        return lines.stream()
                .anyMatch(
                        line ->
                                Areas.common(line, clip).equals(part)
                                        && Areas.excess(Areas.letters(line), clip) <= 0);
    }

    /// The contrast that WCAG 2.2 AA asks for.
    double contrastWanted() {
        Font font = node.getFont();
        boolean bold = font.getStyle().contains("Bold");
        return font.getSize() >= (bold ? LARGE_BOLD : LARGE) ? 3 : 4.5;
    }

    boolean isDisabled() {
        return node.isDisabled();
    }

    boolean hasLetters() {
        return words.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /// Whether the node or a node around it has one of these style classes.
    boolean isWithin(List<String> styleClasses) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().stream().anyMatch(styleClasses::contains)) {
                return true;
            }
        }
        return false;
    }

    boolean isSameParagraphAs(SeenText other) {
        Parent mine = node.getParent();
        return mine != null && mine.equals(other.node.getParent());
    }

    @Override
    public String toString() {
        String first = words.lines().findFirst().orElse("");
        String shown = first.length() > 60 ? first.substring(0, 60) + "…" : first;
        return "“" + shown + "” (" + String.join(" ", classes()) + ")";
    }

    private List<String> classes() {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.getStyleClass().isEmpty() && !at.getStyleClass().equals(List.of("text"))) {
                return at.getStyleClass();
            }
        }
        return List.of();
    }
}
