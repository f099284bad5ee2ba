package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Command;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Membership;
import dev.hearth.model.Message;
import dev.hearth.model.Payload;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.settings.Language;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.testkit.Abilities;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.ScreenCheck;
import dev.hearth.ui.fakes.WindowTest;
import dev.hearth.ui.kit.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Messages that are sent on to other rooms.
final class ForwardStoriesTest extends WindowTest {
    private RoomId design = RoomId.LOBBY;
    private RoomId direct = RoomId.LOBBY;

    @AfterEach
    void speakEnglish() {
        Texts.speak(Language.ENGLISH);
    }

    private void join(ThemeChoice theme, double width) {
        open(theme, width, 640);
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        interact(
                () -> {
                    world.chat().enter("Amina", "Omar");
                    design = world.chat().rooms().add("design", RoomKind.PUBLIC);
                    direct = world.chat().rooms().addDirect("Omar");
                    RoomId outside = world.chat().rooms().add("garden", RoomKind.PUBLIC);
                    world.chat().rooms().membership(outside, Membership.OUTSIDE);
                });
        say("Amina", "Who has the key?");
        say("Mira", "I do.\n\n- and the **cable**\n- and the lamp");
        say("Omar", "Thank you");
    }

    private void say(String name, String text) {
        interact(() -> world.chat().said(name, FakeWorld.NOW, text));
    }

    private List<Command.PostMessage> posted() {
        return world.chat().commands().stream().map(Command.PostMessage.class::cast).toList();
    }

    private String toast() {
        return find("#toast", Label.class).getText();
    }

    @Test
    void byTheMenuTheFilterAndEnter() {
        join(ThemeChoice.LIGHT, 900);
        clickOn("Who has the key?", MouseButton.SECONDARY).clickOn("Forward…");
        assertThat(reads("Forward the message to")).isTrue();
        assertThat(find("#picker-list", ListView.class).getItems().size()).isEqualTo(3);
        write("des").type(KeyCode.ENTER);
        assertThat(posted())
                .singleElement()
                .satisfies(
                        post -> {
                            assertThat(post.in()).isEqualTo(design);
                            assertThat(post.text()).isEqualTo("> **Amina**\n>\n> Who has the key?");
                        });
        assertThat(toast()).isEqualTo("Forwarded to #design");
        clickOn("#toast-action");
        assertThat(stage().getTitle()).startsWith("#design");
        assertThat(isShown("#toast")).isFalse();
        assertThat(find("#composer", Node.class).isFocused()).isTrue();
    }

    @Test
    void aRoomInWhichThePersonIsMutedIsNotOfferedWhileThatLasts() {
        join(ThemeChoice.LIGHT, 900);
        mute(FakeWorld.NOW.plusSeconds(3_600));
        // The last row tells who was muted.
        clickOn("#composer").type(KeyCode.F6, KeyCode.UP).push(KeyCode.SHIFT, KeyCode.F10);
        clickOn("Forward…");
        assertThat(find("#picker-list", ListView.class).getItems().size()).isEqualTo(2);
        type(KeyCode.ESCAPE);
        mute(FakeWorld.NOW.minusSeconds(1));
        clickOn("#composer").type(KeyCode.F6, KeyCode.UP, KeyCode.UP);
        push(KeyCode.SHIFT, KeyCode.F10).clickOn("Forward…");
        assertThat(find("#picker-list", ListView.class).getItems().size()).isEqualTo(3);
    }

    private void mute(Instant until) {
        var muted = new Payload.Muted(FakeChat.person("Mira").id(), Optional.of(until));
        interact(() -> world.chat().happen("Amina", FakeWorld.NOW, muted));
    }

    @Test
    void allThatIsSelectedInOneMessage() {
        join(ThemeChoice.LIGHT, 900);
        clickOn("#composer").type(KeyCode.F6).type(KeyCode.SPACE);
        push(KeyCode.SHIFT, KeyCode.UP);
        clickOn("#select-forward");
        assertThat(reads("Forward 2 messages to")).isTrue();
        type(KeyCode.ESCAPE);
        assertThat(reads("2 selected")).isTrue();
        clickOn("#select-forward").type(KeyCode.UP).type(KeyCode.ENTER);
        assertThat(posted())
                .singleElement()
                .satisfies(
                        post -> {
                            assertThat(post.in()).isEqualTo(direct);
                            assertThat(post.text())
                                    .isEqualTo(
                                            """
                                            > **Mira**
                                            >
                                            > I do.
                                            >
                                            > - and the **cable**
                                            > - and the lamp

                                            > **Omar**
                                            >
                                            > Thank you""");
                        });
        assertThat(isShown("#selection-bar")).isFalse();
        assertThat(find("#composer", Node.class).isFocused()).isTrue();
        assertThat(toast()).isEqualTo("Forwarded to Omar");
    }

    @Test
    void whatIsTooLongIsNotCut() {
        join(ThemeChoice.LIGHT, 420);
        say("Amina", "start " + "long ".repeat(1_597) + "end");
        clickOn("#composer").type(KeyCode.F6).type(KeyCode.CONTEXT_MENU).clickOn("Forward…");
        assertThat(isShown("#picker-list")).isFalse();
        assertThat(toast()).startsWith("As a quote this message is 10 bytes too long.");
        screenshot("forward-too-long", check -> floating(check).shows("send it in parts"));
        clickOn("#composer").type(KeyCode.F6).type(KeyCode.SPACE);
        push(KeyCode.SHIFT, KeyCode.UP);
        clickOn("#select-forward");
        assertThat(toast()).startsWith("One of the selected messages is too long");
        assertThat(reads("2 selected")).isTrue();
        assertThat(posted()).isEmpty();
    }

    @Test
    void withoutAConnectionItWaits() {
        join(ThemeChoice.LIGHT, 900);
        interact(
                () ->
                        world.chat()
                                .become(
                                        new ConnectionState.Offline(
                                                FakeWorld.NOW.plusSeconds(3), "cut")));
        clickOn("Thank you", MouseButton.SECONDARY).clickOn("Forward…");
        type(KeyCode.ENTER);
        assertThat(posted()).extracting(Command.PostMessage::in).containsExactly(RoomId.LOBBY);
        assertThat(toast()).isEqualTo("This goes to #lobby once you are connected");
    }

    @Test
    void aServerWithoutRoomsOffersNone() {
        join(ThemeChoice.LIGHT, 900);
        interact(() -> world.chat().become(new ConnectionState.Online(Abilities.PLAIN_ECHO)));
        clickOn("Thank you", MouseButton.SECONDARY);
        assertThat(lookup("Copy text").tryQuery()).isPresent();
        assertThat(lookup("Forward…").tryQuery()).isEmpty();
        clickOn("Select");
        assertThat(isShown("#select-forward")).isFalse();
    }

    private static ScreenCheck floating(ScreenCheck check) {
        return check.mayCover("toast", "it floats over the messages until it goes away")
                .mayCover("hover-bar", "it stands on the bubble that has the keyboard")
                .mayCut("header-chat", "it gives way to the name of the room")
                .mayCut("header-people", "it gives way to the buttons");
    }

    private void showForwarded() {
        interact(
                () -> {
                    String text = posted().getFirst().text();
                    world.chat().said("Mira", FakeWorld.NOW, text);
                    world.chat()
                            .said(
                                    "Omar",
                                    FakeWorld.NOW,
                                    "> **Mira**\n>\n" + text.replaceAll("(?m)^", "> "),
                                    Message.Details.NONE);
                });
    }

    private void pictures(String suffix) {
        clickOn("#composer").type(KeyCode.F6).type(KeyCode.SPACE);
        push(KeyCode.SHIFT, KeyCode.UP);
        clickOn("#select-forward");
        screenshot("forward-picker" + suffix, check -> floating(check).shows("design", "Omar"));
        type(KeyCode.ENTER);
        showForwarded();
        screenshot(
                "forwarded" + suffix,
                check -> floating(check).shows(Texts.text("forward.done", "#lobby")));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void inPictures(ThemeChoice theme) {
        join(theme, 900);
        pictures("-" + theme.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void inANarrowWindow() {
        join(ThemeChoice.DARK, 420);
        pictures("-narrow");
    }

    @Test
    void inArabic() {
        preferences.rememberLanguage(Optional.of(Language.ARABIC));
        join(ThemeChoice.LIGHT, 900);
        pictures("-ar");
    }
}
