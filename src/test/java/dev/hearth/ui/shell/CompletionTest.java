package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.WindowTest;
import dev.hearth.ui.text.EmojiView;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Short codes and names while they are typed, and emoji where a line stands for a message.
final class CompletionTest extends WindowTest {
    private void join(ThemeChoice theme) {
        open(theme, 900, 600);
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        interact(() -> world.chat().enter("Amina", "Jonas Weber"));
        settle();
        clickOn("#composer");
    }

    private String written() {
        return find("#composer", TextArea.class).getText();
    }

    private boolean isOpen() {
        return lookup("#completions").tryQuery().isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aShortCodeIsCompletedByKeyboard(ThemeChoice theme) {
        join(theme);
        write("well :");
        assertThat(isOpen()).isFalse();
        write("tad");
        assertThat(isOpen()).isTrue();
        String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
        screenshot(
                lookup("#completions").query().getScene(),
                "completion-emoji" + suffix,
                check -> check.shows(":tada:"));
        type(KeyCode.ENTER);
        assertThat(written()).isEqualTo("well 🎉");
        assertThat(isOpen()).isFalse();
        assertThat(world.chat().calls()).noneMatch(call -> call.startsWith("send"));
        write(" :heart").type(KeyCode.DOWN).type(KeyCode.UP).type(KeyCode.TAB);
        assertThat(written()).startsWith("well 🎉 ").doesNotContain(":");
        write(" :heart").type(KeyCode.ESCAPE);
        assertThat(isOpen()).isFalse();
        assertThat(written()).endsWith(" :heart");
        type(KeyCode.ENTER);
        assertThat(world.chat().calls()).anyMatch(call -> call.endsWith(" :heart"));
    }

    @Test
    void theSecondColonFinishesACode() {
        join(ThemeChoice.LIGHT);
        write("yes :wave: at 12:30:45 :nothing:").type(KeyCode.SHIFT);
        assertThat(written()).isEqualTo("yes 👋 at 12:30:45 :nothing:");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aNameIsCompletedAfterAnAt(ThemeChoice theme) {
        join(theme);
        write("ask @");
        assertThat(lookup(".completion").queryAll()).hasSize(2);
        screenshot(
                lookup("#completions").query().getScene(),
                "completion-name-" + theme.name().toLowerCase(Locale.ROOT),
                check -> check.shows("Jonas Weber"));
        write("we").type(KeyCode.TAB);
        assertThat(written()).isEqualTo("ask @Jonas Weber ");
        write("mail@a");
        assertThat(isOpen()).isFalse();
    }

    @Test
    void previewsHaveEmojiAndNoSignsOfMarkdown() {
        join(ThemeChoice.LIGHT);
        interact(
                () -> {
                    RoomId room = world.chat().rooms().add("party 🎉", RoomKind.PUBLIC);
                    world.chat().rooms().topic(room, "cake 🍰");
                    world.chat().rooms().said(room, "Amina", FakeWorld.NOW, "**so** `nice` 👍");
                });
        settle();
        assertThat(lookup(".room-preview").queryAllAs(Label.class).stream().map(Label::getText))
                .contains("Amina: so nice 👍");
        assertThat(pictures(".room-title") + pictures(".room-preview")).isEqualTo(2);
        clickOn(".room-preview");
        settle();
        screenshot("emoji-previews-light");
        assertThat(pictures(".header-title") + pictures(".header-topic")).isEqualTo(2);
    }

    private long pictures(String query) {
        return lookup(query).queryAll().stream()
                .flatMap(label -> label.lookupAll(".emoji").stream())
                .filter(EmojiView.class::isInstance)
                .map(Node.class::cast)
                .count();
    }
}
