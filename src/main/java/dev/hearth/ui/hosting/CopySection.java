package dev.hearth.ui.hosting;

import dev.hearth.ui.hosting.CopyViewModel.Running;
import dev.hearth.ui.hosting.SaveDialog.Kind;
import dev.hearth.ui.hosting.Saving.Form;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Section;
import dev.hearth.ui.kit.SettingRow;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Copies of the chat, for `hearth restore` and for people: how far one is, its end, and what came
/// of it.
final class CopySection {
    private static final String BASE = "chat";

    private final SaveDialog dialog;
    private final CopyViewModel model;
    private final Button backup;
    private final Button export;
    private final Label file = Controls.paragraph("", "fine-print");
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel;
    private final VBox progress;
    private final Label outcome = Controls.paragraph("", "setting-row", "fine-print");

    CopySection(SaveDialog dialog, CopyViewModel model) {
        this.dialog = dialog;
        this.model = model;
        backup = Controls.button(Texts.text("hosting.backup.do"), this::backUp, "small");
        backup.setId("host-backup");
        export = Controls.button(Texts.text("hosting.export.do"), this::export, "small");
        export.setId("host-export");
        cancel = Controls.button(Texts.text("cancel"), model::cancel, "small");
        cancel.setId("cancel-copy");
        outcome.setId("copy-outcome");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Texts.text("hosting.copies"));
        HBox.setHgrow(bar, Priority.ALWAYS);
        var line = new HBox(bar, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("host-progress");
        progress = new VBox(file, line);
        progress.getStyleClass().add("setting-row");
    }

    Node node(Subscriptions subscriptions) {
        subscriptions.watch(model.runningProperty(), this::show);
        subscriptions.watch(
                model.outcomeProperty(),
                words -> {
                    outcome.setText(words);
                    Controls.show(outcome, !words.isEmpty());
                });
        return new Section(
                "hosting.copies",
                new SettingRow(
                        Texts.text("hosting.backup"), Texts.text("hosting.backup.about"), backup),
                new SettingRow(
                        Texts.text("hosting.export"), Texts.text("hosting.export.about"), export),
                progress,
                outcome);
    }

    private void show(Optional<Running> running) {
        backup.setDisable(running.isPresent());
        export.setDisable(running.isPresent());
        Controls.show(progress, running.isPresent());
        running.ifPresent(
                now -> {
                    file.setText(Texts.text("hosting.saving", now.file()));
                    bar.setProgress(now.part().orElse(ProgressBar.INDETERMINATE_PROGRESS));
                });
    }

    private void backUp() {
        Kind kind = new Kind(Texts.text("hosting.backup"), "backup");
        dialog.ask(Texts.text("hosting.backup.do"), BASE + ".backup", List.of(kind))
                .ifPresent(path -> model.save(Form.BACKUP, path));
    }

    private void export() {
        dialog.ask(
                        Texts.text("hosting.export.do"),
                        BASE + ".html",
                        List.of(
                                new Kind(Texts.text("hosting.kind.html"), "html"),
                                new Kind(Texts.text("hosting.kind.text"), "txt"),
                                new Kind(Texts.text("hosting.kind.json"), "json")))
                .ifPresent(path -> model.save(form(path), path));
    }

    /// As the name of the file says.
    private static Form form(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return Form.JSON;
        }
        return name.endsWith(".txt") ? Form.TEXT : Form.HTML;
    }
}
