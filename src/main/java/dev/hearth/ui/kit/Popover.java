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
    private Way way = Way.BESIDE;
    private Runnable onClose = () -> {};

    /// Where a card stands.
    private enum Way {
        BESIDE,
        BELOW,
        UNDER
    }

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
        open(content, anchor, Way.BESIDE, focusFirst);
    }

    /// Shows `content` below `anchor`, with which it ends at the right, in place of what was open.
    ///
    /// @param focusFirst the node of `content` that gets the keyboard
    public void openBelow(Region content, Node anchor, Node focusFirst) {
        open(content, anchor, Way.BELOW, focusFirst);
    }

    /// Shows `content` under the middle of `anchor`, in place of what was open. It stays there also
    /// when the anchor goes elsewhere.
    ///
    /// @param focusFirst the node of `content` that gets the keyboard
    /// @param onClose runs when it is closed, or another takes its place
    public void openUnder(Region content, Node anchor, Node focusFirst, Runnable onClose) {
        open(content, anchor, Way.UNDER, focusFirst);
        this.onClose = onClose;
    }

    private void end() {
        Runnable ended = onClose;
        onClose = () -> {};
        ended.run();
    }

    private void open(Region content, Node beside, Way where, Node focusFirst) {
        end();
        if (!isOpen() && getScene() != null) {
            focusBefore = getScene().getFocusOwner();
        }
        card = content;
        anchor = beside;
        way = where;
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
        end();
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && isOpen()) {
            close();
            event.consume();
        }
    }

    private void closeOutside(MouseEvent event) {
        // What opened the card closes it itself.
        boolean onAnchor =
                way == Way.BELOW && anchor != null && Nodes.isWithin(event.getTarget(), anchor);
        if (card != null && !onAnchor && !Nodes.isWithin(event.getTarget(), card)) {
            close();
        }
    }

    @Override
    protected void layoutChildren() {
        if (card == null || anchor == null) {
            return;
        }
        if (way == Way.BELOW) {
            place = placeOf(anchor);
        }
        double width = Math.min(card.prefWidth(-1), getWidth() - 2 * GAP);
        double height = Math.min(card.prefHeight(width), getHeight() - 2 * GAP);
        double wishedX =
                switch (way) {
                    case BESIDE -> place.getMaxX() + GAP;
                    case BELOW -> place.getMaxX() - width;
                    case UNDER -> place.getCenterX() - width / 2;
                };
        double wishedY = way == Way.BESIDE ? place.getMinY() : place.getMaxY() + GAP;
        double x = Math.clamp(wishedX, GAP, Math.max(GAP, getWidth() - width - GAP));
        double y = Math.clamp(wishedY, GAP, Math.max(GAP, getHeight() - height - GAP));
        card.resizeRelocate(snapPositionX(x), snapPositionY(y), width, height);
    }
}
