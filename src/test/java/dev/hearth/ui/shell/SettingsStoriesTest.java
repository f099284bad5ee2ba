package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.settings.Accent;
import dev.hearth.settings.Appearance;
import dev.hearth.settings.NoticeSettings.Level;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.SampleChat;
import dev.hearth.ui.fakes.WindowTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The settings by mouse and keyboard: each is applied and remembered at once.
final class SettingsStoriesTest extends WindowTest {
    private void openSettings() {
        push(KeyCode.CONTROL, KeyCode.COMMA);
    }

    private void join() {
        interact(() -> window().open(new OpeningWish.Join("192.168.1.20", Optional.empty())));
        interact(() -> SampleChat.fill(world.chat()));
    }

    private double fontSize(String query) {
        return find(query, Label.class).getFont().getSize();
    }

    @Test
    void openByMenuAndKeyAndCloseWithTheFocusWhereItWas() {
        open();
        clickOn("#menu");
        clickOn("Settings…");
        assertThat(isShown("#settings-scroll")).isTrue();
        clickOn("#close-settings");
        assertThat(isShown("#settings-scroll")).isFalse();
        join();
        clickOn("#composer").write("half a sen");
        openSettings();
        assertThat(isShown("#settings-scroll")).isTrue();
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(isShown("#settings-scroll")).isFalse();
        write("tence");
        assertThat(find("#composer", TextArea.class).getText()).isEqualTo("half a sentence");
    }

    @Test
    void goByKeyboardFromOneToTheNext() {
        open();
        openSettings();
        type(KeyCode.TAB);
        assertThat(scene().getFocusOwner()).isEqualTo(find("#settings-name", TextField.class));
        type(KeyCode.TAB);
        type(KeyCode.DOWN);
        type(KeyCode.ENTER);
        assertThat(find("#settings-theme", ComboBox.class).isFocused()).isTrue();
        type(KeyCode.TAB, 2);
        assertThat(find("#settings-text-size", Slider.class).isFocused()).isTrue();
        type(KeyCode.RIGHT);
        assertThat(preferences.appearance().textSize()).isEqualTo(110);
        type(KeyCode.TAB);
        type(KeyCode.SPACE);
        assertThat(preferences.appearance().compact()).isTrue();
    }

    @Test
    void aNameIsRememberedOnceItCanBeUsed() {
        open();
        openSettings();
        interact(() -> find("#settings-name", TextField.class).setText(" "));
        assertThat(preferences.name()).isEqualTo("Mira");
        assertThat(reads("Type the name that others will see.")).isTrue();
        interact(() -> find("#settings-name", TextField.class).setText("Mira B"));
        assertThat(preferences.name()).isEqualTo("Mira B");
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(find("#name", TextField.class).getText()).isEqualTo("Mira B");
    }

    @Test
    void themeAccentAndDensityShowAtOnce() {
        open();
        openSettings();
        interact(() -> choose("#settings-theme", ThemeChoice.DARK));
        assertThat(sheets()).contains("dark.css").doesNotContain("accent/");
        clickOn("#accent-TEAL");
        clickOn("#accent-TEAL");
        assertThat(sheets()).contains("accent/teal-dark.css");
        interact(() -> find("#settings-compact", CheckBox.class).fire());
        assertThat(sheets()).contains("compact.css");
        assertThat(preferences.appearance())
                .isEqualTo(new Appearance(ThemeChoice.DARK, Accent.TEAL, 100, true));
    }

    private String sheets() {
        return String.join(" ", scene().getStylesheets());
    }

    @SuppressWarnings("unchecked") // The choices of a box are known to who asks.
    private <T> void choose(String box, T choice) {
        ((ComboBox<T>) find(box, ComboBox.class)).setValue(choice);
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyCode.class,
            names = {"PLUS", "EQUALS", "ADD"})
    void textGrowsByEveryKeyForPlus(KeyCode plus) {
        open();
        join();
        double normal = fontSize("#rail .rail-title");
        double width = find(".rail", Region.class).getWidth();
        push(KeyCode.CONTROL, plus);
        assertThat(preferences.appearance().textSize()).isEqualTo(110);
        assertThat(fontSize("#rail .rail-title")).isCloseTo(normal * 1.1, within(0.06));
        assertThat(find(".rail", Region.class).getWidth()).isGreaterThan(width);
    }

    private static Offset<Double> within(double by) {
        return Offset.offset(by);
    }

    @Test
    void textShrinksAndGoesBackByKeyAndTheSliderFollows() {
        open();
        openSettings();
        push(KeyCode.CONTROL, KeyCode.MINUS);
        push(KeyCode.CONTROL, KeyCode.SUBTRACT);
        assertThat(preferences.appearance().textSize()).isEqualTo(80);
        assertThat(find("#settings-text-size", Slider.class).getValue()).isZero();
        assertThat(reads("80 %")).isTrue();
        push(KeyCode.CONTROL, KeyCode.SUBTRACT);
        assertThat(preferences.appearance().textSize()).isEqualTo(80);
        push(KeyCode.CONTROL, KeyCode.NUMPAD0);
        assertThat(preferences.appearance().textSize()).isEqualTo(100);
        push(KeyCode.CONTROL, KeyCode.PLUS);
        push(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertThat(preferences.appearance().textSize()).isEqualTo(100);
    }

    @Test
    void theTimelineStaysAtItsEndWhenTextGrows() {
        open();
        join();
        for (int i = 0; i < 7; i++) {
            push(KeyCode.CONTROL, KeyCode.PLUS);
        }
        assertThat(preferences.appearance().textSize()).isEqualTo(200);
        assertThat(isShown("#latest")).isFalse();
        screenshot(
                "settings-large-chat",
                check ->
                        check.mayCut(
                                        "rail-address",
                                        "an address that is wider than the column at this size")
                                .shows("On my way."));
    }

    @Test
    void noticesAreChosenOnce() {
        open();
        openSettings();
        interact(() -> choose("#settings-notices", Level.ALL));
        assertThat(preferences.notices().level("any", "room")).isEqualTo(Level.ALL);
        assertThat(preferences.notices().sound()).isFalse();
        interact(() -> find("#settings-sound", CheckBox.class).fire());
        assertThat(preferences.notices().sound()).isTrue();
        interact(() -> find("#settings-quiet", ComboBox.class).getSelectionModel().select(1));
        assertThat(preferences.notices().quietUntil())
                .hasValue(FakeWorld.NOW.plus(Duration.ofHours(1)));
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        openSettings();
        assertThat(reads("Until Today, 7:42")).isTrue();
        interact(() -> find("#settings-quiet", ComboBox.class).getSelectionModel().selectLast());
        assertThat(preferences.notices().quietUntil()).hasValue(Instant.MAX);
    }

    @Test
    void foldersAreOpenedAndCopied() {
        open();
        openSettings();
        interact(() -> find("#open-logs", Button.class).fire());
        assertThat(openedLinks).containsExactly("file:///home/mira/.local/share/hearth/logs");
        interact(() -> find("#copy-data", Button.class).fire());
        assertThat(copied()).isEqualTo("/home/mira/.local/share/hearth");
        hasBrowser = false;
        interact(() -> find("#open-data", Button.class).fire());
        assertThat(reads("No program could open this folder.")).isTrue();
    }

    private String copied() {
        String[] text = {""};
        interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        return text[0];
    }
}
