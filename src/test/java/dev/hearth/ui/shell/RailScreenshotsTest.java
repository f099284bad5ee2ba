package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Event;
import dev.hearth.settings.Appearance;
import dev.hearth.settings.Language;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.kit.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of the rail, in every theme and language.
final class RailScreenshotsTest extends SeveralChats {
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void pictures(ThemeChoice theme) {
        String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
        open(theme, 960, 640);
        fill();
        screenshot(
                "rail" + suffix,
                check ->
                        check.shows("MC", "30", "12", "Omar in #lobby")
                                .mayCut("notice-title", "a notice is one line")
                                .mayCover("notice", "it floats over the list until it is read"));
        push(KeyCode.CONTROL, KeyCode.N);
        screenshot(
                "rail-start" + suffix,
                check -> check.shows("MC", "30", "Host a chat").mayCover("notice", "it floats"));
        type(KeyCode.ESCAPE);
        interact(() -> stage().setWidth(500));
        screenshot(
                "rail-narrow" + suffix,
                check -> check.shows("MC", "30", "12").mayCover("notice", "it floats"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aTooltipShowsTheEmojiOfAName(ThemeChoice theme) {
        open(theme, 960, 640);
        fill();
        interact(() -> world.chats().getFirst().tell(new Event.ChatNamed("Ana’s kitchen 🍳")));
        Button button = find("#open-chat-1", Button.class);
        Tooltip tooltip = button.getTooltip();
        assertThat(tooltip.getText()).startsWith("Ana’s kitchen 🍳\n");
        interact(() -> tooltip.show(button, 100, 100));
        assertThat(tooltip.getGraphic().lookupAll(".emoji")).hasSize(1);
        screenshot(
                tooltip.getScene(),
                "rail-tooltip-" + theme.name().toLowerCase(Locale.ROOT),
                check -> check.shows("Ana’s kitchen 🍳", "Online"));
        interact(tooltip::hide);
        interact(() -> world.chats().getFirst().tell(new Event.ChatNamed("Ana’s kitchen")));
        assertThat(tooltip.getGraphic()).isNull();
    }

    @Test
    void everyLanguageHasRoomAndArabicIsMirrored() {
        open(ThemeChoice.LIGHT, 900, 640);
        fill();
        push(KeyCode.CONTROL, KeyCode.N);
        for (Language language : Language.values()) {
            choose(language);
            screenshot(
                    "rail-start-" + language.code(),
                    check -> check.shows(Texts.text("host.title")).mayCover("notice", "it floats"));
        }
        clickOn("#start-back");
        choose(Language.ARABIC);
        Node rail = find("#open-chats", Node.class);
        assertThat(rail.localToScene(rail.getLayoutBounds()).getMinX()).isGreaterThan(800);
        assertThat(inFront("192.168.1.30:3000")).isTrue();
        screenshot(
                "rail-ar",
                check ->
                        check.shows("30", "12")
                                .mayCut("notice-title", "a notice is one line")
                                .mayCover("notice", "it floats over the list"));
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(inFront("10.0.0.7:3000")).isTrue();
        assertThat(reads(Texts.text("rail.rooms"))).isTrue();
        choose(Language.ENGLISH);
    }

    @SuppressWarnings("unchecked") // The box holds languages, as the settings made it.
    private void choose(Language language) {
        push(KeyCode.CONTROL, KeyCode.COMMA);
        interact(
                () ->
                        ((ComboBox<Optional<Language>>) find("#settings-language", ComboBox.class))
                                .setValue(Optional.of(language)));
        type(KeyCode.ESCAPE);
    }

    @Test
    void largeTextHasRoom() {
        preferences.rememberAppearance(Appearance.DEFAULTS.withTextSize(150));
        open(ThemeChoice.LIGHT, 900, 700);
        fill();
        screenshot(
                "rail-large",
                check ->
                        check.shows("MC", "30", "12")
                                .mayCut("notice-title", "a notice is one line")
                                .mayCut("header-chat", "a long name gives way to the buttons")
                                .mayCover("notice", "it floats over the list"));
    }
}
