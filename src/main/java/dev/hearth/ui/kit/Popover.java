package dev.hearth.ui.kit;

import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
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
    private double wishedX;
    private double wishedY;

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

    /// Shows `content` after `anchor` where there is room, in place of what was open.
    ///
    /// @param focusFirst the node of `content` that gets the keyboard
    public void open(Region content, Node anchor, Node focusFirst) {
        if (!isOpen() && getScene() != null) {
            focusBefore = getScene().getFocusOwner();
        }
        card = content;
        Bounds scene = anchor.localToScene(anchor.getLayoutBounds());
        boolean mirrored = getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        double end = mirrored ? scene.getMinX() : scene.getMaxX();
        Point2D place = sceneToLocal(end, scene.getMinY());
        wishedX = place.getX() + GAP;
        wishedY = place.getY();
        getChildren().setAll(content);
        focusFirst.requestFocus();
    }

    public void close() {
        if (!isOpen()) {
            return;
        }
        card = null;
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
        if (card != null && !Nodes.isWithin(event.getTarget(), card)) {
            close();
        }
    }

    @Override
    protected void layoutChildren() {
        if (card == null) {
            return;
        }
        double width = Math.min(card.prefWidth(-1), getWidth() - 2 * GAP);
        double height = Math.min(card.prefHeight(width), getHeight() - 2 * GAP);
        double x = Math.clamp(wishedX, GAP, Math.max(GAP, getWidth() - width - GAP));
        double y = Math.clamp(wishedY, GAP, Math.max(GAP, getHeight() - height - GAP));
        card.resizeRelocate(snapPositionX(x), snapPositionY(y), width, height);
    }
}
