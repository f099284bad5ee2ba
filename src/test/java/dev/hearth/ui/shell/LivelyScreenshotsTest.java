package dev.hearth.ui.shell;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.Abilities;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.LivelyChat;
import dev.hearth.ui.fakes.Screenshots;
import dev.hearth.ui.fakes.WindowTest;
import dev.hearth.ui.kit.ThemeChoice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of a chat on a Hearth host, light and dark, for people to look at.
final class LivelyScreenshotsTest extends WindowTest {
    private void shoot(String name, ThemeChoice theme) {
        screenshot(name + "-" + theme.name().toLowerCase(Locale.ROOT));
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
        shoot("lively", theme);
        clickOn("Who opens the door?", MouseButton.SECONDARY);
        settle();
        interact(
                () ->
                        Window.getWindows().stream()
                                .filter(ContextMenu.class::isInstance)
                                .forEach(
                                        menu ->
                                                Screenshots.write(
                                                        menu.getScene(),
                                                        "lively-menu-"
                                                                + theme.name()
                                                                        .toLowerCase(
                                                                                Locale.ROOT))));
        clickOn("Reply");
        shoot("lively-reply", theme);
        clickOn("Perfect, thank you. Then we have everything.", MouseButton.SECONDARY);
        clickOn("Delete…");
        shoot("lively-delete", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void livelyNarrow(ThemeChoice theme) {
        join(theme, 420, 760);
        interact(() -> LivelyChat.goOn(world.chat(), 100));
        shoot("lively-narrow", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void loadingOlder(ThemeChoice theme) {
        join(theme, 900, 600);
        moveTo("#timeline");
        scroll(30, javafx.geometry.VerticalDirection.UP);
        settle();
        shoot("older", theme);
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
        shoot("catching-up", theme);
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
