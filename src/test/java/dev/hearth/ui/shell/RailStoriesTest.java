package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Event;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FakeChat;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// From one chat to another, by mouse and by keyboard.
final class RailStoriesTest extends SeveralChats {
    @Test
    void theOnlyChatHasNoRail() {
        open();
        join("10.0.0.7", "Amina");
        assertThat(isShown("#open-chats")).isFalse();
        join("10.0.0.8", "Omar");
        assertThat(isShown("#open-chats")).isTrue();
        push(KeyCode.CONTROL, KeyCode.W);
        clickOn("#sure");
        assertThat(isShown("#open-chats")).isFalse();
    }

    @Test
    void aChatGoesByTheNameThatItCallsItself() {
        open();
        FakeChat first = join("10.0.0.7", "Amina");
        join("10.0.0.8", "Omar");
        interact(() -> first.tell(new Event.ChatNamed("Ana\u202e’s kitchen 🍳")));
        assertThat(button(1).getAccessibleText()).startsWith("Ana\\u202e’s kitchen 🍳, Online");
        clickOn("#open-chat-1");
        assertThat(stage().getTitle()).endsWith("Ana\\u202e’s kitchen 🍳 – Hearth");
        assertThat(lookup(".rail-title").queryLabeled().getText())
                .isEqualTo("Ana\\u202e’s kitchen 🍳");
        assertThat(lookup(".rail-address").queryLabeled().getText()).isEqualTo("10.0.0.7:3000");
    }

    @Test
    void oneMoreChatIsJoinedWhileTheFirstGoesOn() {
        open();
        FakeChat first = join("10.0.0.7", "Amina");
        push(KeyCode.CONTROL, KeyCode.N);
        assertThat(isShown("#start")).isTrue();
        hear(first, "Amina", "hello");
        assertThat(badge(1)).isEqualTo("1");
        assertThat(stage().getTitle()).isEqualTo("(1) Hearth");
        write("10.0.0.8");
        type(KeyCode.ENTER);
        assertThat(world.chats()).hasSize(2);
        assertThat(inFront("10.0.0.8:3000")).isTrue();
        assertThat(first.calls()).doesNotContain("close");
        assertThat(stage().getTitle()).startsWith("(1) ");
        clickOn("#open-chat-1");
        assertThat(reads("hello")).isTrue();
        assertThat(badge(1)).isEmpty();
        assertThat(stage().getTitle()).startsWith("#lobby · 10.0.0.7:3000");
    }

    @Test
    void escapeLeadsBackToTheChat() {
        open();
        join("10.0.0.7", "Amina");
        clickOn("#composer").write("half a sen");
        push(KeyCode.CONTROL, KeyCode.N);
        type(KeyCode.ESCAPE);
        assertThat(isShown("#start")).isFalse();
        assertThat(isShown("#open-chats")).isFalse();
        write("tence");
        assertThat(composer().getText()).isEqualTo("half a sentence");
        push(KeyCode.CONTROL, KeyCode.N);
        clickOn("#start-back");
        assertThat(isShown("#chat")).isTrue();
    }

    @Test
    void escapeGivesUpAJoinBeforeItLeadsBack() {
        open();
        join("10.0.0.7", "Amina");
        world.onJoin(chat -> {});
        push(KeyCode.CONTROL, KeyCode.N);
        write("10.0.0.8");
        type(KeyCode.ENTER);
        assertThat(reads("Connecting to 10.0.0.8:3000")).isTrue();
        type(KeyCode.ESCAPE);
        assertThat(world.chat().calls()).contains("close");
        assertThat(isShown("#start")).isTrue();
        type(KeyCode.ESCAPE);
        assertThat(inFront("10.0.0.7:3000")).isTrue();
    }

    @Test
    void keysLeadFromOneToTheOther() {
        open();
        join("10.0.0.7");
        join("10.0.0.8");
        join("10.0.0.9");
        push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(inFront("10.0.0.7:3000")).isTrue();
        push(KeyCode.CONTROL, KeyCode.TAB);
        assertThat(inFront("10.0.0.8:3000")).isTrue();
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
        assertThat(inFront("10.0.0.9:3000")).isTrue();
        push(KeyCode.CONTROL, KeyCode.TAB);
        assertThat(inFront("10.0.0.7:3000")).isTrue();
        push(KeyCode.CONTROL, KeyCode.DIGIT9);
        assertThat(inFront("10.0.0.7:3000")).isTrue();
        // While something is asked, the answer comes first.
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        push(KeyCode.CONTROL, KeyCode.TAB);
        assertThat(inFront("10.0.0.7:3000")).isTrue();
    }

    @Test
    void aMessageThatHasTheKeyboardTakesItsKeysFirst() {
        open();
        FakeChat first = join("10.0.0.7", "Amina");
        join("10.0.0.8", "Omar");
        push(KeyCode.CONTROL, KeyCode.DIGIT1);
        hear(first, "Amina", "hello");
        type(KeyCode.F6);
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(inFront("10.0.0.7:3000")).isTrue();
        assertThat(first.calls()).contains("submit React");
        type(KeyCode.F6);
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(inFront("10.0.0.8:3000")).isTrue();
    }

    @Test
    void theRailIsWalkedByArrowKeys() {
        open();
        join("10.0.0.7");
        join("10.0.0.8");
        interact(() -> button(2).requestFocus());
        type(KeyCode.UP);
        assertThat(button(1).isFocused()).isTrue();
        type(KeyCode.UP);
        assertThat(button(1).isFocused()).isTrue();
        type(KeyCode.END);
        assertThat(find("#another-chat", Button.class).isFocused()).isTrue();
        type(KeyCode.HOME);
        type(KeyCode.ENTER);
        assertThat(inFront("10.0.0.7:3000")).isTrue();
        assertThat(composer().isFocused()).isTrue();
    }

    @Test
    void aChatIsLeftByItsMenuAndTheNeighbourIsShown() {
        open();
        FakeChat first = join("10.0.0.7");
        FakeChat second = join("10.0.0.8");
        FakeChat third = join("10.0.0.9");
        rightClickOn("#open-chat-1");
        clickOn("Leave the chat…");
        clickOn("#sure");
        assertThat(first.calls()).contains("close");
        assertThat(inFront("10.0.0.9:3000")).isTrue();
        assertThat(isShown("#open-chat-3")).isFalse();
        interact(() -> button(2).requestFocus());
        push(KeyCode.SHIFT, KeyCode.F10);
        clickOn("Leave the chat…");
        clickOn("#sure");
        assertThat(third.calls()).contains("close");
        assertThat(inFront("10.0.0.8:3000")).isTrue();
        push(KeyCode.CONTROL, KeyCode.W);
        clickOn("#sure");
        assertThat(second.calls()).contains("close");
        assertThat(isShown("#start")).isTrue();
        assertThat(isShown("#open-chats")).isFalse();
    }

    @Test
    void leavingTheStartScreenGivesUpTheJoin() {
        open();
        FakeChat first = join("10.0.0.7", "Amina");
        world.onJoin(chat -> {});
        push(KeyCode.CONTROL, KeyCode.N);
        write("10.0.0.8");
        type(KeyCode.ENTER);
        clickOn("#open-chat-1");
        assertThat(world.chat().calls()).contains("close");
        assertThat(first.calls()).doesNotContain("close");
        push(KeyCode.CONTROL, KeyCode.N);
        assertThat(find("#address", TextField.class).getText()).isEmpty();
    }

    @Test
    void manyChatsAreAllWithinReach() {
        open(ThemeChoice.LIGHT, 900, 560);
        for (int i = 1; i <= 14; i++) {
            join("10.0.0." + i);
        }
        assertThat(isWithin("#open-chat-14")).isTrue();
        assertThat(isWithin("#another-chat")).isTrue();
        push(KeyCode.CONTROL, KeyCode.TAB);
        settle();
        assertThat(inFront("10.0.0.1:3000")).isTrue();
        assertThat(isWithin("#open-chat-1")).isTrue();
        interact(() -> button(1).requestFocus());
        type(KeyCode.END);
        type(KeyCode.UP);
        settle();
        assertThat(button(14).isFocused()).isTrue();
        assertThat(isWithin("#open-chat-14")).isTrue();
    }

    /// Whether it is in sight in the rail.
    private boolean isWithin(String query) {
        Node node = find(query, Node.class);
        Bounds place = node.localToScene(node.getLayoutBounds());
        Node rail =
                query.equals("#another-chat")
                        ? find("#open-chats", Node.class)
                        : find("#open-chats .scroll-pane", Node.class);
        Bounds all = rail.localToScene(rail.getLayoutBounds());
        return place.getMinY() >= all.getMinY() - 1
                && place.getMaxY() <= all.getMaxY() + 1
                && all.getMaxY() <= scene().getHeight();
    }
}
