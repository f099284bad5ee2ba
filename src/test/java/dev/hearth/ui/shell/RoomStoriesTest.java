package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Command;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import dev.hearth.model.Membership;
import dev.hearth.model.Person;
import dev.hearth.model.Presence;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.testkit.Abilities;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.WindowTest;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Rooms, conversations of two and people, as somebody finds, opens and leaves them.
final class RoomStoriesTest extends WindowTest {
    private void join() {
        open();
        enter();
    }

    private void enter() {
        interact(() -> window().open(new OpeningWish.Join("192.168.1.20", Optional.empty())));
        interact(() -> chat().enter("Amina", "Omar"));
        settle();
    }

    private FakeChat chat() {
        return world.chat();
    }

    private RoomId room(String name) {
        RoomId[] made = new RoomId[1];
        interact(() -> made[0] = chat().rooms().add(name, RoomKind.PUBLIC));
        return made[0];
    }

    private void hear(RoomId room, String text) {
        interact(() -> chat().rooms().said(room, "Amina", FakeWorld.NOW, text));
        settle();
    }

    private String title() {
        return find(".header-title", Label.class).getText();
    }

    private boolean hasRow(String name) {
        return lookup(".room-title").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().equals(name));
    }

    private List<String> unread() {
        return lookup(".room-unread").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }

    @Test
    void aRoomIsMadeAndWrittenInByKeyboard() {
        join();
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        write("design\n");
        settle();
        assertThat(title()).isEqualTo("#design");
        assertThat(stage().getTitle()).startsWith("#design");
        write("hello\n");
        settle();
        assertThat(chat().calls()).contains("submit OpenRoom", "send r1 hello");
        assertThat(lookup(".message-row").queryAll()).hasSize(1);
    }

    @Test
    void aNameTheHostWouldRefuseIsExplainedBeforeItIsAsked() {
        join();
        clickOn("#new-room");
        type(KeyCode.ENTER);
        assertThat(reads("Give the room a name.")).isTrue();
        write("x".repeat(41) + "\n");
        assertThat(reads("at most 40 characters")).isTrue();
        assertThat(chat().commands()).isEmpty();
        type(KeyCode.ESCAPE);
        assertThat(isShown("#sheet")).isFalse();
    }

    @Test
    void aMessageElsewhereIsCountedUntilItsRoomIsOpened() {
        join();
        RoomId design = room("design");
        hear(design, "one");
        hear(design, "two");
        assertThat(unread()).containsExactly("2");
        assertThat(stage().getTitle()).startsWith("(2) #lobby");
        clickOn("design");
        settle();
        assertThat(title()).isEqualTo("#design");
        assertThat(unread()).isEmpty();
        assertThat(stage().getTitle()).startsWith("#design");
        assertThat(lookup(".message-row").queryAll()).hasSize(2);
        assertThat(chat().calls()).contains("read r1 2");
    }

    @Test
    void whoCallsThePersonIsMarked() {
        join();
        RoomId design = room("design");
        hear(design, "no @Miranda here");
        assertThat(lookup(".calls").queryAll()).isEmpty();
        hear(design, "look, @mira!");
        assertThat(lookup(".calls").queryAll()).hasSize(1);
    }

    @Test
    void aDraftStaysWithItsRoom() {
        join();
        room("design");
        write("half a thought");
        push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(title()).isEqualTo("#design");
        assertThat(find("#composer", TextArea.class).getText()).isEmpty();
        assertThat(reads("Draft:")).isTrue();
        push(KeyCode.ALT, KeyCode.UP);
        assertThat(title()).isEqualTo("#lobby");
        assertThat(find("#composer", TextArea.class).getText()).isEqualTo("half a thought");
        assertThat(reads("Draft:")).isFalse();
    }

    @Test
    void aCardLeadsToAConversationOfTwo() {
        join();
        clickOn("Omar");
        assertThat(isShown("#person-card")).isTrue();
        assertThat(reads("Member · Here now")).isTrue();
        type(KeyCode.ENTER);
        settle();
        assertThat(isShown("#person-card")).isFalse();
        assertThat(title()).isEqualTo("Omar");
        write("only for you\n");
        assertThat(chat().calls()).contains("submit OpenDirect", "send d1 only for you");
    }

    @Test
    void theNameOfAnAuthorOpensTheirCardAndEscapeClosesIt() {
        join();
        interact(() -> chat().said("Amina", FakeWorld.NOW, "hello"));
        settle();
        clickOn(".author");
        assertThat(isShown("#person-card")).isTrue();
        type(KeyCode.ESCAPE);
        assertThat(isShown("#person-card")).isFalse();
    }

    @Test
    void aModeratorIsOfferedWhatModeratorsMay() {
        join();
        interact(
                () ->
                        chat().tell(
                                        new Event.Entered(
                                                new Person(
                                                        FakeChat.person("Mira").id(),
                                                        "Mira",
                                                        Role.OWNER))));
        settle();
        clickOn("Omar");
        assertThat(isShown("#card-mute")).isTrue();
        clickOn("#card-ban");
        assertThat(chat().commands().getLast()).isInstanceOf(Command.RemovePerson.class);
    }

    @Test
    void theSwitcherGoesWhereAFewLettersLead() {
        join();
        room("design");
        room("garden");
        push(KeyCode.CONTROL, KeyCode.K);
        write("gar\n");
        assertThat(title()).isEqualTo("#garden");
        push(KeyCode.CONTROL, KeyCode.K);
        write("ami\n");
        settle();
        assertThat(title()).isEqualTo("Amina");
    }

    @Test
    void theSearchFieldFilters() {
        join();
        room("design");
        room("garden");
        clickOn("#sidebar-search");
        write("des");
        assertThat(hasRow("design")).isTrue();
        assertThat(hasRow("garden")).isFalse();
        type(KeyCode.ENTER);
        assertThat(title()).isEqualTo("#design");
        assertThat(hasRow("garden")).isTrue();
    }

    @Test
    void aNarrowWindowReachesTheRoomsThroughADrawer() {
        open(ThemeChoice.LIGHT, 500, 600);
        enter();
        RoomId design = room("design");
        hear(design, "hello");
        assertThat(isShown("#rail")).isFalse();
        assertThat(find("#other-unread", Label.class).getText()).isEqualTo("1");
        clickOn("#show-sidebar");
        assertThat(isShown("#rail")).isTrue();
        clickOn("design");
        assertThat(isShown("#rail")).isFalse();
        assertThat(title()).isEqualTo("#design");
        type(KeyCode.F9);
        assertThat(isShown("#rail")).isTrue();
        type(KeyCode.ESCAPE);
        assertThat(isShown("#rail")).isFalse();
    }

    @Test
    void aPublicRoomIsJoinedBeforeItIsWrittenIn() {
        join();
        RoomId garden = room("garden");
        interact(() -> chat().rooms().membership(garden, Membership.OUTSIDE));
        settle();
        assertThat(reads("More rooms")).isTrue();
        clickOn("garden");
        assertThat(isShown("#composer")).isFalse();
        clickOn("#join-room");
        assertThat(isShown("#composer")).isTrue();
        assertThat(isShown("#join-room")).isFalse();
    }

    @Test
    void aRoomThatIsGoneIsLeftForTheFirst() {
        join();
        RoomId design = room("design");
        clickOn("design");
        interact(() -> chat().tell(new Event.RoomGone(design)));
        settle();
        assertThat(title()).isEqualTo("#lobby");
        assertThat(hasRow("design")).isFalse();
        assertThat(find("#toast", Label.class).getText()).startsWith("#design");
    }

    @Test
    void aPlainServerShowsOneRoomAndNoWayToMakeOthers() {
        world.onJoin(fake -> fake.become(new ConnectionState.Online(Abilities.PLAIN_ECHO)));
        open();
        interact(() -> window().open(new OpeningWish.Join("192.168.1.20", Optional.empty())));
        interact(() -> chat().hear("Amina", FakeWorld.NOW, "hello"));
        settle();
        assertThat(lookup(".room-row").queryAll()).hasSize(1);
        assertThat(isShown("#new-room")).isFalse();
        assertThat(isShown("#room-menu")).isFalse();
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        assertThat(isShown("#sheet")).isFalse();
    }

    @Test
    void whatIsTypedAfterTheMenuIsWritten() {
        join();
        clickOn("#menu");
        type(KeyCode.ESCAPE);
        write("after the menu");
        assertThat(find("#composer", TextArea.class).getText()).isEqualTo("after the menu");
    }

    @Test
    void thoseWhoAreAwayStandApart() {
        join();
        interact(
                () -> {
                    chat().said("Zoe", FakeWorld.NOW, "bye");
                    chat().tell(
                                    new Event.PeopleChanged(
                                            List.of(
                                                    new Presence(
                                                            FakeChat.person("Zoe"),
                                                            false,
                                                            false))));
                });
        settle();
        assertThat(reads("Here now · 2")).isTrue();
        assertThat(reads("Away · 1")).isTrue();
    }
}
