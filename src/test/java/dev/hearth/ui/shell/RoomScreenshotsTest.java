package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Event;
import dev.hearth.model.Person;
import dev.hearth.model.Presence;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeRooms;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.LivelyChat;
import dev.hearth.ui.fakes.ScreenCheck;
import dev.hearth.ui.fakes.WindowTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of a chat with many rooms, each with what must be on it.
final class RoomScreenshotsTest extends WindowTest {
    private void enter(ThemeChoice theme, double width) {
        open(theme, width, 820);
        interact(() -> window().open(new OpeningWish.Join("192.168.1.20", Optional.empty())));
        interact(() -> fill(world.chat()));
        settle();
    }

    private static void fill(FakeChat chat) {
        LivelyChat.fill(chat, "Mira");
        chat.tell(new Event.Entered(new Person(FakeChat.person("Mira").id(), "Mira", Role.OWNER)));
        chat.tell(
                new Event.PeopleChanged(
                        List.of(
                                new Presence(
                                        new Person(
                                                FakeChat.person("Amina").id(),
                                                "Amina",
                                                Role.MODERATOR),
                                        true,
                                        false))));
        FakeRooms rooms = chat.rooms();
        Instant now = FakeWorld.NOW;
        rooms.topic(RoomId.LOBBY, "Saturday at the workshop");
        RoomId design = rooms.add("design", RoomKind.PUBLIC);
        rooms.said(design, "Li Wei", now.minusSeconds(600), "The posters are at the printer’s.");
        rooms.said(design, "Amina", now.minusSeconds(300), "@Mira can you fetch them on Friday?");
        RoomId garden = rooms.add("garden and everything that grows there", RoomKind.PUBLIC);
        rooms.said(garden, "Omar", now.minusSeconds(90_000), "Rain again, no need to water.");
        rooms.add("board", RoomKind.PRIVATE);
        RoomId direct = rooms.addDirect("Jonas Weber");
        rooms.said(direct, "Jonas Weber", now.minusSeconds(60), "Are you coming by train?");
        RoomId other = rooms.addDirect("Amina");
        rooms.said(other, "Mira", now.minusSeconds(7_000), "Thank you for the key!");
    }

    private static ScreenCheck withNotices(ScreenCheck check) {
        return check.mayCut("notice-text", "a notice is one line of a message")
                .mayCover("notice", "it floats over the header until it is read");
    }

    private void isInsideTheWindow(String query) {
        Node node = find(query, Node.class);
        Bounds at = node.localToScene(node.getLayoutBounds());
        assertThat(scene().getWidth() + 0.5).isGreaterThanOrEqualTo(at.getMaxX());
        assertThat(scene().getHeight() + 0.5).isGreaterThanOrEqualTo(at.getMaxY());
        assertThat(at.getMinX()).isGreaterThanOrEqualTo(-0.5);
        assertThat(at.getMinY()).isGreaterThanOrEqualTo(-0.5);
    }

    private static String name(String screen, ThemeChoice theme) {
        return screen + "-" + theme.name().toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void wide(ThemeChoice theme) {
        enter(theme, 900);
        assertThat(reads("Direct messages")).isTrue();
        assertThat(reads("Here now · 3")).isTrue();
        isInsideTheWindow("#rail");
        screenshot(name("rooms", theme), RoomScreenshotsTest::withNotices);
        clickOn("#new-room");
        isInsideTheWindow("#sheet");
        screenshot(name("rooms-new", theme), RoomScreenshotsTest::withNotices);
        type(KeyCode.ESCAPE);
        push(KeyCode.CONTROL, KeyCode.K);
        isInsideTheWindow("#picker-list");
        screenshot(
                name("rooms-switcher", theme),
                check ->
                        withNotices(check)
                                .mayCut("picker-title", "the hint beside a name is not cut"));
        type(KeyCode.ESCAPE);
        clickOn(".author");
        isInsideTheWindow("#person-card");
        screenshot(
                name("rooms-card", theme),
                check ->
                        withNotices(check).mayCover("person-card", "it floats until it is closed"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void narrow(ThemeChoice theme) {
        enter(theme, 500);
        isInsideTheWindow("#show-sidebar");
        screenshot(name("rooms-narrow", theme), RoomScreenshotsTest::withNotices);
        clickOn("#show-sidebar");
        isInsideTheWindow("#rail");
        screenshot(name("rooms-drawer", theme), RoomScreenshotsTest::withNotices);
    }
}
