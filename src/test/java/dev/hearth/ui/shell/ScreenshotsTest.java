package dev.hearth.ui.shell;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.ErrorCode;
import dev.hearth.settings.RecentChat;
import dev.hearth.settings.RecentChat.Said;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.SampleChat;
import dev.hearth.ui.fakes.ScreenCheck;
import dev.hearth.ui.fakes.Screenshots;
import dev.hearth.ui.fakes.WindowTest;
import dev.hearth.ui.start.EarlierChat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of every main screen, light and dark. Everything on them can be read, and what has to
/// be on them is (see `ScreenCheck`).
final class ScreenshotsTest extends WindowTest {
    private static final String PROMPT = "Write a message";

    private void shoot(String name, ThemeChoice theme, String... texts) {
        shoot(name, theme, check -> check.shows(texts));
    }

    private void shoot(String name, ThemeChoice theme, UnaryOperator<ScreenCheck> rules) {
        screenshot(name + "-" + theme.name().toLowerCase(Locale.ROOT), rules);
    }

    /// For screens of double density, to be looked at.
    private void shootTwice(String name, ThemeChoice theme) {
        interact(
                () ->
                        Screenshots.writeTwice(
                                scene(),
                                name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-2x"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void start(ThemeChoice theme) {
        rememberChats();
        open(theme, 900, 640);
        shoot("start", theme, check -> startRules(check).shows("Host a chat"));
        shootTwice("start", theme);
    }

    private void rememberChats() {
        preferences.rememberAddress("10.0.0.7");
        preferences.rememberAddress("chat.example.org:3000");
        preferences.rememberChat(
                new RecentChat(
                        "studio.local",
                        "A very long name for a chat of a few people 🌱",
                        Optional.of(
                                new Said(
                                        "Jonas Weber: Who brings the long cable? I have none 🎉",
                                        FakeWorld.NOW.minus(Duration.ofDays(40))))));
        preferences.rememberChat(
                new RecentChat(
                        "192.168.1.20",
                        "Amina’s kitchen",
                        Optional.of(new Said("Omar: On my way.", FakeWorld.NOW))));
    }

    private static ScreenCheck startRules(ScreenCheck check) {
        return check.mayCut("chat-line-name", "it gives way to where the chat is")
                .mayCut("chat-line-words", "a message is longer than a line")
                .shows(
                        "Hearth",
                        "Your name",
                        "Mira",
                        "Options",
                        "Join a chat",
                        "192.168.1.20 or chat.example.org:3000",
                        "chat.example.org:3000",
                        "Amina’s kitchen",
                        "Omar: On my way.",
                        "Show all 4",
                        "Join");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void startAfterHosting(ThemeChoice theme) {
        rememberChats();
        world.hostedBefore(new EarlierChat(Optional.of("Mira’s garden 🌱"), 207));
        open(theme, 1100, 720);
        shoot(
                "start-again",
                theme,
                check -> startRules(check).shows("207 messages on this computer", "Open it again"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void startNarrow(ThemeChoice theme) {
        open(theme, 420, 720);
        shoot(
                "start-narrow",
                theme,
                "Hearth",
                "Your name",
                "Host a chat",
                "Join a chat",
                "Address");
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
        shoot(
                "start-error",
                theme,
                "192.168.1.20:3001",
                "Nothing is listening at 192.168.1.20:3001. Check the port, and that the chat is"
                        + " running.",
                "connection_refused");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void connecting(ThemeChoice theme) {
        world.onJoin(chat -> {});
        open(theme, 900, 640);
        clickOn("#address").write("192.168.1.20");
        clickOn("#join");
        shoot("connecting", theme, "Connecting to 192.168.1.20:3000", "Cancel");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void emptyHosted(ThemeChoice theme) {
        world.notice("Port 3000 was taken, using 3001.");
        open(theme, 900, 640);
        clickOn("#host");
        shoot(
                "hosted-empty",
                theme,
                "#lobby",
                "Online",
                "Your chat is open",
                "http://192.168.1.20:3000",
                "Phones on the same Wi-Fi scan this code",
                "1 other address",
                "Copy",
                "Port 3000 was taken, using 3001.",
                "Stop hosting",
                PROMPT);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void busyChat(ThemeChoice theme) {
        join(theme, 960, 720);
        shoot(
                "chat",
                theme,
                "192.168.1.20:3000",
                "4 others wrote here",
                "Jonas Weber",
                "console.log(room);",
                "مرحبا بالجميع، هل يمكنني الانضمام؟",
                "Of course 😀 welcome!",
                "6:29",
                "Not confirmed",
                "Too many messages at once.",
                "Retry",
                "Discard",
                "On my way.",
                PROMPT);
        shootTwice("chat", theme);
        clickOn("#share");
        shoot(
                "chat-share",
                theme,
                check ->
                        check.mayCover("share-card", "it floats until it is closed")
                                .shows("Get people in", "http://192.168.1.20:3000", "Copy"));
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        press(KeyCode.F6).release(KeyCode.F6);
        press(KeyCode.HOME).release(KeyCode.HOME);
        shoot(
                "chat-top",
                theme,
                check ->
                        check.mayCover("latest", "it floats over the messages, which scroll")
                                .shows(
                                        "Yesterday",
                                        "Is the kitchen table still free on Saturday?",
                                        "Today",
                                        "https://notes.example.org/workshop/2026-11"));
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
        shoot(
                "offline",
                theme,
                "Not connected",
                "The connection to 192.168.1.20:3000 was cut.",
                "Next try in 7 s",
                "Try now",
                "On my way.",
                PROMPT);
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
        shoot(
                "writing",
                theme,
                "It rained all day.",
                "Show more",
                "The list is long.",
                "bytes left");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void narrow(ThemeChoice theme) {
        join(theme, 420, 640);
        shoot(
                "narrow",
                theme,
                check ->
                        check.mayCut("header-chat", "it gives way to the name of the room")
                                .mayCut("header-people", "it gives way to the buttons")
                                .shows(
                                        "#lobby",
                                        "192.168.1.20:3000",
                                        "Share",
                                        "That is all it takes.",
                                        "Not confirmed",
                                        "On my way.",
                                        PROMPT));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void selection(ThemeChoice theme) {
        join(theme, 900, 600);
        interact(
                () -> {
                    world.chat().hear("Amina", FakeWorld.NOW.minusSeconds(40), "Wonderful");
                    world.chat().own(FakeWorld.NOW, "Splendid", Delivery.DELIVERED);
                });
        for (String word : List.of("Wonderful", "Splendid")) {
            doubleClickOn(word);
            shoot("selection-" + word.toLowerCase(Locale.ROOT), theme, word);
        }
    }

    private void join(ThemeChoice theme, int width, int height) {
        open(theme, width, height);
        interact(() -> window().open(new OpeningWish.Join("192.168.1.20", Optional.empty())));
        interact(() -> SampleChat.fill(world.chat()));
        settle();
    }
}
