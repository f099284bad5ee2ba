package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Command;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeDesk;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.SampleChat;
import dev.hearth.ui.fakes.WindowTest;
import dev.hearth.ui.hosting.Traffic;
import dev.hearth.ui.start.HostWish;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The chat as its host sees it: what the panel tells, and what is done with it by mouse and
/// keyboard.
final class HostPanelStoriesTest extends WindowTest {
    private void host() {
        open();
        enter();
    }

    private void enter() {
        world.onJoin(FakeChat::goOnline);
        interact(() -> window().open(new OpeningWish.Host(new HostWish("Mira", 0, true))));
        interact(() -> SampleChat.fill(world.chat()));
        interact(() -> world.chat().enter("Amina", "Omar", "Jonas Weber"));
        desk().people(
                        FakeDesk.here("Mira", Role.OWNER, 0),
                        FakeDesk.here("Amina", Role.MODERATOR, 12),
                        FakeDesk.here("Omar", Role.MEMBER, 180),
                        FakeDesk.here("guest-7f3a", Role.GUEST, 43),
                        FakeDesk.away("Jonas Weber", true, false),
                        FakeDesk.away("Eve", false, true));
        desk().traffic(new Traffic(1, 1_204, 3_000_000, 5));
        settle();
    }

    private FakeDesk desk() {
        return world.host().desk();
    }

    private void openPanel() {
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        settle();
    }

    private MenuButton actionsOf(String name) {
        return lookup(
                        node ->
                                node instanceof MenuButton button
                                        && ("What to do about " + name)
                                                .equals(button.getAccessibleText()))
                .queryAs(MenuButton.class);
    }

    private void choose(String name, String action) {
        MenuButton actions = actionsOf(name);
        interact(actions::show);
        interact(
                () -> {
                    MenuItem chosen =
                            actions.getItems().stream()
                                    .filter(item -> ("host-" + action).equals(item.getId()))
                                    .findFirst()
                                    .orElseThrow();
                    actions.hide();
                    chosen.fire();
                });
    }

    private List<Command> commands() {
        return world.chat().commands();
    }

    @Test
    void opensByButtonMenuAndKeyAndClosesWithTheFocusWhereItWas() {
        host();
        clickOn("#composer").write("half a sen");
        clickOn("#open-host");
        assertThat(isShown("#host-scroll")).isTrue();
        clickOn("#close-host");
        assertThat(isShown("#host-scroll")).isFalse();
        clickOn("#menu");
        clickOn("Your chat as its host…");
        assertThat(isShown("#host-scroll")).isTrue();
        push(KeyCode.ESCAPE);
        clickOn("#composer");
        openPanel();
        push(KeyCode.ESCAPE);
        write("tence");
        assertThat(find("#composer", TextArea.class).getText()).isEqualTo("half a sentence");
    }

    @Test
    void aChatOfOthersHasNone() {
        open();
        interact(() -> window().open(new OpeningWish.Join("192.168.1.20", Optional.empty())));
        interact(() -> SampleChat.fill(world.chat()));
        assertThat(isShown("#open-host")).isFalse();
        openPanel();
        assertThat(isShown("#host-scroll")).isFalse();
    }

    @Test
    void tellsWhoIsHereSinceWhenHowFarAndWhatIsKept() {
        host();
        openPanel();
        assertThat(reads("Mira’s chat")).isTrue();
        assertThat(reads("http://192.168.1.20:3000")).isTrue();
        assertThat(reads("4 people are here · 5 connections")).isTrue();
        assertThat(reads("1,204 messages stored · 3.4 MB on this computer")).isTrue();
        assertThat(reads("Owner · This is you · here since 5:42")).isTrue();
        assertThat(reads("· ping under 1 ms")).isTrue();
        assertThat(reads("· ping 12 ms")).isTrue();
        assertThat(reads("Member · away · muted")).isTrue();
        assertThat(reads("Member · away · banned")).isTrue();
        assertThat(isShown("#sheet .menu-only")).isTrue();
        clickOn(find("#sheet .share-line .button", Button.class));
        String[] copied = {""};
        interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).isEqualTo("http://192.168.1.20:3000");
    }

    @Test
    void whatCanBeTakenBackIsDoneAtOnce() {
        host();
        openPanel();
        choose("Omar", "mute");
        choose("Omar", "promote");
        choose("Amina", "demote");
        choose("Jonas Weber", "unmute");
        choose("Eve", "unban");
        var omar = FakeChat.person("Omar").id();
        assertThat(commands())
                .satisfiesExactly(
                        mute ->
                                assertThat(mute)
                                        .isEqualTo(
                                                new Command.Mute(
                                                        mute.id(),
                                                        RoomId.LOBBY,
                                                        omar,
                                                        Optional.of(
                                                                FakeWorld.NOW.plus(
                                                                        Duration.ofHours(1))))),
                        promote ->
                                assertThat(promote)
                                        .isEqualTo(
                                                new Command.GiveRole(
                                                        promote.id(),
                                                        RoomId.LOBBY,
                                                        omar,
                                                        Role.MODERATOR)),
                        demote -> assertThat(demote).isInstanceOf(Command.GiveRole.class),
                        unmute -> assertThat(unmute).isInstanceOf(Command.Unmute.class),
                        unban -> assertThat(unban).isInstanceOf(Command.Unban.class));
        assertThat(isShown("#host-scroll")).isTrue();
    }

    @Test
    void whatCannotIsAskedAndLeadsBack() {
        host();
        openPanel();
        choose("Omar", "ban");
        assertThat(reads("Ban Omar from this chat?")).isTrue();
        assertThat(commands()).isEmpty();
        push(KeyCode.ESCAPE);
        assertThat(isShown("#host-scroll")).isTrue();
        assertThat(commands()).isEmpty();
        choose("Omar", "ban");
        clickOn("#sure");
        choose("Omar", "kick");
        clickOn("#sure");
        choose("Jonas Weber", "forget");
        clickOn("#sure");
        var omar = FakeChat.person("Omar").id();
        assertThat(commands())
                .satisfiesExactly(
                        ban ->
                                assertThat(ban)
                                        .isEqualTo(
                                                new Command.RemovePerson(
                                                        ban.id(), RoomId.LOBBY, omar, Removal.BAN)),
                        kick ->
                                assertThat(kick)
                                        .isEqualTo(
                                                new Command.RemovePerson(
                                                        kick.id(),
                                                        RoomId.LOBBY,
                                                        omar,
                                                        Removal.KICK)),
                        forget ->
                                assertThat(forget)
                                        .isEqualTo(
                                                new Command.ForgetPerson(
                                                        forget.id(),
                                                        FakeChat.person("Jonas Weber").id())));
        push(KeyCode.ESCAPE);
        write("x");
        assertThat(find("#composer", TextArea.class).getText()).isEqualTo("x");
    }

    @Test
    void nothingIsOfferedAgainstOneselfNorToForgetAGuest() {
        host();
        openPanel();
        assertThat(actionsOf("Mira").isVisible()).isFalse();
        interact(() -> actionsOf("guest-7f3a").show());
        assertThat(actionsOf("guest-7f3a").getItems())
                .noneMatch(item -> "host-forget".equals(item.getId()));
    }

    @Test
    void goesByKeyboard() {
        host();
        openPanel();
        interact(() -> actionsOf("Amina").requestFocus());
        type(KeyCode.TAB);
        assertThat(scene().getFocusOwner()).isEqualTo(actionsOf("Omar"));
        type(KeyCode.SPACE);
        settle();
        type(KeyCode.DOWN, 2);
        type(KeyCode.ENTER);
        assertThat(commands()).singleElement().isInstanceOf(Command.Mute.class);
        assertThat(scene().getFocusOwner()).isEqualTo(actionsOf("Omar"));
    }

    @Test
    void theChatIsRenamedByKeyboardAndTheFocusComesBack() {
        host();
        openPanel();
        interact(() -> find("#host-rename", Button.class).requestFocus());
        type(KeyCode.SPACE);
        write("Garden");
        type(KeyCode.ENTER);
        settle();
        assertThat(isShown("#host-scroll")).isTrue();
        assertThat(reads("The chat is called Garden now.")).isTrue();
        assertThat(desk().chatName()).isEqualTo("Garden");
        push(KeyCode.ESCAPE);
        write("x");
        assertThat(find("#composer", TextArea.class).getText()).isEqualTo("x");
    }

    @Test
    void hostingStopsAfterAQuestion() {
        host();
        openPanel();
        interact(() -> lookup("#stop-hosting-here").queryButton().fire());
        assertThat(reads("End this chat for everyone?")).isTrue();
        assertThat(world.host().isStopped()).isFalse();
        clickOn("#end-hosting");
        assertThat(world.host().isStopped()).isTrue();
        assertThat(isShown("#start")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 900", "DARK, 900", "LIGHT, 440"})
    void looks(ThemeChoice theme, int width) {
        open(theme, width, 760);
        enter();
        String name = theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        screenshot(
                "host-button-" + name,
                check ->
                        check.mayCut("header-chat", "it gives way to the name of the room")
                                .mayCut("header-people", "it gives way to the buttons")
                                .shows("On my way."));
        openPanel();
        screenshot("host-panel-" + name, "You host this chat", "Mira’s chat");
        scrollTo(1);
        screenshot("host-panel-end-" + name, "Make a token", "Stop hosting");
        scrollTo(0);
        choose("Omar", "ban");
        screenshot("host-panel-ask-" + name, "Ban Omar from this chat?");
        push(KeyCode.ESCAPE);
        clickOn("#host-rename");
        screenshot("host-rename-" + name, "Rename the chat", "Name of the chat");
    }

    private void scrollTo(double place) {
        interact(() -> find("#host-scroll", ScrollPane.class).setVvalue(place));
    }
}
