package dev.hearth.ui.shell;

import dev.hearth.settings.Language;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.LivelyChat;
import dev.hearth.ui.fakes.ScreenCheck;
import dev.hearth.ui.fakes.WindowTest;
import dev.hearth.ui.kit.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of messages that are selected.
final class SelectionScreenshotsTest extends WindowTest {
    @AfterEach
    void speakEnglish() {
        Texts.speak(Language.ENGLISH);
    }

    private void select(ThemeChoice theme, double width) {
        open(theme, width, 760);
        interact(() -> window().open(new OpeningWish.Join("192.168.1.20", Optional.empty())));
        interact(() -> LivelyChat.fill(world.chat(), "Mira"));
        clickOn("#composer").type(KeyCode.F6).type(KeyCode.SPACE);
        for (int i = 0; i < 3; i++) {
            push(KeyCode.SHIFT, KeyCode.UP);
        }
    }

    private static ScreenCheck narrow(ScreenCheck check) {
        return check.mayCut("quote-text", "a quote is one line of a message")
                .mayCut("header-chat", "it gives way to the name of the room")
                .mayCut("header-people", "it gives way to the buttons");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void several(ThemeChoice theme) {
        select(theme, 960);
        String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
        screenshot("selection" + suffix, "Copy", "Delete");
        type(KeyCode.DELETE);
        screenshot(
                "selection-delete" + suffix,
                check ->
                        check.mayCover("toast", "it floats over the rest until it goes away")
                                .shows("for everyone.", "you may not delete", "Undo"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void severalInANarrowWindow(ThemeChoice theme) {
        select(theme, 420);
        String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
        screenshot("selection-narrow" + suffix, check -> narrow(check).shows("selected"));
    }

    /// With words on the buttons, in a window that is hardly wide enough for them.
    @ParameterizedTest
    @EnumSource(Language.class)
    void severalInEveryLanguage(Language language) {
        preferences.rememberLanguage(Optional.of(language));
        select(ThemeChoice.LIGHT, 604);
        screenshot("selection-words-" + language.code(), Texts.text("select.forward"));
    }

    @Test
    void severalInArabic() {
        preferences.rememberLanguage(Optional.of(Language.ARABIC));
        select(ThemeChoice.LIGHT, 900);
        screenshot("selection-ar", Texts.text("copy"));
    }
}
