package dev.hearth.ui.settings;

import dev.hearth.settings.Language;
import dev.hearth.ui.kit.Choices;
import dev.hearth.ui.kit.Section;
import dev.hearth.ui.kit.SettingRow;
import dev.hearth.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

/// What the window speaks. Each language is named in itself, for who cannot read the present one.
final class LanguageSetting {
    private final SettingsTools tools;

    LanguageSetting(SettingsTools tools) {
        this.tools = tools;
    }

    Node section() {
        List<Optional<Language>> all = new ArrayList<>();
        all.add(Optional.empty());
        for (Language language : Language.values()) {
            all.add(Optional.of(language));
        }
        ComboBox<Optional<Language>> box =
                Choices.of(
                        "settings-language",
                        all,
                        tools.preferences().language(),
                        LanguageSetting::words,
                        choice -> tools.speak().accept(choice));
        return new Section(
                "settings.language",
                new SettingRow(
                        Texts.text("settings.language"),
                        Texts.text("settings.language.about"),
                        box));
    }

    private static String words(Optional<Language> choice) {
        return choice.map(LanguageSetting::name)
                .orElseGet(
                        () ->
                                Texts.text(
                                        "settings.language.system",
                                        name(Language.of(Locale.getDefault()))));
    }

    private static String name(Language language) {
        return switch (language) {
            case ENGLISH -> "English";
            case GERMAN -> "Deutsch";
            case SPANISH -> "Español";
            case FRENCH -> "Français";
            case CHINESE -> "简体中文";
            case ARABIC -> "العربية";
        };
    }
}
