package dev.hearth.ui.timeline;

import dev.hearth.model.Message;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Nodes;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.text.EmojiPicture;
import dev.hearth.ui.text.EmojiTooltip;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with the message under the pointer, or with the one that has the focus: a layer
/// over the timeline with one small bar. It stands beside the bubble where there is room, else on
/// its upper edge, always within the timeline, and moves nothing.
final class HoverBar extends Pane {
    private static final int MOST_REACTIONS = 3;
    private static final double EMOJI = 18;
    private static final double GAP = 6;

    /// How far the bar reaches over the bubble where it cannot stand beside it.
    private static final double OVER = 8;

    private final MessageActions actions;
    private final MessageMenu menu;
    private final HBox bar = new HBox();
    private @Nullable MessageRow shown;
    private Subscription following = Subscription.EMPTY;

    HoverBar(MessageActions actions, MessageMenu menu) {
        this.actions = actions;
        this.menu = menu;
        setPickOnBounds(false);
        bar.setId("hover-bar");
        bar.getStyleClass().add("hover-bar");
        bar.setVisible(false);
        getChildren().add(bar);
    }

    /// Follows the pointer over `timeline`, which holds this layer, and the focus within it.
    Subscription follow(Node timeline) {
        EventHandler<MouseEvent> moved = this::moved;
        EventHandler<MouseEvent> left = this::left;
        EventHandler<ScrollEvent> scrolled = this::scrolled;
        timeline.addEventFilter(MouseEvent.MOUSE_MOVED, moved);
        timeline.addEventFilter(MouseEvent.MOUSE_EXITED, left);
        timeline.addEventFilter(ScrollEvent.SCROLL, scrolled);
        Subscription focus =
                timeline.sceneProperty()
                        .flatMap(scene -> scene.focusOwnerProperty())
                        .subscribe(this::focused);
        return () -> {
            hide();
            focus.unsubscribe();
            timeline.removeEventFilter(MouseEvent.MOUSE_MOVED, moved);
            timeline.removeEventFilter(MouseEvent.MOUSE_EXITED, left);
            timeline.removeEventFilter(ScrollEvent.SCROLL, scrolled);
        };
    }

    private void moved(MouseEvent event) {
        if (!Nodes.isWithin(event.getTarget(), bar)) {
            @Nullable MessageRow row = rowOf(event.getTarget());
            if (row == null) {
                hide();
            } else {
                show(row);
            }
        }
    }

    private void left(MouseEvent event) {
        if (event.getTarget().equals(event.getSource())) {
            hide();
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            hide();
        }
    }

    private void focused(@Nullable Node owner) {
        if (owner instanceof MessageRow row) {
            show(row);
        } else if (owner == null || !Nodes.isWithin(owner, bar)) {
            hide();
        }
    }

    private static @Nullable MessageRow rowOf(EventTarget target) {
        for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at instanceof MessageRow row) {
                return row;
            }
        }
        return null;
    }

    private void show(MessageRow row) {
        if (row.equals(shown)) {
            return;
        }
        hide();
        if (!actions.selected().isEmpty()) {
            return;
        }
        List<Node> buttons = buttons(row);
        if (buttons.isEmpty()) {
            return;
        }
        shown = row;
        bar.getChildren().setAll(buttons);
        bar.setVisible(true);
        following =
                Subscription.combine(
                        row.localToSceneTransformProperty().subscribe(this::requestLayout),
                        row.layoutBoundsProperty().subscribe(this::requestLayout),
                        row.sceneProperty().subscribe((before, now) -> hide()));
        requestLayout();
    }

    void hide() {
        following.unsubscribe();
        following = Subscription.EMPTY;
        shown = null;
        bar.setVisible(false);
        bar.getChildren().clear();
    }

    private List<Node> buttons(MessageRow row) {
        Message message = row.message();
        var more =
                icon(
                        Feather.MORE_HORIZONTAL,
                        "message.more.actions",
                        "hover-more",
                        () -> showMenu(row));
        if (!actions.canActOn(message)) {
            return menu.isEmptyFor(message) ? List.of() : List.of(more);
        }
        List<Node> buttons =
                new ArrayList<>(
                        actions.favourites().stream()
                                .limit(MOST_REACTIONS)
                                .map(emoji -> pick(message, emoji))
                                .toList());
        buttons.add(
                icon(
                        Feather.CORNER_UP_LEFT,
                        "message.reply",
                        "hover-reply",
                        () -> actions.reply(message)));
        buttons.add(more);
        return buttons;
    }

    private Node pick(Message message, String emoji) {
        Button pick = Controls.button("", () -> actions.react(message, emoji), "hover-button");
        pick.setGraphic(EmojiPicture.of(emoji, EMOJI));
        pick.setAccessibleText(Texts.text("reaction.pick", emoji));
        pick.setTooltip(EmojiTooltip.of(Texts.text("reaction.pick", emoji)));
        pick.setFocusTraversable(false);
        return pick;
    }

    private static Button icon(Feather icon, String key, String id, Runnable action) {
        Button button = Controls.iconButton(icon, Texts.text(key), action, "hover-button");
        button.setId(id);
        button.setFocusTraversable(false);
        return button;
    }

    private void showMenu(MessageRow row) {
        Bounds place = bar.localToScreen(bar.getLayoutBounds());
        menu.show(row, place.getMinX(), place.getMaxY());
    }

    @Override
    protected void layoutChildren() {
        if (shown == null) {
            return;
        }
        Bounds bubble = sceneToLocal(shown.bubbleInScene());
        double width = snapSizeX(bar.prefWidth(-1));
        double height = snapSizeY(bar.prefHeight(-1));
        boolean own = shown.message().own();
        double beside = own ? bubble.getMinX() - GAP - width : bubble.getMaxX() + GAP;
        boolean fits = beside >= GAP && beside + width <= getWidth() - GAP;
        double on = own ? bubble.getMinX() + OVER : bubble.getMaxX() - OVER - width;
        double x = Math.clamp(fits ? beside : on, GAP, Math.max(GAP, getWidth() - GAP - width));
        double wished = fits ? bubble.getMinY() : bubble.getMinY() - height + OVER;
        double y = Math.clamp(wished, GAP, Math.max(GAP, getHeight() - GAP - height));
        bar.resizeRelocate(snapPositionX(x), snapPositionY(y), width, height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}
