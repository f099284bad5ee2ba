package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import dev.hearth.model.RoomId;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.testkit.Abilities;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.LivelyChat;
import dev.hearth.ui.fakes.ScreenCheck;
import dev.hearth.ui.fakes.WindowTest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of a chat on a Hearth host, light and dark. Everything on them can be read, and what
/// has to be on them is (see `ScreenCheck`).
final class LivelyScreenshotsTest extends WindowTest {
    private void shoot(String name, ThemeChoice theme, String... texts) {
        shoot(name, theme, check -> check.shows(texts));
    }

    private void shoot(String name, ThemeChoice theme, UnaryOperator<ScreenCheck> rules) {
        screenshot(name + "-" + theme.name().toLowerCase(Locale.ROOT), rules);
    }

    private void join(ThemeChoice theme, int width, int height) {
        open(theme, width, height);
        interact(() -> window().open(new OpeningWish.Join("192.168.1.20", Optional.empty())));
        interact(() -> LivelyChat.fill(world.chat(), "Mira"));
        settle();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void lively(ThemeChoice theme) {
        join(theme, 960, 860);
        interact(() -> LivelyChat.goOn(world.chat(), 100));
        interact(() -> world.chat().tell(new Event.OlderMessages(RoomId.LOBBY, List.of(), false)));
        shoot(
                "lively",
                theme,
                "3 others are here",
                "This is the beginning of #lobby",
                "Mira set the topic to “Saturday at the workshop”",
                "I do, at nine. The key is with me until Sunday.",
                "edited",
                "Amina made Jonas Weber a moderator",
                "This message was deleted",
                "You",
                "3",
                "Seen by 2",
                "Jonas Weber is writing",
                "Li Wei");
        clickOn("Who opens the door?", MouseButton.SECONDARY);
        settle();
        shootMenu(theme);
        clickOn("Reply");
        shoot("lively-reply", theme, "Replying to Omar", "Who opens the door?", "Seen by 2");
        clickOn("Perfect, thank you. Then we have everything.", MouseButton.SECONDARY);
        clickOn("Delete");
        shoot(
                "lively-delete",
                theme,
                check ->
                        check.mayCover("toast", "it floats over the rest until it goes away")
                                .shows("Message deleted for everyone.", "Undo"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void livelyNarrow(ThemeChoice theme) {
        join(theme, 420, 760);
        interact(() -> LivelyChat.goOn(world.chat(), 100));
        shoot(
                "lively-narrow",
                theme,
                check ->
                        check.mayCut("quote-text", "a quote is one line of a message")
                                .mayCut("header-chat", "it gives way to the name of the room")
                                .mayCut("header-people", "it gives way to the buttons")
                                .shows("#lobby", "192.168.1.20:3000", "edited", "Seen by 2"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void loadingOlder(ThemeChoice theme) {
        join(theme, 900, 600);
        moveTo("#timeline");
        scroll(30, javafx.geometry.VerticalDirection.UP);
        settle();
        shoot(
                "older",
                theme,
                check ->
                        check.mayCover("latest", "it floats over the messages, which scroll")
                                .shows("Loading older messages", "Who opens the door?"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void catchingUp(ThemeChoice theme) {
        join(theme, 900, 600);
        interact(
                () ->
                        world.chat()
                                .become(
                                        new ConnectionState.Offline(
                                                FakeWorld.NOW.plusSeconds(3), "cut")));
        interact(() -> world.chat().become(new ConnectionState.CatchingUp(Abilities.HEARTH)));
        interact(() -> world.chat().tell(new Event.RoomsChanged(List.of(lobby(1_240)))));
        Awaitility.await().until(() -> isShown("#connection-bar"));
        shoot("catching-up", theme, "Catching up… 1,232 to go", "Catching up…", "6:32");
    }

    private void shootMenu(ThemeChoice theme) {
        List<Window> menus =
                Window.getWindows().stream().filter(ContextMenu.class::isInstance).toList();
        assertThat(menus).hasSize(1);
        screenshot(
                menus.getFirst().getScene(),
                "lively-menu-" + theme.name().toLowerCase(Locale.ROOT),
                check -> check.shows("Reply", "Copy text"));
    }

    private static dev.hearth.model.RoomHead lobby(long lastSeq) {
        return new dev.hearth.model.RoomHead(
                RoomId.LOBBY,
                "#lobby",
                "",
                dev.hearth.model.RoomKind.PUBLIC,
                lastSeq,
                0,
                dev.hearth.model.Membership.MEMBER,
                0,
                java.util.Optional.empty());
    }
}
