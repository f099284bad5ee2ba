package dev.hearth.ui.kit;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A layer over a screen that shows one card beside what it is about. Escape and a click beside it
/// close it, and the focus goes back to where it was. FX thread only.
public final class Popover extends Pane {
    private static final double GAP = 8;

    private @Nullable Region card;
    private @Nullable Node focusBefore;
    private @Nullable Node anchor;
    private Bounds place = new BoundingBox(0, 0, 0, 0);
    private boolean below;

    public Popover() {
        setPickOnBounds(false);
        addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
    }

    /// Has a click anywhere else in `screen` close the card.
    public void closeOnClicksIn(Node screen) {
        screen.addEventFilter(MouseEvent.MOUSE_PRESSED, this::closeOutside);
    }

    public boolean isOpen() {
        return card != null;
    }

    /// Whether it shows something beside or below this node.
    public boolean isOpenAt(Node node) {
        return node.equals(anchor);
    }

    /// Shows `content` after `anchor` where there is room, in place of what was open.
    ///
    /// @param focusFirst the node of `content` that gets the keyboard
    public void open(Region content, Node anchor, Node focusFirst) {
        open(content, anchor, false, focusFirst);
    }

    /// Shows `content` below `anchor`, with which it ends at the right, in place of what was open.
    ///
    /// @param focusFirst the node of `content` that gets the keyboard
    public void openBelow(Region content, Node anchor, Node focusFirst) {
        open(content, anchor, true, focusFirst);
    }

    private void open(Region content, Node beside, boolean under, Node focusFirst) {
        if (!isOpen() && getScene() != null) {
            focusBefore = getScene().getFocusOwner();
        }
        card = content;
        anchor = beside;
        below = under;
        place = placeOf(beside);
        getChildren().setAll(content);
        focusFirst.requestFocus();
    }

    private Bounds placeOf(Node node) {
        return sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    public void close() {
        if (!isOpen()) {
            return;
        }
        card = null;
        anchor = null;
        getChildren().clear();
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && isOpen()) {
            close();
            event.consume();
        }
    }

    private void closeOutside(MouseEvent event) {
        // What opened the card closes it itself.
        boolean onAnchor = below && anchor != null && Nodes.isWithin(event.getTarget(), anchor);
        if (card != null && !onAnchor && !Nodes.isWithin(event.getTarget(), card)) {
            close();
        }
    }

    @Override
    protected void layoutChildren() {
        if (card == null || anchor == null) {
            return;
        }
        if (below) {
            place = placeOf(anchor);
        }
        double width = Math.min(card.prefWidth(-1), getWidth() - 2 * GAP);
        double height = Math.min(card.prefHeight(width), getHeight() - 2 * GAP);
        double wishedX = below ? place.getMaxX() - width : place.getMaxX() + GAP;
        double wishedY = below ? place.getMaxY() + GAP : place.getMinY();
        double x = Math.clamp(wishedX, GAP, Math.max(GAP, getWidth() - width - GAP));
        double y = Math.clamp(wishedY, GAP, Math.max(GAP, getHeight() - height - GAP));
        card.resizeRelocate(snapPositionX(x), snapPositionY(y), width, height);
    }
}
