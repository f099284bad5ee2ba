package dev.hearth.ui.hosting;

import dev.hearth.ui.kit.Choices;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.Section;
import dev.hearth.ui.kit.SettingRow;
import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;

/// For how long messages are kept, and the question before any is deleted.
final class KeepSection {
    private final Sheets sheets;
    private final KeepViewModel model;
    private final Runnable back;
    private final ComboBox<Optional<Duration>> choice;
    private final Label problem = Controls.paragraph("", "setting-row", "fine-print");

    /// @param back leads back from a question
    KeepSection(Sheets sheets, KeepViewModel model, Runnable back) {
        this.sheets = sheets;
        this.model = model;
        this.back = back;
        choice =
                Choices.of(
                        "host-keep",
                        model.choices(),
                        model.keepForProperty().get(),
                        KeepSection::words,
                        wish -> model.wish(wish, this::ask));
        problem.setId("keep-problem");
    }

    Node node(Subscriptions subscriptions) {
        subscriptions.watch(model.keepForProperty(), choice::setValue);
        subscriptions.watch(
                model.problemProperty(),
                words -> {
                    problem.setText(words);
                    Controls.show(problem, !words.isEmpty());
                    if (!words.isEmpty()) {
                        choice.setValue(model.keepForProperty().get());
                    }
                });
        return new Section(
                "hosting.keep",
                new SettingRow(
                        Texts.text("hosting.keep.messages"),
                        Texts.text("hosting.keep.about"),
                        choice),
                problem);
    }

    private static String words(Optional<Duration> age) {
        return age.map(it -> Texts.text("hosting.keep.days", it.toDays()))
                .orElse(Texts.text("hosting.keep.ever"));
    }

    private void ask(Duration age, OptionalLong older) {
        sheets.ask(
                Texts.text("hosting.ask.keep", age.toDays()),
                older.isPresent()
                        ? Texts.text("hosting.ask.keep.count", older.getAsLong())
                        : Texts.text("hosting.ask.keep.many"),
                Texts.text("hosting.ask.keep.yes"),
                () -> model.keep(Optional.of(age)),
                back);
    }
}
