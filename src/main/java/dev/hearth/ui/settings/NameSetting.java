package dev.hearth.ui.settings;

import dev.hearth.model.NameCheck;
import dev.hearth.model.Names;
import dev.hearth.ui.kit.Controls;
import dev.hearth.ui.kit.LabelledField;
import dev.hearth.ui.kit.Section;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The person's own name: each one that can be used is remembered as it is typed.
final class NameSetting {
    private final SettingsTools tools;
    private final StringProperty typed;
    private final StringProperty problem = new SimpleStringProperty("");

    NameSetting(SettingsTools tools) {
        this.tools = tools;
        typed = new SimpleStringProperty(tools.name().get());
    }

    Node section(Subscriptions subscriptions) {
        var field = new LabelledField("settings-name", "name.label");
        field.field().setPromptText(Texts.text("name.prompt"));
        field.bind(typed, problem, subscriptions);
        typed.subscribe((before, now) -> use(now));
        var row =
                new VBox(
                        field, Controls.paragraph(Texts.text("settings.name.about"), "fine-print"));
        row.getStyleClass().addAll("setting-row", "setting-name");
        return new Section("settings.profile", row);
    }

    private void use(String name) {
        switch (Names.check(name)) {
            case NameCheck.Fit _ -> {
                problem.set("");
                tools.name().set(name);
                tools.preferences().rememberName(name.strip());
            }
            case NameCheck.Unfit(NameCheck.Problem wrong) ->
                    problem.set(Texts.text("name." + wrong.name().toLowerCase(Locale.ROOT)));
        }
    }
}
