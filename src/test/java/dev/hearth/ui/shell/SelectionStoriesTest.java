package dev.hearth.ui.shell;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Command;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.Role;
import dev.hearth.model.RoomKind;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.testkit.Abilities;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.WindowTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Several messages at once, selected by mouse and by keyboard.
final class SelectionStoriesTest extends WindowTest {
    private final Map<String, Message> messages = new HashMap<>();

    @BeforeEach
    void join() {
        open(ThemeChoice.LIGHT, 900, 600);
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        interact(() -> world.chat().enter("Amina", "Omar"));
        say("Amina", "Who has *the* key?");
        say("Mira", "I do.\nAnd the cable.");
        say("Omar", "Thank you");
    }

    private void say(String name, String text) {
        interact(() -> messages.put(name, world.chat().said(name, FakeWorld.NOW, text)));
    }

    private EntryId by(String name) {
        return requireNonNull(messages.get(name)).id();
    }

    private void ctrlClick(String words) {
        click(words, true, false);
    }

    private void shiftClick(String words) {
        click(words, false, true);
    }

    /// The mouse of the headless platform does not say which keys are held.
    private void click(String words, boolean control, boolean shift) {
        interact(
                () -> {
                    Node node = lookup(words).query();
                    Stream.of(
                                    MouseEvent.MOUSE_PRESSED,
                                    MouseEvent.MOUSE_RELEASED,
                                    MouseEvent.MOUSE_CLICKED)
                            .forEach(type -> node.fireEvent(mouse(node, type, control, shift)));
                });
    }

    private static MouseEvent mouse(
            Node on, EventType<MouseEvent> type, boolean control, boolean shift) {
        Bounds at = on.localToScene(on.getLayoutBounds());
        return new MouseEvent(
                type,
                at.getCenterX(),
                at.getCenterY(),
                at.getCenterX(),
                at.getCenterY(),
                MouseButton.PRIMARY,
                1,
                shift,
                control,
                false,
                false,
                type.equals(MouseEvent.MOUSE_PRESSED),
                false,
                false,
                false,
                false,
                true,
                new PickResult(on, at.getCenterX(), at.getCenterY()));
    }

    private String clipboard() {
        var text = new AtomicReference<String>();
        interact(() -> text.set(Clipboard.getSystemClipboard().getString()));
        return requireNonNull(text.get());
    }

    private List<EntryId> deleted() {
        return world.chat().commands().stream()
                .map(command -> ((Command.DeleteMessage) command).of())
                .toList();
    }

    @Test
    void theMenuBeginsAndClicksGoOn() {
        clickOn("Thank you", MouseButton.SECONDARY).clickOn("Select");
        assertThat(reads("1 selected")).isTrue();
        assertThat(find("#timeline", Node.class).isFocusWithin()).isTrue();
        assertThat(isShown("#composer")).isFalse();
        assertThat(isShown("#hover-bar")).isFalse();
        clickOn("I do.");
        assertThat(reads("2 selected")).isTrue();
        clickOn("#select-copy");
        assertThat(clipboard())
                .isEqualTo(
                        """
                        Mira, 20 November 2026, 6:42 PM:
                        I do.
                        And the cable.

                        Omar, 20 November 2026, 6:42 PM:
                        Thank you"""
                                .replace("6:42 PM", "6:42\u202FPM"));
        clickOn("Thank you").clickOn("I do.");
        assertThat(isShown("#selection-bar")).isFalse();
        assertThat(isShown("#composer")).isTrue();
    }

    @Test
    void ctrlAndShiftClicksSelect() {
        ctrlClick("Who has ");
        assertThat(reads("1 selected")).isTrue();
        shiftClick("Thank you");
        assertThat(reads("3 selected")).isTrue();
        shiftClick("I do.");
        assertThat(reads("2 selected")).isTrue();
        ctrlClick("Who has ");
        assertThat(reads("1 selected")).isTrue();
        type(KeyCode.ESCAPE);
        assertThat(isShown("#selection-bar")).isFalse();
        assertThat(find("#composer", TextArea.class).isFocused()).isTrue();
    }

    @Test
    void spaceAndShiftedArrowsSelectAndKeysActOnAll() {
        clickOn("#composer").type(KeyCode.F6).type(KeyCode.SPACE);
        assertThat(reads("1 selected")).isTrue();
        push(KeyCode.SHIFT, KeyCode.UP).push(KeyCode.SHIFT, KeyCode.UP);
        assertThat(reads("3 selected")).isTrue();
        push(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(reads("2 selected")).isTrue();
        write("nothing of this is written");
        push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).startsWith("Mira, ").endsWith("\nThank you");
        type(KeyCode.DELETE);
        assertThat(reads("Message deleted for everyone. 1 other stays: you may not delete it."))
                .isTrue();
        assertThat(world.chat().commands()).isEmpty();
        assertThat(isShown("#selection-bar")).isFalse();
        assertThat(find("#composer", TextArea.class).getText()).isEmpty();
        assertThat(find("#composer", TextArea.class).isFocused()).isTrue();
    }

    @Test
    void theBarFollowsAStretchThatTurnsRound() {
        clickOn("#composer").type(KeyCode.F6).type(KeyCode.UP).type(KeyCode.SPACE);
        push(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(isShown("#select-delete")).isTrue();
        type(KeyCode.ESCAPE).type(KeyCode.F6).type(KeyCode.UP).type(KeyCode.UP);
        type(KeyCode.SPACE);
        assertThat(isShown("#select-delete")).isFalse();
        clickOn("#select-cancel");
        assertThat(isShown("#selection-bar")).isFalse();
        assertThat(find("#composer", TextArea.class).isFocused()).isTrue();
    }

    @Test
    void spaceSelectsNoMoreAndIsNotWritten() {
        clickOn("#composer").type(KeyCode.F6);
        push(KeyCode.SPACE).write(" ");
        assertThat(reads("1 selected")).isTrue();
        push(KeyCode.SPACE).write(" ");
        assertThat(isShown("#selection-bar")).isFalse();
        assertThat(find("#composer", TextArea.class).getText()).isEmpty();
        assertThat(find("#composer", TextArea.class).isFocused()).isFalse();
    }

    @Test
    void theKeyboardReachesTheBar() {
        clickOn("#composer").type(KeyCode.F6).type(KeyCode.SPACE);
        for (int i = 0; i < 4 && !find("#select-copy", Node.class).isFocused(); i++) {
            type(KeyCode.TAB);
        }
        type(KeyCode.SPACE);
        assertThat(clipboard()).endsWith("Thank you");
        type(KeyCode.ESCAPE);
        assertThat(isShown("#selection-bar")).isFalse();
    }

    private void becomeModerator() {
        interact(
                () ->
                        world.chat()
                                .tell(
                                        new Event.Entered(
                                                new Person(
                                                        FakeChat.person("Mira").id(),
                                                        "Mira",
                                                        Role.MODERATOR))));
    }

    @Test
    void aModeratorDeletesOneMessageOfAnother() {
        clickOn("Thank you", MouseButton.SECONDARY);
        assertThat(lookup(".menu-item").queryAll()).isNotEmpty();
        assertThat(lookup(".context-menu .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("Copy text")
                .doesNotContain("Delete");
        type(KeyCode.ESCAPE);
        becomeModerator();
        clickOn("#composer").type(KeyCode.F6).type(KeyCode.DELETE);
        interact(() -> window().close());
        assertThat(deleted()).containsExactly(by("Omar"));
    }

    @Test
    void moderatorsDeleteWhatOthersWrote() {
        becomeModerator();
        ctrlClick("Who has ");
        shiftClick("Thank you");
        clickOn("#select-delete");
        assertThat(reads("3 messages deleted for everyone.")).isTrue();
        clickOn("Undo");
        assertThat(reads("Thank you")).isTrue();
        ctrlClick("Who has ");
        shiftClick("Thank you");
        clickOn("#select-delete");
        interact(() -> window().close());
        assertThat(deleted()).containsExactly(by("Amina"), by("Mira"), by("Omar"));
    }

    @Test
    void whatIsGoneIsSelectedNoMore() {
        ctrlClick("Who has ");
        ctrlClick("Thank you");
        assertThat(isShown("#select-delete")).isFalse();
        interact(
                () ->
                        world.chat()
                                .become(
                                        requireNonNull(messages.get("Amina")),
                                        "",
                                        FakeChat.deleted()));
        assertThat(reads("1 selected")).isTrue();
        interact(() -> world.chat().tell(new Event.MessageRemoved(by("Omar"))));
        assertThat(isShown("#selection-bar")).isFalse();
        assertThat(isShown("#composer")).isTrue();
    }

    @Test
    void anotherRoomBeginsWithNothingSelected() {
        interact(() -> world.chat().rooms().add("design", RoomKind.PUBLIC));
        ctrlClick("Thank you");
        push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(stage().getTitle()).startsWith("#design");
        assertThat(isShown("#selection-bar")).isFalse();
        push(KeyCode.ALT, KeyCode.UP);
        assertThat(isShown("#selection-bar")).isFalse();
        assertThat(isShown("#composer")).isTrue();
    }

    @Test
    void theMenuOfSelectedMessagesIsAboutAll() {
        ctrlClick("Thank you");
        ctrlClick("I do.");
        clickOn("Who has ", MouseButton.SECONDARY);
        assertThat(lookup("Reply").tryQuery()).isEmpty();
        clickOn("Select");
        assertThat(reads("3 selected")).isTrue();
        clickOn("I do.", MouseButton.SECONDARY).clickOn("Delete the selected messages");
        assertThat(reads("Message deleted for everyone. 2 others stay")).isTrue();
        assertThat(isShown("#selection-bar")).isFalse();
        clickOn("Undo");
        ctrlClick("I do.");
        clickOn("I do.", MouseButton.SECONDARY).clickOn("End the selection");
        assertThat(isShown("#selection-bar")).isFalse();
    }

    @Test
    void aPlainServerCanCopyOnly() {
        interact(() -> world.chat().become(new ConnectionState.Online(Abilities.PLAIN_ECHO)));
        interact(() -> world.chat().hear("", FakeWorld.NOW, "from nobody"));
        ctrlClick("from nobody");
        ctrlClick("I do.");
        assertThat(isShown("#select-delete")).isFalse();
        screenshot("selection-strangers", "2 selected");
        clickOn("#select-copy");
        assertThat(clipboard()).contains("Someone, ").endsWith("from nobody");
    }
}
