package dev.hearth.ui.settings;

import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Copy;
import dev.hearth.ui.kit.Section;
import dev.hearth.ui.kit.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Where things are on this computer.
final class FolderSettings {
    private final SettingsTools tools;

    FolderSettings(SettingsTools tools) {
        this.tools = tools;
    }

    /// Empty where nothing is kept.
    Optional<Node> section() {
        List<Node> rows = new ArrayList<>();
        tools.folders().data().ifPresent(path -> rows.add(row("data", "settings.data", path)));
        tools.folders().logs().ifPresent(path -> rows.add(row("logs", "settings.logs", path)));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section("settings.folders", rows.toArray(Node[]::new)));
    }

    private Node row(String what, String titleKey, Path path) {
        Button open =
                Controls.button(Texts.text("settings.folder.open"), () -> open(path), "small");
        open.setId("open-" + what);
        Button copy =
                Controls.button(Texts.text("settings.folder.copy"), () -> copy(path), "small");
        copy.setId("copy-" + what);
        var buttons = new FlowPane(open, copy);
        buttons.getStyleClass().add("setting-buttons");
        Label where = Controls.paragraph(path.toString(), "setting-path");
        where.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        var row = new VBox(Controls.label(Texts.text(titleKey), "setting-title"), where, buttons);
        row.getStyleClass().addAll("setting-row", "setting-folder");
        return row;
    }

    private void open(Path path) {
        tools.context()
                .deliver(
                        tools.links().open(path.toUri().toString()),
                        (opened, error) -> {
                            if (error != null || !Boolean.TRUE.equals(opened)) {
                                Copy.text(path.toString());
                                tools.toasts().show(Texts.text("settings.folder.notOpened", path));
                            }
                        });
    }

    private void copy(Path path) {
        Copy.text(path.toString());
        tools.toasts().show(Texts.text("copied"));
    }
}
