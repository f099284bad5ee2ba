package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.settings.Language;
import dev.hearth.settings.RecentChat;
import dev.hearth.settings.RecentChat.Said;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.SampleChat;
import dev.hearth.ui.fakes.WindowTest;
import dev.hearth.ui.kit.Texts;
import dev.hearth.ui.start.EarlierChat;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The window in every language: chosen in the settings, in the middle of a chat. One window serves
/// for all pictures. The pictures are not looked at for glyphs: this machine may have no Chinese
/// font.
final class LanguageStoriesTest extends WindowTest {
    /// English has pictures of its own.
    private static final Set<Language> TRANSLATIONS =
            EnumSet.complementOf(EnumSet.of(Language.ENGLISH));

    @AfterEach
    void speakEnglish() {
        Texts.speak(Language.ENGLISH);
    }

    @SuppressWarnings("unchecked") // The box holds languages, as the settings made it.
    private void choose(Language language) {
        push(KeyCode.CONTROL, KeyCode.COMMA);
        interact(
                () ->
                        ((ComboBox<Optional<Language>>) find("#settings-language", ComboBox.class))
                                .setValue(Optional.of(language)));
    }

    private void leaveSettings() {
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    }

    private void join() {
        interact(() -> window().open(new OpeningWish.Join("192.168.1.20", Optional.empty())));
        interact(() -> SampleChat.fill(world.chat()));
    }

    @Test
    void anotherLanguageKeepsRoomDraftAndPlace() {
        open();
        join();
        interact(
                () -> {
                    for (int i = 0; i < 60; i++) {
                        world.chat().hear("Amina", FakeWorld.NOW.plusSeconds(i), "Line " + i);
                    }
                });
        clickOn("#composer").write("half a sen");
        press(KeyCode.PAGE_UP).release(KeyCode.PAGE_UP);
        press(KeyCode.PAGE_UP).release(KeyCode.PAGE_UP);
        double before = placeOf("Line 30");
        choose(Language.GERMAN);
        assertThat(preferences.language()).contains(Language.GERMAN);
        assertThat(reads("Einstellungen")).isTrue();
        leaveSettings();
        assertThat(reads("Räume")).isTrue();
        assertThat(find("#composer", TextArea.class).getText()).isEqualTo("half a sen");
        assertThat(placeOf("Line 30")).isEqualTo(before);
        assertThat(stage().getTitle()).startsWith("#lobby");
        choose(Language.ENGLISH);
        leaveSettings();
        assertThat(reads("Rooms")).isTrue();
        assertThat(placeOf("Line 30")).isEqualTo(before);
    }

    private double placeOf(String words) {
        return lookup(".message-row").queryAll().stream()
                .filter(row -> String.valueOf(row.getAccessibleText()).endsWith(": " + words))
                .map(row -> row.localToScene(row.getLayoutBounds()).getMinY())
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is not in sight"));
    }

    @Test
    void arabicIsMirroredAndEnglishIsNotAgain() {
        open();
        join();
        assertThat(middle("#rail")).isLessThan(450);
        choose(Language.ARABIC);
        leaveSettings();
        assertThat(scene().getNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
        assertThat(middle("#rail")).isGreaterThan(450);
        choose(Language.ENGLISH);
        leaveSettings();
        assertThat(middle("#rail")).isLessThan(450);
    }

    private double middle(String query) {
        Node node = find(query, Node.class);
        return node.localToScene(node.getLayoutBounds()).getCenterX();
    }

    @Test
    void everyTextHasRoomInEveryLanguage() {
        world.hostedBefore(new EarlierChat(Optional.empty(), 207));
        for (String address : List.of("10.0.0.6", "10.0.0.7", "10.0.0.8")) {
            preferences.rememberAddress(address);
        }
        preferences.rememberChat(
                new RecentChat(
                        "chat.example.org:3000",
                        "مطبخ أمينة",
                        Optional.of(new Said("Omar: On my way.", FakeWorld.NOW))));
        open(ThemeChoice.LIGHT, 500, 760);
        for (Language language : TRANSLATIONS) {
            choose(language);
            screenshot("language-settings-" + language.code(), Texts.text("settings.title"));
            interact(() -> find("#settings-scroll", ScrollPane.class).setVvalue(1));
            screenshot("language-settings-end-" + language.code(), Texts.text("menu.about"));
            leaveSettings();
            screenshot("language-start-" + language.code(), Texts.text("host.again"));
            interact(() -> ((ScrollPane) lookup(".start-scroll").query()).setVvalue(1));
            screenshot("language-start-end-" + language.code(), Texts.text("join.more", 4));
        }
        interact(() -> stage().setWidth(900));
        join();
        for (Language language : TRANSLATIONS) {
            choose(language);
            leaveSettings();
            screenshot(
                    "language-chat-" + language.code(),
                    Texts.text("rail.rooms"),
                    Texts.text("delivery.retry"),
                    Texts.text("share.button"));
            clickOn("#share");
            screenshot(
                    "language-share-" + language.code(),
                    check ->
                            check.mayCover("share-card", "the card lies over the messages")
                                    .shows(Texts.text("share.title")));
            clickOn("#share");
        }
    }

    @Test
    void aSystemInGermanGetsGerman() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            preferences.rememberLanguage(Optional.empty());
            open();
            assertThat(reads("Chat eröffnen")).isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }
}
