package dev.hearth.ui.timeline;

import dev.hearth.model.Delivery;
import dev.hearth.model.Message;
import dev.hearth.model.Role;
import dev.hearth.ui.kit.Avatar;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.kit.TextSize;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import dev.hearth.ui.text.EmojiLabel;
import dev.hearth.ui.text.Markdown;
import dev.hearth.ui.text.MessageBody;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bubble of a message: who (at the start of a group), the text, and in its corner the time and
/// how far it has come.
final class Bubble extends VBox {
    private static final double META_GAP = 10;
    private static final double META_HEIGHT = 15;

    private final MessageBody text;
    private final HBox meta = new HBox();

    private final Optional<FoldLine> foldLine;

    Bubble(
            Message message,
            boolean startsGroup,
            Times times,
            MessageActions actions,
            TimelineModel model) {
        boolean deleted = message.details().deleted();
        boolean unfolded = actions.isUnfolded(message.id());
        String whole = deleted ? Texts.text("message.deleted") : Shown.text(message.text());
        FoldedText shown = unfolded ? FoldedText.unfolded(whole) : FoldedText.folded(whole);
        text =
                new MessageBody(
                        deleted ? Markdown.plain(whole) : Markdown.read(shown.text()),
                        actions::open,
                        actions::copy);
        getStyleClass().addAll("bubble", message.own() ? "own" : "other");
        if (deleted) {
            getStyleClass().add("deleted");
        } else {
            actions.selection().install(text);
        }
        fillMeta(message, times);
        if (startsGroup) {
            getStyleClass().add("first");
        }
        if (startsGroup && !message.own() && message.from().isKnown()) {
            Label author = author(model.people().name(message.from()));
            author.setOnMouseClicked(event -> actions.showAuthor(message, author));
            getChildren().add(message.from().role() == Role.PROGRAM ? marked(author) : author);
        }
        message.details()
                .replyTo()
                .ifPresent(of -> getChildren().add(new Quote(of, actions, model)));
        getChildren().add(text);
        foldLine =
                shown.isCut() || unfolded
                        ? Optional.of(new FoldLine(unfolded, () -> actions.toggleFold(message)))
                        : Optional.empty();
        foldLine.ifPresent(getChildren()::add);
        getChildren().add(meta);
    }

    private void fillMeta(Message message, Times times) {
        message.details()
                .edited()
                .ifPresent(at -> meta.getChildren().add(edited(times.dayAndTime(at))));
        meta.getChildren().add(Controls.label(times.time(message.at()), "message-time"));
        meta.getStyleClass().add("message-meta");
        meta.setManaged(false);
        if (message.own()) {
            meta.getChildren().add(mark(message.delivery()));
        }
    }

    private static Label edited(String when) {
        Label label = Controls.label(Texts.text("message.edited"), "message-time");
        label.setTooltip(new Tooltip(Texts.text("message.editedAt", when)));
        return label;
    }

    MessageBody text() {
        return text;
    }

    private static Label author(String name) {
        return new EmojiLabel(name, "author", "author-" + Avatar.colour(name));
    }

    /// Nobody takes what a program says for the words of a person.
    private static Node marked(Label author) {
        String role = Texts.text("role." + Role.PROGRAM.name());
        return new HBox(author, Controls.label(role, "program-mark"));
    }

    private static Node mark(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sending sending -> mark(Feather.CLOCK, "delivery.sending", "waiting");
            case Delivery.Delivered delivered -> mark(Feather.CHECK, "delivery.delivered", "done");
            case Delivery.NotConfirmed open ->
                    mark(Feather.HELP_CIRCLE, "delivery.notConfirmed", "open");
            case Delivery.Failed failed -> mark(Feather.ALERT_CIRCLE, "delivery.failed", "failed");
        };
    }

    private static Node mark(Feather icon, String key, String style) {
        FontIcon mark = Icons.small(icon);
        mark.getStyleClass().addAll("delivery", "delivery-" + style);
        mark.setAccessibleText(Texts.text(key));
        Tooltip.install(mark, new Tooltip(Texts.text(key)));
        return mark;
    }

    /// The corner is laid out by hand: it lies over the blank that the text leaves for it, at the
    /// end of the line.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double width = meta.prefWidth(-1);
        double height = meta.prefHeight(-1);
        // The sides of a text are those of the screen, those of a bubble may be mirrored.
        boolean mirrored = getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        boolean atStart =
                text.equals(getManagedChildren().getLast()) && text.endsAtLeft() != mirrored;
        double x = atStart ? getInsets().getLeft() : getWidth() - getInsets().getRight() - width;
        meta.resizeRelocate(
                snapPositionX(x),
                snapPositionY(getHeight() - getInsets().getBottom() - height),
                width,
                height);
    }

    @Override
    protected double computePrefWidth(double height) {
        makeRoom();
        return super.computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        makeRoom();
        return super.computePrefHeight(width);
    }

    private void makeRoom() {
        double width = Math.ceil(meta.prefWidth(-1) + META_GAP);
        double height = TextSize.text(META_HEIGHT);
        foldLine.ifPresentOrElse(
                line -> line.leaveRoom(width, height), () -> text.leaveRoom(width, height));
    }
}
