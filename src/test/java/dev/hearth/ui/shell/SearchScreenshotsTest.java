package dev.hearth.ui.shell;

import static dev.hearth.testkit.Patience.await;

import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.FoundMessages;
import dev.hearth.ui.fakes.LivelyChat;
import dev.hearth.ui.fakes.ScreenCheck;
import dev.hearth.ui.fakes.WindowTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of the search, each with what must be on it.
final class SearchScreenshotsTest extends WindowTest {
    private final FoundMessages found = new FoundMessages();

    private void enter(ThemeChoice theme, double width) {
        open(theme, width, 640);
        interact(() -> window().open(new OpeningWish.Join("192.168.1.20", Optional.empty())));
        interact(() -> fill(world.chat()));
        settle();
    }

    private void fill(FakeChat chat) {
        LivelyChat.fill(chat, "Mira");
        Instant now = FakeWorld.NOW;
        RoomId garden = chat.rooms().add("garden and all that grows 🌱 there", RoomKind.PUBLIC);
        RoomId direct = chat.rooms().addDirect("Jonas Weber");
        found.add(
                List.of(
                        chat.placed(
                                "Omar",
                                now.minusSeconds(900),
                                "The **cable** is behind the shelf 🎉, the other cable too.",
                                Message.Details.NONE),
                        chat.rooms()
                                .said(
                                        garden,
                                        "Li Wei",
                                        now.minusSeconds(90_000),
                                        "We need a longer one for the lawn mower, the one that we"
                                                + " have ends at the third apple tree; is there a"
                                                + " cable of thirty metres anywhere, or somebody"
                                                + " who could lend us one until Sunday evening?"),
                        chat.rooms()
                                .said(
                                        direct,
                                        "Jonas Weber",
                                        now.minusSeconds(40_000_000),
                                        "מצאתי את ה-cable האדום 👍🏽"),
                        chat.rooms()
                                .said(
                                        garden,
                                        "Mira",
                                        now.minusSeconds(2_000_000),
                                        "The old cable hangs in the shed.")));
        chat.onSearch(found::answer);
    }

    private void search(String words) {
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        write(words);
        await("an answer").until(() -> isShown(".search-status"));
        settle();
    }

    private static String name(String what, ThemeChoice theme) {
        return what + "-" + theme.name().toLowerCase(Locale.ROOT);
    }

    private static ScreenCheck cutting(ScreenCheck check) {
        return check.mayCover("notice", "it floats over the header until it is read")
                .mayCut("notice-text", "a notice is one line of a message")
                .mayCut("header-chat", "it gives way to the name of the room")
                .mayCut("hit-author", "the time beside the name is not cut")
                .mayCut("hit-room", "the room of a hit has a line to itself, as wide as the panel");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void besideTheRoom(ThemeChoice theme) {
        enter(theme, 900);
        push(KeyCode.CONTROL, KeyCode.F);
        screenshot(
                name("search-idle", theme),
                check -> cutting(check).shows("Type what you are looking for."));
        type(KeyCode.ESCAPE);
        search("cable");
        screenshot(
                name("search-hits", theme),
                check -> cutting(check).shows("4 messages", "All messages were searched.", "Omar"));
        found.onlyKept();
        write(" of gold");
        await("nothing").until(() -> reads("Nothing was found"));
        screenshot(
                name("search-nothing", theme),
                check -> cutting(check).shows("Only what is kept on this computer"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void overTheRoom(ThemeChoice theme) {
        enter(theme, 500);
        search("cable");
        type(KeyCode.DOWN);
        screenshot(
                name("search-narrow", theme), check -> cutting(check).shows("4 messages", "Omar"));
        clickOn("#search-person");
        screenshot(
                name("search-person", theme),
                check ->
                        check.mayCover("sheets", "the list to pick from lies over the search")
                                .shows("Anyone", "Amina"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void withTheSidebar(ThemeChoice theme) {
        enter(theme, 1400);
        search("cable");
        screenshot(name("search-wide", theme), check -> cutting(check).shows("4 messages"));
    }
}
