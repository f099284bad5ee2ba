package dev.hearth.ui.shell;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.ErrorCode;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.SampleChat;
import dev.hearth.ui.fakes.WindowTest;
import dev.hearth.ui.kit.ThemeChoice;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of every main screen, light and dark, for people to look at.
final class ScreenshotsTest extends WindowTest {
    private void shoot(String name, ThemeChoice theme) {
        screenshot(name + "-" + theme.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void start(ThemeChoice theme) {
        preferences.rememberAddress("chat.example.org:3000");
        preferences.rememberAddress("192.168.1.20");
        open(theme, 900, 640);
        shoot("start", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void startNarrow(ThemeChoice theme) {
        open(theme, 420, 720);
        shoot("start-narrow", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void startWithError(ThemeChoice theme) {
        world.onJoin(
                chat ->
                        chat.become(
                                new ConnectionState.Refused(
                                        ErrorCode.CONNECTION_REFUSED,
                                        "Nothing is listening at 192.168.1.20:3001. Check the port,"
                                                + " and that the chat is running.")));
        open(theme, 900, 640);
        clickOn("#address").write("192.168.1.20:3001");
        clickOn("#join");
        shoot("start-error", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void connecting(ThemeChoice theme) {
        world.onJoin(chat -> {});
        open(theme, 900, 640);
        clickOn("#address").write("192.168.1.20");
        clickOn("#join");
        shoot("connecting", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void emptyHosted(ThemeChoice theme) {
        world.notice("Port 3000 was taken, using 3001.");
        open(theme, 900, 640);
        clickOn("#host");
        shoot("hosted-empty", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void busyChat(ThemeChoice theme) {
        join(theme, 960, 720);
        shoot("chat", theme);
        clickOn("#share");
        shoot("chat-share", theme);
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        press(KeyCode.F6).release(KeyCode.F6);
        press(KeyCode.HOME).release(KeyCode.HOME);
        shoot("chat-top", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void offline(ThemeChoice theme) {
        join(theme, 900, 600);
        interact(
                () ->
                        world.chat()
                                .become(
                                        new ConnectionState.Offline(
                                                FakeWorld.NOW.plusSeconds(7),
                                                "The connection to 192.168.1.20:3000 was cut.")));
        shoot("offline", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void writing(ThemeChoice theme) {
        join(theme, 900, 600);
        world.chat()
                .hear("Amina", FakeWorld.NOW.minusSeconds(40), "It rained all day. ".repeat(120));
        interact(
                () ->
                        find("#composer", TextArea.class)
                                .setText("Thank you!\n\n" + "The list is long. ".repeat(430)));
        interact(() -> find("#composer", TextArea.class).end());
        shoot("writing", theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void narrow(ThemeChoice theme) {
        join(theme, 420, 640);
        shoot("narrow", theme);
    }

    private void join(ThemeChoice theme, int width, int height) {
        open(theme, width, height);
        interact(() -> window().open(new OpeningWish.Join("192.168.1.20", Optional.empty())));
        interact(() -> SampleChat.fill(world.chat()));
        settle();
    }
}
