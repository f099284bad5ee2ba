package dev.hearth.ui.composer;

import dev.hearth.ui.kit.RightToLeft;
import dev.hearth.ui.text.WrittenText;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.control.IndexRange;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// Shows what is written where some of it runs from right to left. JavaFX throws when it has to
/// wrap such a line (see [RightToLeft]): the field then draws other letters, unseen, and this layer
/// over it draws its text in lines. The field goes on to take keys; clicks, and keys that go by
/// what is in sight, are answered here. FX thread only.
final class TwoWayWriting extends StackPane {
    private static final PseudoClass DRAWN_OVER = PseudoClass.getPseudoClass("drawn-over");

    private final ComposerField field;
    private final WrittenText text = new WrittenText();
    private final Pane layer = new Pane(text);
    private boolean active;
    private double scrolled;

    TwoWayWriting(ComposerField field) {
        this.field = field;
        text.setManaged(false);
        layer.setMouseTransparent(true);
        layer.setVisible(false);
        getChildren().addAll(field, layer);
        field.setWrapText(true);
        // The first listener of the text, before the skin of the field, and the last one after it.
        field.textProperty().subscribe(() -> read(field.getText()));
        field.textProperty().subscribe((before, now) -> mask());
        field.skinProperty().subscribe(skin -> mask());
        field.caretPositionProperty().subscribe(this::draw);
        field.selectionProperty().subscribe(this::draw);
        field.focusedProperty().subscribe(text::showCaret);
        field.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        field.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        field.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
    }

    private void read(String now) {
        active = RightToLeft.isIn(now);
        if (active) {
            texts().forEach(drawn -> drawn.setWrappingWidth(0));
        }
        field.pseudoClassStateChanged(DRAWN_OVER, active);
        layer.setVisible(active);
        draw();
    }

    /// Has the field draw as many letters that it can wrap, unseen: its skin wraps and measures
    /// whatever it is told.
    private void mask() {
        if (active) {
            texts().filter(drawn -> drawn.getText().equals(field.getText()))
                    .forEach(drawn -> drawn.setText(masked(field.getText())));
        }
    }

    private Stream<Text> texts() {
        return field.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast);
    }

    private static String masked(String text) {
        var letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            letters.append(c == '\n' ? c : Character.isWhitespace(c) ? ' ' : 'x');
        }
        return letters.toString();
    }

    /// Whether this layer shows the text, and not the field.
    boolean isActive() {
        return active;
    }

    /// How high the text is where it may be `width` wide.
    double heightFor(double width) {
        return text.heightFor(width);
    }

    private void draw() {
        if (active && field.getCaretPosition() <= field.getLength()) {
            IndexRange selected = field.getSelection();
            text.show(
                    field.getText(),
                    selected.getStart(),
                    Math.min(selected.getEnd(), field.getLength()),
                    field.getCaretPosition());
            requestLayout();
        }
    }

    private void pressed(MouseEvent event) {
        if (!active || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        field.requestFocus();
        int at = indexAt(event);
        if (event.getClickCount() > 2) {
            field.selectAll();
        } else if (event.getClickCount() == 2) {
            field.positionCaret(Math.min(at + 1, field.getLength()));
            field.previousWord();
            field.selectEndOfNextWord();
        } else if (event.isShiftDown()) {
            field.selectPositionCaret(at);
        } else {
            field.positionCaret(at);
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (active && event.getButton() == MouseButton.PRIMARY) {
            field.selectPositionCaret(indexAt(event));
            event.consume();
        }
    }

    private int indexAt(MouseEvent event) {
        Point2D at = text.sceneToLocal(event.getSceneX(), event.getSceneY());
        return text.indexAt(at.getX(), at.getY());
    }

    /// Takes the key where it means what is in sight: the letter to the left or right, the line
    /// above or below, the ends of a line.
    void keyPressed(KeyEvent event) {
        if (!active || event.isConsumed() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int now = field.getCaretPosition();
        boolean left = event.getCode() == KeyCode.LEFT;
        if (left || event.getCode() == KeyCode.RIGHT) {
            step(left == text.runsFromRight(now), event.isShiftDown());
            event.consume();
            return;
        }
        int next =
                switch (event.getCode()) {
                    case UP -> text.across(now, -1);
                    case DOWN -> text.across(now, 1);
                    case HOME -> text.lineStart(now);
                    case END -> text.lineEnd(now);
                    default -> -1;
                };
        if (next < 0) {
            return;
        }
        if (event.isShiftDown()) {
            field.selectPositionCaret(next);
        } else {
            field.positionCaret(next);
        }
        event.consume();
    }

    /// One letter on or back in the order in which they are read.
    private void step(boolean on, boolean selects) {
        if (selects && on) {
            field.selectForward();
        } else if (selects) {
            field.selectBackward();
        } else if (on) {
            field.forward();
        } else {
            field.backward();
        }
    }

    private void scrolled(ScrollEvent event) {
        if (active) {
            scrolled = within(scrolled - event.getDeltaY());
            place();
            event.consume();
        }
    }

    private double within(double wished) {
        return Math.clamp(wished, 0, Math.max(0, text.getHeight() - inside().getHeight()));
    }

    private Rectangle inside() {
        Insets around = field.getPadding();
        return new Rectangle(
                around.getLeft(),
                around.getTop(),
                Math.max(1, field.getWidth() - around.getLeft() - around.getRight()),
                Math.max(1, field.getHeight() - around.getTop() - around.getBottom()));
    }

    @Override
    protected void layoutChildren() {
        // The skin may have got the text once more; what it measures comes after this.
        mask();
        super.layoutChildren();
        if (!active) {
            return;
        }
        Rectangle inside = inside();
        text.resize(inside.getWidth(), Math.max(inside.getHeight(), heightFor(inside.getWidth())));
        text.layout();
        Bounds caret = text.caret();
        double down = Math.min(scrolled, caret.getMinY());
        scrolled = within(Math.max(down, caret.getMaxY() - inside.getHeight()));
        place();
    }

    private void place() {
        Rectangle inside = inside();
        layer.setClip(inside);
        text.relocate(inside.getX(), inside.getY() - scrolled);
    }
}
