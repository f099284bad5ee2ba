package dev.hearth.ui.settings;

import dev.hearth.settings.Accent;
import dev.hearth.settings.Appearance;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.kit.Choices;
import dev.hearth.ui.kit.Section;
import dev.hearth.ui.kit.SettingRow;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// How the window looks: theme, accent, size of text, density. What is changed elsewhere, by the
/// menu or a key, shows here as well.
final class LookSettings {
    private final ObjectProperty<Appearance> appearance;
    private final ComboBox<ThemeChoice> theme;
    private final ToggleGroup accents = new ToggleGroup();
    private final Slider size = new Slider(0, Appearance.TEXT_SIZES.size() - 1, 0);
    private final Label percent = new Label();
    private final CheckBox compact;

    LookSettings(SettingsTools tools) {
        appearance = tools.appearance();
        Appearance now = appearance.get();
        theme =
                Choices.of(
                        "settings-theme",
                        List.of(ThemeChoice.values()),
                        now.theme(),
                        choice -> Texts.text("theme." + choice.name()),
                        choice -> change(old -> old.withTheme(choice)));
        compact =
                Choices.toggle(
                        "settings-compact",
                        now.compact(),
                        on -> change(old -> old.withCompact(on)));
    }

    Node section(Subscriptions subscriptions) {
        var section =
                new Section(
                        "settings.look",
                        new SettingRow(Texts.text("settings.theme"), "", theme),
                        new SettingRow(Texts.text("settings.accent"), "", swatches()),
                        new SettingRow(
                                Texts.text("settings.textSize"),
                                Texts.text("settings.textSize.keys"),
                                sizes()),
                        new SettingRow(
                                Texts.text("settings.compact"),
                                Texts.text("settings.compact.about"),
                                compact));
        subscriptions.watch(appearance, this::show);
        return section;
    }

    private void change(UnaryOperator<Appearance> how) {
        appearance.set(how.apply(appearance.get()));
    }

    private void show(Appearance now) {
        theme.setValue(now.theme());
        compact.setSelected(now.compact());
        accents.getToggles().stream()
                .filter(toggle -> now.accent().equals(toggle.getUserData()))
                .forEach(accents::selectToggle);
        size.setValue(Appearance.TEXT_SIZES.indexOf(now.textSize()));
        percent.setText(percent(now.textSize()));
        size.setAccessibleHelp(percent.getText());
    }

    private static String percent(int size) {
        return Texts.text("settings.percent", size);
    }

    private Region swatches() {
        var line = new HBox();
        line.getStyleClass().add("swatches");
        for (Accent accent : Accent.values()) {
            String name = Texts.text("accent." + accent.name());
            var swatch = new ToggleButton();
            swatch.setId("accent-" + accent.name());
            swatch.getStyleClass()
                    .setAll("swatch", "swatch-" + accent.name().toLowerCase(Locale.ROOT));
            swatch.setUserData(accent);
            swatch.setToggleGroup(accents);
            swatch.setAccessibleText(name);
            swatch.setTooltip(new Tooltip(name));
            // A second click would leave no colour chosen.
            swatch.setOnAction(
                    event -> {
                        change(old -> old.withAccent(accent));
                        accents.selectToggle(swatch);
                    });
            line.getChildren().add(swatch);
        }
        return line;
    }

    /// The sizes do not lie at even distances, so the slider goes by their number.
    private Region sizes() {
        size.setId("settings-text-size");
        size.setMajorTickUnit(1);
        size.setMinorTickCount(0);
        size.setSnapToTicks(true);
        size.setBlockIncrement(1);
        size.setAccessibleText(Texts.text("settings.textSize"));
        size.valueProperty().subscribe((before, now) -> slid());
        // While it is dragged, the slider must not grow away from under the mouse.
        size.valueChangingProperty().subscribe((before, now) -> slid());
        percent.setId("settings-percent");
        percent.getStyleClass().add("setting-value");
        percent.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(size, percent);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("setting-slider");
        return line;
    }

    private void slid() {
        int chosen = Appearance.TEXT_SIZES.get((int) Math.round(size.getValue()));
        percent.setText(percent(chosen));
        if (!size.isValueChanging()) {
            change(old -> old.withTextSize(chosen));
        }
    }
}
