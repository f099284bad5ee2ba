package dev.hearth.ui.shell;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Shortcut;
import dev.hearth.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All shortcuts on a sheet over the window, from the table that says what keys mean.
final class ShortcutSheet {
    private static final double HEIGHT = 380;

    private final Sheets sheets;

    ShortcutSheet(Sheets sheets) {
        this.sheets = sheets;
    }

    void open() {
        var lines = new VBox();
        lines.getStyleClass().add("shortcuts");
        for (Shortcut.Where where : Shortcut.Where.values()) {
            lines.getChildren().add(Controls.label(where.text(), "shortcuts-title"));
            where.shortcuts().forEach(each -> lines.getChildren().add(line(each)));
        }
        var scroll = new ScrollPane(lines);
        scroll.setId("shortcuts");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefHeight(HEIGHT);
        scroll.setAccessibleText(Texts.text("menu.shortcuts"));
        Button close = Controls.button(Texts.text("close"), sheets::close, "accent");
        close.setId("close-shortcuts");
        var buttons = new HBox(close);
        buttons.getStyleClass().add("sheet-buttons");
        // The keyboard is on the list, which the arrow keys move.
        sheets.open(
                scroll,
                Controls.label(Texts.text("menu.shortcuts"), "sheet-title"),
                scroll,
                buttons);
    }

    private static Node line(Shortcut shortcut) {
        Label what = Controls.label(shortcut.text(), "shortcut-text");
        Controls.takesTheRest(what);
        Label keys = Controls.label(shortcut.keys(), "shortcut-keys");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(what, keys);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("shortcut");
        line.setAccessibleText(shortcut.text() + ", " + shortcut.keys());
        return line;
    }
}
