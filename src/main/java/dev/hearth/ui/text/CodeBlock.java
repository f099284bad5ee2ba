package dev.hearth.ui.text;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;

/// Fenced code: in letters of one width, not wrapped but scrolled sideways, with a button that
/// copies it. The wheel goes on to the messages unless it turns sideways.
final class CodeBlock extends Region {
    private static final double BAR = 8;

    private final RichText code;
    private final Pane view = new Pane();
    private final Rectangle window = new Rectangle();
    private final Label language;
    private final Button copy;
    private final ScrollBar bar = new ScrollBar();

    /// @param copies takes what the button copies
    CodeBlock(Block.Code block, Consumer<String> links, Consumer<String> copies) {
        Look look = Look.PLAIN.asCode();
        code = new RichText(List.of(Span.words(block.text(), look)), links);
        code.setBare();
        code.setManaged(false);
        view.getChildren().add(code);
        view.setClip(window);
        language = Controls.label(block.language(), "code-language");
        copy =
                Controls.iconButton(
                        Feather.COPY,
                        Texts.text("code.copy"),
                        () -> copies.accept(block.text()),
                        "code-copy");
        copy.setFocusTraversable(false);
        bar.setOrientation(Orientation.HORIZONTAL);
        bar.setFocusTraversable(false);
        bar.getStyleClass().add("code-bar");
        bar.valueProperty().subscribe(() -> code.setLayoutX(-bar.getValue()));
        getStyleClass().add("code-block");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        getChildren().addAll(view, language, copy, bar);
        addEventHandler(ScrollEvent.SCROLL, this::turn);
    }

    RichText code() {
        return code;
    }

    private void turn(ScrollEvent event) {
        double along =
                event.getDeltaX() != 0 || !event.isShiftDown()
                        ? event.getDeltaX()
                        : event.getDeltaY();
        if (bar.isVisible() && along != 0) {
            bar.setValue(Math.clamp(bar.getValue() - along, 0, bar.getMax()));
            event.consume();
        }
    }

    private double head() {
        return Math.ceil(Math.max(copy.prefHeight(-1), language.prefHeight(-1)));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        double head = language.prefWidth(-1) + copy.prefWidth(-1);
        return Math.ceil(Math.max(head, code.prefWidth(-1)))
                + snappedLeftInset()
                + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        // With room for the bar, whether it is needed or not: the width is not always known.
        return snappedTopInset() + head() + code.prefHeight(-1) + BAR + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double width = getWidth() - left - snappedRightInset();
        double top = snappedTopInset();
        double copyWidth = copy.prefWidth(-1);
        language.resizeRelocate(left, top, Math.max(0, width - copyWidth), head());
        copy.resizeRelocate(left + width - copyWidth, top, copyWidth, head());
        double height = code.prefHeight(-1);
        double whole = Math.max(width, code.prefWidth(-1));
        view.resizeRelocate(left, top + head(), width, height);
        window.setWidth(width);
        window.setHeight(height);
        code.resize(whole, height);
        bar.setVisible(whole > width);
        bar.setMax(whole - width);
        bar.setVisibleAmount((whole - width) * width / whole);
        bar.setUnitIncrement(20);
        bar.setBlockIncrement(width);
        bar.setValue(Math.min(bar.getValue(), bar.getMax()));
        bar.resizeRelocate(left, top + head() + height, width, BAR);
    }
}
