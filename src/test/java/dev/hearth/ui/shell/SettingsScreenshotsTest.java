package dev.hearth.ui.shell;

import dev.hearth.settings.Accent;
import dev.hearth.settings.Appearance;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.SampleChat;
import dev.hearth.ui.fakes.ScreenCheck;
import dev.hearth.ui.fakes.WindowTest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of the settings, and of the other screens as the settings make them. One window serves
/// for all sizes of text, so this takes seconds. The headless screen is 1000 pixels wide.
final class SettingsScreenshotsTest extends WindowTest {
    private static final List<Integer> SIZES = List.of(80, 100, 150, 200);

    private void join() {
        interact(() -> window().open(new OpeningWish.Join("192.168.1.20", Optional.empty())));
        interact(() -> SampleChat.fill(world.chat()));
    }

    private void openSettings() {
        push(KeyCode.CONTROL, KeyCode.COMMA);
    }

    private void scrollSettings(double place) {
        interact(() -> find("#settings-scroll", ScrollPane.class).setVvalue(place));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 500, 80", "DARK, 500, 200", "LIGHT, 1000, 200"})
    void startWithLargeText(ThemeChoice theme, int width, int percent) {
        preferences.rememberAppearance(preferences.appearance().withTextSize(percent));
        open(theme, width, 760);
        screenshot("size-start-" + percent + "-" + width, "Host a chat", "Your name", "Mira");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 500", "DARK, 900"})
    void everySizeOfText(ThemeChoice theme, int width) {
        open(theme, width, 760);
        join();
        for (int percent : SIZES) {
            String name = percent + "-" + width;
            openSettings();
            int place = Appearance.TEXT_SIZES.indexOf(percent);
            interact(() -> find("#settings-text-size", Slider.class).setValue(place));
            screenshot(
                    "settings-" + name,
                    check -> narrow(check).shows("Settings", "Your name", "Mira", "Appearance"));
            scrollSettings(1);
            screenshot(
                    "settings-end-" + name,
                    check -> narrow(check).shows("Version 0.1.0", "About and licences"));
            press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
            screenshot(
                    "size-chat-" + name,
                    check -> narrow(check).shows("#lobby", "On my way.", "Write a message"));
            push(KeyCode.F9);
            screenshot(
                    "size-sidebar-" + name,
                    check ->
                            narrow(check)
                                    .mayCover("rail", "the drawer lies over the messages")
                                    .shows("Rooms", "Jonas Weber"));
            push(KeyCode.ESCAPE);
        }
    }

    private static ScreenCheck narrow(ScreenCheck check) {
        return check.mayCut("header-chat", "it gives way to the name of the room")
                .mayCut("header-people", "it gives way to the buttons");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everyAccent(ThemeChoice theme) {
        preferences.rememberAppearance(preferences.appearance().withCompact(true));
        open(theme, 900, 640);
        join();
        for (Accent accent : Accent.values()) {
            openSettings();
            clickOn("#accent-" + accent.name());
            press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
            String name = accent.name() + "-" + theme.name();
            screenshot("accent-" + name.toLowerCase(Locale.ROOT), "#lobby", "On my way.");
        }
    }
}
