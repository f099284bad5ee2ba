package dev.hearth.ui.settings;

import dev.hearth.settings.NoticeSettings;
import dev.hearth.settings.NoticeSettings.Level;
import dev.hearth.ui.kit.Choices;
import dev.hearth.ui.kit.Preferences;
import dev.hearth.ui.kit.Section;
import dev.hearth.ui.kit.SettingRow;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.kit.Times;
import dev.hearth.ui.notices.QuietTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

/// Of what a person is told, when not, and whether it may be heard.
final class NoticeSetting {
    /// When a person is not disturbed.
    private enum Quiet {
        OFF("quiet.never"),
        /// Until the time that was chosen before.
        UNTIL(""),
        HOUR("quiet.hour"),
        TOMORROW("quiet.tomorrow"),
        ALWAYS("quiet.always");

        private final String key;

        Quiet(String key) {
            this.key = key;
        }
    }

    private final Preferences preferences;
    private final QuietTime quiet;
    private final ComboBox<Quiet> quietBox;

    NoticeSetting(SettingsTools tools) {
        preferences = tools.preferences();
        quiet = tools.quiet();
        quietBox =
                Choices.of("settings-quiet", choices(), current(), this::words, this::chooseQuiet);
    }

    Node section() {
        NoticeSettings now = preferences.notices();
        ComboBox<Level> level =
                Choices.of(
                        "settings-notices",
                        List.of(Level.values()),
                        now.usual(),
                        choice -> Texts.text("notices." + choice),
                        choice -> preferences.rememberNotices(old -> old.withUsual(choice)));
        return new Section(
                "notices.menu",
                new SettingRow(
                        Texts.text("settings.notices"),
                        Texts.text("settings.notices.about"),
                        level),
                new SettingRow(Texts.text("quiet.menu"), "", quietBox),
                new SettingRow(
                        Texts.text("settings.sound"),
                        Texts.text("settings.sound.about"),
                        Choices.toggle(
                                "settings-sound",
                                now.sound(),
                                on -> preferences.rememberNotices(old -> old.withSound(on)))));
    }

    private List<Quiet> choices() {
        List<Quiet> all = new ArrayList<>(List.of(Quiet.values()));
        if (current() != Quiet.UNTIL) {
            all.remove(Quiet.UNTIL);
        }
        return all;
    }

    private Quiet current() {
        return quiet.end()
                .map(end -> end.equals(Instant.MAX) ? Quiet.ALWAYS : Quiet.UNTIL)
                .orElse(Quiet.OFF);
    }

    private String words(Quiet choice) {
        if (choice != Quiet.UNTIL) {
            return Texts.text(choice.key);
        }
        return quiet.end()
                .map(end -> Texts.text("quiet.end", new Times(quiet.clock()).dayAndTime(end)))
                .orElse("");
    }

    private void chooseQuiet(Quiet choice) {
        switch (choice) {
            case OFF -> quiet.turnOff();
            case HOUR -> quiet.anHour();
            case TOMORROW -> quiet.untilTomorrow();
            case ALWAYS -> quiet.untilTurnedOff();
            case UNTIL -> {}
        }
    }
}
