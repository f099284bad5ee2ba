package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Command;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Message;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.testkit.Abilities;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.LivelyChat;
import dev.hearth.ui.fakes.WindowTest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a message offers under the pointer and under the keys, without its menu.
final class HoverBarTest extends WindowTest {
    private void join(ThemeChoice theme, double width) {
        open(theme, width, 700);
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        interact(() -> world.chat().enter("Amina", "Omar"));
        settle();
    }

    private Message say(String name, String text) {
        var said = new Message[1];
        interact(() -> said[0] = world.chat().said(name, FakeWorld.NOW, text));
        settle();
        return said[0];
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private List<Bounds> texts() {
        return lookup(".message-text").queryAll().stream().map(HoverBarTest::place).toList();
    }

    private void picture(String name, ThemeChoice theme) {
        screenshot(name + "-" + theme.name().toLowerCase(Locale.ROOT), check -> check);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void standsBesideTheMessageAndMovesNothing(ThemeChoice theme) {
        join(theme, 960);
        interact(() -> LivelyChat.fill(world.chat(), "Mira"));
        settle();
        List<Bounds> before = texts();
        moveTo("I do, at nine. The key is with me until Sunday.");
        assertThat(isShown("#hover-bar")).isTrue();
        assertThat(texts()).isEqualTo(before);
        picture("hover", theme);
        Bounds bar = place(find("#hover-bar", Node.class));
        assertThat(texts()).noneMatch(text -> text.intersects(bar));
        moveTo("Perfect, thank you. Then we have everything.");
        Bounds own = place(find("#hover-bar", Node.class));
        assertThat(own).isNotEqualTo(bar);
        assertThat(texts()).noneMatch(text -> text.intersects(own));
        picture("hover-own", theme);
        moveTo("#composer");
        assertThat(isShown("#hover-bar")).isFalse();
    }

    @Test
    void staysWithinANarrowWindow() {
        join(ThemeChoice.LIGHT, 420);
        String words = "all of the width of the window and one line more than that ".repeat(2);
        say("Amina", words);
        say("Mira", words);
        for (Node bubble : lookup(".bubble").queryAll()) {
            moveTo(bubble);
            Bounds bar = place(find("#hover-bar", Node.class));
            Bounds timeline = place(find("#timeline", Node.class));
            assertThat(timeline.contains(bar)).isTrue();
        }
        screenshot(
                "hover-narrow",
                check ->
                        check.mayCover("hover-bar", "it stands on the bubble under the pointer")
                                .mayCut("header-chat", "it gives way to the name of the room")
                                .mayCut("header-people", "it gives way to the buttons"));
    }

    @Test
    void reactsRepliesAndOpensTheMenu() {
        join(ThemeChoice.LIGHT, 900);
        Message hello = say("Amina", "hello");
        moveTo("hello");
        clickOn("#hover-bar .hover-button");
        assertThat(world.chat().commands())
                .singleElement()
                .isInstanceOfSatisfying(
                        Command.React.class, react -> assertThat(react.of()).isEqualTo(hello.id()));
        clickOn("#hover-reply");
        assertThat(reads("Replying to Amina")).isTrue();
        type(KeyCode.ESCAPE);
        moveTo("hello").clickOn("#hover-more");
        clickOn("Reply");
        assertThat(reads("Replying to Amina")).isTrue();
    }

    @Test
    void aDoubleClickAnswersButForWordsAndLinks() {
        join(ThemeChoice.LIGHT, 900);
        say("Amina", "see https://a.example/x now");
        doubleClickOn("see ");
        assertThat(isShown("#regarding")).isFalse();
        doubleClickOn(".message-text .link");
        assertThat(isShown("#regarding")).isFalse();
        doubleClickOn(".message-time");
        assertThat(reads("Replying to Amina")).isTrue();
    }

    @Test
    void theKeyboardFindsTheBarAndTheMenu() {
        join(ThemeChoice.LIGHT, 900);
        say("Amina", "hello");
        clickOn("#composer").type(KeyCode.F6);
        assertThat(isShown("#hover-bar")).isTrue();
        for (int i = 0; i < 2; i++) {
            if (i == 0) {
                type(KeyCode.CONTEXT_MENU);
            } else {
                push(KeyCode.SHIFT, KeyCode.F10);
            }
            assertThat(lookup("Copy text").tryQuery()).isPresent();
            type(KeyCode.ESCAPE);
            assertThat(lookup("Copy text").tryQuery()).isEmpty();
        }
    }

    @Test
    void offersOnAPlainServerWhatThatCanDo() {
        world.onJoin(chat -> chat.become(new ConnectionState.Online(Abilities.PLAIN_ECHO)));
        open(ThemeChoice.LIGHT, 900, 700);
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        settle();
        say("Amina", "hello");
        moveTo("hello");
        assertThat(lookup("#hover-bar .hover-button").queryAll()).hasSize(1);
        doubleClickOn(".message-time", MouseButton.PRIMARY);
        assertThat(isShown("#regarding")).isFalse();
    }
}
