package dev.hearth.ui.shell;

import dev.hearth.settings.Accent;
import dev.hearth.settings.Appearance;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.SampleChat;
import dev.hearth.ui.fakes.WindowTest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of the settings, and of the other screens as the settings make them. One window serves
/// for all sizes of text, so this takes seconds. The headless screen is 1000 pixels wide.
final class SettingsScreenshotsTest extends WindowTest {
    private static final List<Integer> SIZES = List.of(80, 100, 150, 200);

    private void size(int percent) {
        int steps =
                Appearance.TEXT_SIZES.indexOf(percent)
                        - Appearance.TEXT_SIZES.indexOf(Appearance.NORMAL_SIZE);
        push(KeyCode.CONTROL, KeyCode.DIGIT0);
        for (int i = 0; i < Math.abs(steps); i++) {
            push(KeyCode.CONTROL, steps < 0 ? KeyCode.MINUS : KeyCode.PLUS);
        }
    }

    private void scroll(double place) {
        interact(() -> find("#settings-scroll", ScrollPane.class).setVvalue(place));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 500", "LIGHT, 900", "DARK, 500", "DARK, 1000"})
    void everySizeOfText(ThemeChoice theme, int width) {
        open(theme, width, 760);
        for (int percent : SIZES) {
            size(percent);
            String name = percent + "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT);
            screenshot("size-start-" + name, "Host a chat", "Your name");
            settings(name);
        }
        interact(() -> window().open(new OpeningWish.Join("192.168.1.20", Optional.empty())));
        interact(() -> SampleChat.fill(world.chat()));
        for (int percent : SIZES) {
            size(percent);
            String name = percent + "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT);
            screenshot("size-chat-" + name, "#lobby", "On my way.", "Write a message");
            push(KeyCode.F9);
            screenshot(
                    "size-sidebar-" + name,
                    check -> check.mayCover("rail").shows("Rooms", "Jonas Weber"));
            push(KeyCode.F9);
        }
    }

    private void settings(String name) {
        push(KeyCode.CONTROL, KeyCode.COMMA);
        screenshot("settings-" + name, "Settings", "Your name", "Mira", "Appearance");
        scroll(0.5);
        screenshot("settings-middle-" + name, "Compact");
        scroll(1);
        screenshot("settings-end-" + name, "Version 0.1.0", "About and licences", "Copy path");
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everyAccent(ThemeChoice theme) {
        preferences.rememberAppearance(preferences.appearance().withCompact(true));
        open(theme, 900, 640);
        interact(() -> window().open(new OpeningWish.Join("192.168.1.20", Optional.empty())));
        interact(() -> SampleChat.fill(world.chat()));
        for (Accent accent : Accent.values()) {
            push(KeyCode.CONTROL, KeyCode.COMMA);
            clickOn("#accent-" + accent.name());
            press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
            String name = accent.name() + "-" + theme.name();
            screenshot("accent-" + name.toLowerCase(Locale.ROOT), "#lobby", "On my way.");
        }
    }
}
