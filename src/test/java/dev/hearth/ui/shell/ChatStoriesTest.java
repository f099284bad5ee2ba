package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Message;
import dev.hearth.testkit.Abilities;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.WindowTest;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.Test;

/// A chat, as people use it, by mouse and by keyboard.
final class ChatStoriesTest extends WindowTest {
    private void join() {
        open();
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        settle();
    }

    private void host() {
        open();
        clickOn("#host");
        settle();
    }

    private String clipboard() {
        var text = new StringBuilder();
        interact(() -> text.append(Clipboard.getSystemClipboard().getString()));
        return text.toString();
    }

    private TextArea composer() {
        return find("#composer", TextArea.class);
    }

    @Test
    void writesByKeyboard() {
        join();
        assertThat(reads("Nothing here yet")).isTrue();
        write("hello").type(KeyCode.ENTER);
        settle();
        assertThat(world.chat().calls()).containsExactly("send hello");
        assertThat(composer().getText()).isEmpty();
        assertThat(reads("Nothing here yet")).isFalse();
    }

    @Test
    void writesByMouse() {
        join();
        clickOn("#composer").write("hello");
        clickOn("#send");
        settle();
        assertThat(world.chat().calls()).containsExactly("send hello");
        assertThat(composer().isFocused()).isTrue();
    }

    @Test
    void shiftEnterBreaksTheLineAndTheFieldGrows() {
        join();
        double oneLine = composer().getHeight();
        write("a");
        press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        write("b");
        settle();
        assertThat(composer().getText()).isEqualTo("a\nb");
        assertThat(composer().getHeight()).isGreaterThan(oneLine + 10);
        type(KeyCode.ENTER);
        settle();
        assertThat(world.chat().calls()).containsExactly("send a\nb");
        assertThat(composer().getHeight()).isEqualTo(oneLine);
    }

    @Test
    void theFieldStopsGrowingAtEightLines() {
        join();
        interact(() -> composer().setText("line\n".repeat(7) + "line"));
        settle();
        double eight = composer().getHeight();
        interact(() -> composer().setText("line\n".repeat(40)));
        settle();
        assertThat(composer().getHeight()).isEqualTo(eight);
    }

    @Test
    void aTextThatIsTooLongIsNotSent() {
        join();
        interact(() -> composer().setText("x".repeat(8_100)));
        settle();
        assertThat(reads("100 bytes too long")).isTrue();
        clickOn("#composer").type(KeyCode.ENTER);
        settle();
        assertThat(world.chat().calls()).isEmpty();
    }

    @Test
    void failedMessagesAreSentAgainOrDiscarded() {
        join();
        var messages = new Message[2];
        interact(
                () -> {
                    messages[0] = world.chat().own(FakeWorld.NOW, "lost", Delivery.NOT_CONFIRMED);
                });
        settle();
        clickOn("Retry");
        clickOn("Discard");
        settle();
        assertThat(world.chat().calls())
                .containsExactly("retry " + messages[0].id(), "discard " + messages[0].id());
        assertThat(reads("Nothing here yet")).isTrue();
    }

    @Test
    void aMessageIsCopiedByMouseAndByKeyboard() {
        join();
        interact(() -> world.chat().hear("Amina", FakeWorld.NOW, "first https://a.example/x"));
        interact(() -> world.chat().hear("Amina", FakeWorld.NOW, "second"));
        settle();
        clickOn(".message-row .bubble", MouseButton.SECONDARY);
        clickOn("Copy text");
        assertThat(clipboard()).isEqualTo("first https://a.example/x");
        clickOn(".message-row .bubble", MouseButton.SECONDARY);
        clickOn("Open link");
        assertThat(openedLinks).containsExactly("https://a.example/x");
        clickOn("#composer").type(KeyCode.F6);
        settle();
        press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);
        settle();
        assertThat(clipboard()).isEqualTo("second");
        type(KeyCode.F6);
        settle();
        assertThat(composer().isFocused()).isTrue();
    }

    @Test
    void aWordIsMarkedAndCopied() {
        join();
        interact(() -> world.chat().hear("Amina", FakeWorld.NOW, "wonderful"));
        settle();
        doubleClickOn("wonderful");
        settle();
        assertThat(lookup(".selection").queryAllAs(Path.class))
                .filteredOn(marks -> !marks.getElements().isEmpty())
                .hasSize(1);
        assertThat(composer().isFocused()).isTrue();
        press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);
        settle();
        assertThat(clipboard()).isEqualTo("wonderful");
    }

    @Test
    void partOfATextIsMarkedByDragging() {
        join();
        interact(() -> world.chat().hear("Amina", FakeWorld.NOW, "one two three four"));
        settle();
        Node text = find(".message-text", Node.class);
        Bounds bounds = text.localToScreen(text.getBoundsInLocal());
        moveTo(bounds.getMinX() + 1, bounds.getCenterY()).press(MouseButton.PRIMARY);
        moveTo(bounds.getMinX() + 60, bounds.getCenterY()).release(MouseButton.PRIMARY);
        settle();
        screenshot("selection-light");
        press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);
        settle();
        assertThat(clipboard()).startsWith("one ").isNotEqualTo("one two three four");
    }

    @Test
    void whatIsTypedOverAMessageLandsInTheComposer() {
        join();
        interact(() -> world.chat().hear("Amina", FakeWorld.NOW, "hello"));
        settle();
        type(KeyCode.F6);
        write("hi");
        settle();
        assertThat(composer().getText()).isEqualTo("hi");
        assertThat(composer().isFocused()).isTrue();
    }

    @Test
    void aLinkOpens() {
        join();
        interact(() -> world.chat().hear("Amina", FakeWorld.NOW, "https://a.example/x"));
        settle();
        clickOn(".message-text .link");
        settle();
        assertThat(openedLinks).containsExactly("https://a.example/x");
    }

    @Test
    void aHugeTextIsFolded() {
        join();
        interact(() -> world.chat().hear("Amina", FakeWorld.NOW, "word ".repeat(2_000)));
        settle();
        double folded = find(".message-row", javafx.scene.layout.Region.class).getHeight();
        clickOn("Show more");
        settle();
        assertThat(find(".message-row", javafx.scene.layout.Region.class).getHeight())
                .isGreaterThan(2 * folded);
    }

    @Test
    void whileOfflineOneCanWriteAndTryNow() {
        join();
        interact(
                () ->
                        world.chat()
                                .become(
                                        new ConnectionState.Offline(
                                                FakeWorld.NOW.plusSeconds(9),
                                                "The cable is out.")));
        settle();
        assertThat(reads("The cable is out.")).isTrue();
        assertThat(reads("Next try in 9 s")).isTrue();
        write("later").type(KeyCode.ENTER);
        settle();
        clickOn("#try-now");
        assertThat(world.chat().calls()).containsExactly("send later", "reconnectNow");
        interact(() -> world.chat().goOnline());
        settle();
        assertThat(isShown("#connection-bar")).isFalse();
    }

    @Test
    void theShareCardCopiesTheAddress() {
        host();
        clickOn("#composer").write("hello").type(KeyCode.ENTER);
        settle();
        press(KeyCode.SHORTCUT, KeyCode.SHIFT)
                .type(KeyCode.S)
                .release(KeyCode.SHIFT, KeyCode.SHORTCUT);
        settle();
        type(KeyCode.SPACE);
        settle();
        assertThat(clipboard()).isEqualTo("http://192.168.1.20:3000");
        assertThat(reads("Copied")).isTrue();
        type(KeyCode.ESCAPE);
        settle();
        assertThat(isShown("#share-popover")).isFalse();
    }

    @Test
    void stopsHostingAtOnceWhileAlone() {
        host();
        clickOn("#stop-hosting");
        settle();
        assertThat(world.hosts().getLast().isStopped()).isTrue();
        assertThat(world.chat().calls()).containsExactly("close");
        assertThat(isShown("#start")).isTrue();
    }

    @Test
    void asksBeforeItEndsAChatWithOthersInIt() {
        host();
        interact(() -> world.chat().hear("Amina", FakeWorld.NOW, "hello"));
        settle();
        press(KeyCode.SHORTCUT).type(KeyCode.W).release(KeyCode.SHORTCUT);
        settle();
        assertThat(reads("End this chat for everyone?")).isTrue();
        assertThat(reads("The messages stay on this computer")).isTrue();
        screenshot("end-hosting-light");
        type(KeyCode.ESCAPE);
        settle();
        assertThat(isShown("#chat")).isTrue();
        press(KeyCode.SHORTCUT).type(KeyCode.Q).release(KeyCode.SHORTCUT);
        settle();
        clickOn("#end-hosting");
        settle();
        assertThat(world.hosts().getLast().isStopped()).isTrue();
        assertThat(stage().isShowing()).isFalse();
    }

    @Test
    void tabReachesTheMessagesInOneStopAndArrowsGoOn() {
        join();
        interact(() -> world.chat().hear("Amina", FakeWorld.NOW, "first"));
        interact(() -> world.chat().hear("Amina", FakeWorld.NOW, "second"));
        settle();
        press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        settle();
        assertThat(scene().getFocusOwner().getId()).isEqualTo("timeline");
        type(KeyCode.UP, KeyCode.UP);
        press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);
        settle();
        assertThat(clipboard()).isEqualTo("first");
    }

    @Test
    void theKeyboardStaysOnTheQuestion() {
        host();
        interact(() -> world.chat().hear("Amina", FakeWorld.NOW, "hello"));
        settle();
        push(KeyCode.CONTROL, KeyCode.W);
        for (int i = 0; i < 5; i++) {
            type(KeyCode.TAB);
            settle();
            assertThat(find("#sheet", Node.class).isFocusWithin()).isTrue();
        }
    }

    @Test
    void longTextsFromRightToLeftAreReadAndWritten() {
        String text = "مرحبا بالجميع هل يمكنني الانضمام إلى هذه المحادثة اليوم أم غدا ".repeat(6);
        join();
        interact(() -> world.chat().hear("Omar", FakeWorld.NOW, text));
        interact(
                () ->
                        world.chat()
                                .hear("Omar", FakeWorld.NOW, "abc " + text + " https://a.example"));
        interact(() -> composer().setText(text));
        settle();
        type(KeyCode.ENTER);
        settle();
        screenshot("right-to-left-light");
        assertThat(world.chat().calls()).containsExactly("send " + text.strip());
        assertThat(isShown("#toast")).isFalse();
    }

    @Test
    void leavingAsksAndLeadsBackToTheStart() {
        join();
        push(KeyCode.CONTROL, KeyCode.W);
        screenshot(
                "leave-light",
                check -> check.shows("Leave this chat?", "You can come back to this chat later"));
        type(KeyCode.ENTER);
        assertThat(world.chat().calls()).isEmpty();
        assertThat(isShown("#sheet")).isFalse();
        push(KeyCode.CONTROL, KeyCode.W);
        clickOn("#sure");
        assertThat(world.chat().calls()).containsExactly("close");
        assertThat(isShown("#start")).isTrue();
        assertThat(stage().getTitle()).isEqualTo("Hearth");
    }

    @Test
    void leavingSaysWhatNobodyKeeps() {
        world.onJoin(chat -> chat.become(new ConnectionState.Online(Abilities.PLAIN_ECHO)));
        join();
        push(KeyCode.CONTROL, KeyCode.W);
        assertThat(reads("This server keeps no messages")).isTrue();
    }

    @Test
    void whatHasEndedIsLeftWithoutAQuestion() {
        join();
        interact(
                () ->
                        world.chat()
                                .become(
                                        new ConnectionState.Refused(
                                                ErrorCode.FORBIDDEN, "You were banned.")));
        push(KeyCode.CONTROL, KeyCode.W);
        assertThat(isShown("#start")).isTrue();
    }

    @Test
    void strangersHaveNoEmptyName() {
        world.onJoin(chat -> chat.become(new ConnectionState.Online(Abilities.PLAIN_ECHO)));
        join();
        interact(() -> world.chat().hear("", FakeWorld.NOW, "hello"));
        interact(() -> world.chat().hear("", FakeWorld.NOW, "who is there?"));
        settle();
        assertThat(reads("This server does not say who is writing")).isTrue();
        assertThat(lookup(".author").queryAll()).isEmpty();
        assertThat(lookup(".message-row .avatar").queryAll()).isEmpty();
        screenshot("strangers-light");
    }

    @Test
    void anUnexpectedErrorIsToldInWords() {
        join();
        interact(
                () ->
                        javafx.application.Platform.runLater(
                                () -> {
                                    throw new IllegalStateException("made by a test");
                                }));
        settle();
        assertThat(reads("Something went wrong in this window.")).isTrue();
        assertThat(reads("IllegalState")).isFalse();
    }
}
