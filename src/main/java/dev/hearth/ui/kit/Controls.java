package dev.hearth.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Controls that all screens make the same way.
public final class Controls {
    /// How wide messages and composer get at most: longer lines are hard to read.
    public static final double COLUMN = 800;

    private Controls() {}

    public static Label label(String text, String... styleClasses) {
        var label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /// Text that may take several lines.
    public static Label paragraph(String text, String... styleClasses) {
        Label label = new Paragraph(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    public static Button button(String text, Runnable action, String... styleClasses) {
        var button = new Button(text);
        button.setOnAction(event -> action.run());
        button.getStyleClass().addAll(styleClasses);
        // Beside a growing neighbour a label would shrink to dots.
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// A button that shows an icon only; `text` is its tooltip and what a screen reader says.
    public static Button iconButton(
            Feather icon, String text, Runnable action, String... styleClasses) {
        Button button = button("", action, styleClasses);
        button.setGraphic(Icons.medium(icon));
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
        return button;
    }

    /// Gives way to everything beside it, which is never cut: `label` takes the width that is left.
    public static void takesTheRest(Label label) {
        label.setMinWidth(0);
        label.setPrefWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
    }

    /// A count in as many letters as a badge has room for.
    public static String count(Number count) {
        return count.intValue() > 999 ? "999+" : String.valueOf(count.intValue());
    }

    /// Shows `node`, or takes it away together with its place.
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
