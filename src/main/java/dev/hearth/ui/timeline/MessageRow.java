package dev.hearth.ui.timeline;

import dev.hearth.model.Message;
import dev.hearth.model.PersonId;
import dev.hearth.ui.kit.Avatar;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Directory;
import dev.hearth.ui.kit.Nodes;
import dev.hearth.ui.kit.TextSize;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import dev.hearth.ui.text.EmojiTooltip;
import dev.hearth.ui.text.MessageBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.event.EventTarget;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// A message: perhaps the face of the author, the bubble, to the right if it is the person's own,
/// and under it how people reacted, and whether it was delivered.
final class MessageRow extends TimelineRow {
    private static final double AVATAR = 36;
    private static final double AVATAR_GAP = 8;
    private static final double WIDEST_BUBBLE = 560;
    private static final double BELOW_GAP = 4;

    private final Message message;
    private final Bubble bubble;
    private final Optional<Avatar> avatar;
    private final Optional<SelectMark> mark;
    private final Optional<Region> band;
    private final List<Region> below = new ArrayList<>();

    MessageRow(Row row, Message message, Times times, MessageActions actions, TimelineModel model) {
        super(row, times, actions, model);
        this.message = message;
        boolean startsGroup = row.startsGroup(times.zone()) || model.isFirstNew(message.id());
        bubble = new Bubble(message, startsGroup, times, actions, model);
        boolean selecting = !actions.selected().isEmpty();
        boolean selected = actions.selected().contains(message.id());
        mark =
                selecting && actions.selected().canSelect(message.id())
                        ? Optional.of(new SelectMark(selected))
                        : Optional.empty();
        band = selected ? Optional.of(new Region()) : Optional.empty();
        avatar =
                startsGroup && mark.isEmpty() && !message.own() && message.from().isKnown()
                        ? Optional.of(new Avatar(AVATAR, model.people().name(message.from())))
                        : Optional.empty();
        if (!message.details().reactions().isEmpty()) {
            below.add(new ReactionChips(message, actions, model));
        }
        DeliveryNote.of(message, actions).ifPresent(below::add);
        Set<PersonId> seen = model.seenBy(message);
        if (!seen.isEmpty()) {
            below.add(seenBy(seen, model.people()));
        }
        avatar.ifPresent(
                face -> face.setOnMouseClicked(event -> actions.showAuthor(message, face)));
        band.ifPresent(
                behind -> {
                    behind.getStyleClass().add("selected-band");
                    getChildren().add(behind);
                });
        getChildren().add(bubble);
        mark.ifPresent(getChildren()::add);
        avatar.ifPresent(getChildren()::add);
        getChildren().addAll(below);
        getStyleClass().add("message-row");
        if (startsGroup) {
            getStyleClass().add("starts-group");
        }
        String spoken = spoken(times, model.people());
        setAccessibleText(selected ? Texts.text("select.spoken", spoken) : spoken);
        answerByDoubleClick(actions);
    }

    private static Label seenBy(Set<PersonId> people, Directory directory) {
        Label label = Controls.label(Texts.text("message.seenBy", people.size()), "seen-by");
        String names =
                String.join(
                        ", ",
                        people.stream()
                                .limit(20)
                                .flatMap(id -> directory.name(id).stream())
                                .toList());
        if (!names.isEmpty()) {
            label.setTooltip(EmojiTooltip.of(names));
        }
        return label;
    }

    private String spoken(Times times, Directory people) {
        String text =
                message.details().deleted()
                        ? Texts.text("message.deleted")
                        : FoldedText.folded(message.text()).text();
        return people.author(message) + ", " + times.time(message.at()) + ": " + text;
    }

    Message message() {
        return message;
    }

    /// Whether a click hit the day or what else stands above the message.
    boolean isInHead(MouseEvent event) {
        return sceneToLocal(event.getSceneX(), event.getSceneY()).getY() < headHeight();
    }

    /// Where the bubble stands, for what is shown beside it.
    Bounds bubbleInScene() {
        return bubble.localToScene(bubble.getLayoutBounds());
    }

    /// Has a double click answer the message, unless something else takes clicks there: a link, a
    /// name, a word that gets marked.
    private void answerByDoubleClick(MessageActions actions) {
        setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY
                            && event.getClickCount() == 2
                            && event.isStillSincePress()
                            && actions.canActOn(message)
                            && !marksAWord(event.getTarget(), actions)
                            && !takesClicks(event.getTarget())) {
                        actions.reply(message);
                    }
                });
    }

    private boolean marksAWord(EventTarget target, MessageActions actions) {
        return Nodes.isWithin(target, bubble.text()) && !actions.selection().isEmpty();
    }

    private boolean takesClicks(EventTarget target) {
        Node at = target instanceof Node node ? node : this;
        while (at != null && !at.equals(this)) {
            if (at instanceof ButtonBase || at.getOnMouseClicked() != null) {
                return true;
            }
            at = at.getParent();
        }
        return false;
    }

    MessageBody text() {
        return bubble.text();
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = top() + bubble.prefHeight(bubbleWidth(width));
        for (Region line : below) {
            height += BELOW_GAP + line.prefHeight(lineWidth(line, width));
        }
        return height + (below.isEmpty() ? 0 : BELOW_GAP);
    }

    @Override
    protected void layoutChildren() {
        layoutHead();
        double head = headHeight();
        band.ifPresent(behind -> place(behind, 0, head, getWidth(), getHeight() - head));
        double left = left(getWidth());
        double right = getWidth() - left;
        double width = bubbleWidth(getWidth());
        double height = bubble.prefHeight(width);
        double x = message.own() ? right - width : left + indent();
        place(bubble, x, top(), width, height);
        avatar.ifPresent(face -> place(face, left, top(), face(), face()));
        mark.ifPresent(circle -> placeMark(circle, left, height));
        double y = top() + height;
        for (Region line : below) {
            double lineWidth = lineWidth(line, getWidth());
            double lineHeight = line.prefHeight(lineWidth);
            y += BELOW_GAP;
            place(line, message.own() ? right - lineWidth : x, y, lineWidth, lineHeight);
            y += lineHeight;
        }
    }

    /// Where the face would stand, in the middle of a bubble as high as a face.
    private void placeMark(SelectMark circle, double left, double height) {
        double size = circle.prefWidth(-1);
        double x = left + (face() - size) / 2;
        double y = top() + (Math.min(height, face()) - size) / 2;
        place(circle, x, y, size, size);
    }

    private double top() {
        return headHeight() + snappedTopInset();
    }

    /// Bubbles of people stand beside their faces; strangers have none. While messages are
    /// selected, all stand beside marks.
    private double indent() {
        return message.from().isKnown() || mark.isPresent() ? face() + AVATAR_GAP : 0;
    }

    private static double face() {
        return TextSize.space(AVATAR);
    }

    private double lineWidth(Region line, double width) {
        double free = width - 2 * left(width) - (message.own() ? 0 : indent());
        return Math.min(Math.ceil(line.prefWidth(-1)), free);
    }

    private double bubbleWidth(double width) {
        double free = width - 2 * left(width) - face() - AVATAR_GAP - MARGIN;
        return Math.min(
                snapSizeX(bubble.prefWidth(-1)),
                Math.min(TextSize.text(WIDEST_BUBBLE), Math.max(80, free)));
    }
}
