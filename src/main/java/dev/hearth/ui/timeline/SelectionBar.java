package dev.hearth.ui.timeline;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Icons;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.TextSize;
import dev.hearth.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// In place of the composer while messages are selected: how many, and what can be done with them.
public final class SelectionBar {
    private static final PseudoClass BESIDE_BAR = PseudoClass.getPseudoClass("beside-bar");

    /// Below this width buttons have an icon and no words.
    private static final double WITH_WORDS = 600;

    private final TimelineModel model;
    private final SelectionCommands commands;
    private final Label count = Controls.label("", "selection-count");
    private final Button forward;
    private final Button delete;
    private final HBox line;
    private final VBox root;

    SelectionBar(TimelineModel model, SelectionCommands commands) {
        this.model = model;
        this.commands = commands;
        Button cancel =
                Controls.iconButton(Feather.X, Texts.text("select.cancel"), commands::cancel);
        cancel.setId("select-cancel");
        count.setId("select-count");
        count.setAccessibleRole(AccessibleRole.TEXT);
        Controls.takesTheRest(count);
        Button copy = button("copy", Feather.COPY, "select-copy", commands::copy);
        forward =
                button(
                        "select.forward",
                        Feather.CORNER_UP_RIGHT,
                        "select-forward",
                        commands::forward);
        delete = button("message.delete", Feather.TRASH_2, "select-delete", commands::delete);
        delete.getStyleClass().add("danger");
        line = new HBox(cancel, count, copy, forward, delete);
        line.getStyleClass().add("selection-line");
        var column = new VBox(line);
        column.maxWidthProperty().bind(TextSize.factorProperty().multiply(Controls.COLUMN));
        root = new VBox(column);
        root.setId("selection-bar");
        root.getStyleClass().addAll("composer", "selection-bar");
        Controls.show(root, false);
    }

    private static Button button(String key, Feather icon, String id, Runnable action) {
        Button button = Controls.button(Texts.text(key), action, "quiet-button");
        button.setId(id);
        button.setGraphic(Icons.medium(icon));
        button.setAccessibleText(Texts.text(key));
        button.setTooltip(new Tooltip(Texts.text(key)));
        return button;
    }

    public Node node() {
        return root;
    }

    /// Keeps in line with the messages, which make room for their scroll bar.
    public void standBesideBar(boolean bar) {
        root.pseudoClassStateChanged(BESIDE_BAR, bar);
    }

    void attach(Subscriptions subscriptions) {
        subscriptions.watch(model.selected().idsProperty(), now -> show(now.size()));
        subscriptions.watch(
                Bindings.createBooleanBinding(
                        () -> root.getWidth() < TextSize.text(WITH_WORDS),
                        root.widthProperty(),
                        TextSize.factorProperty()),
                this::showWords);
    }

    private void showWords(boolean narrow) {
        for (Node node : line.getChildren()) {
            if (node instanceof Button button && !button.getText().isEmpty()) {
                button.setContentDisplay(
                        narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            }
        }
    }

    private void show(int selected) {
        count.setText(Texts.text("select.count", selected));
        Controls.show(forward, commands.canForward());
        Controls.show(delete, commands.canDelete());
    }
}
