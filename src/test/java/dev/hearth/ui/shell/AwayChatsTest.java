package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import dev.hearth.model.LocalTrouble;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Chats that are open and not shown: they go on, call, and come back as they were.
final class AwayChatsTest extends SeveralChats {
    @Test
    void roomDraftPlaceAndSearchStayInEachChat() {
        open(ThemeChoice.LIGHT, 990, 640);
        FakeChat first = join("10.0.0.7", "Amina");
        interact(
                () -> {
                    for (int i = 0; i < 60; i++) {
                        first.said("Amina", FakeWorld.NOW.plusSeconds(i), "Line " + i);
                    }
                });
        clickOn("#composer").write("half a sen");
        type(KeyCode.PAGE_UP);
        type(KeyCode.PAGE_UP);
        push(KeyCode.CONTROL, KeyCode.F);
        write("posters");
        double before = placeOf("Line 30");
        join("10.0.0.8", "Omar");
        assertThat(isShown("#search")).isFalse();
        assertThat(composer().getText()).isEmpty();
        write("another");
        hear(first, "Amina", "and one more line");
        push(KeyCode.CONTROL, KeyCode.TAB);
        settle();
        assertThat(composer().getText()).isEqualTo("half a sen");
        assertThat(isShown("#search")).isTrue();
        assertThat(reads("posters")).isTrue();
        assertThat(placeOf("Line 30")).isEqualTo(before);
        // The keyboard is where it was.
        write(" now");
        assertThat(reads("posters now")).isTrue();
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
        assertThat(composer().getText()).isEqualTo("another");
    }

    @Test
    void theRoomOfAChatThatComesBackShowsWhatIsNew() {
        open();
        FakeChat first = join("10.0.0.7", "Amina");
        hear(first, "Amina", "seen");
        join("10.0.0.8", "Omar");
        interact(
                () -> {
                    for (int i = 0; i < 60; i++) {
                        first.said("Amina", FakeWorld.NOW.plusSeconds(i), "Line " + i);
                    }
                });
        settle();
        assertThat(badge(1)).isEqualTo("60");
        push(KeyCode.CONTROL, KeyCode.DIGIT1);
        settle();
        assertThat(placeOf("Line 0")).isPositive();
        assertThat(badge(1)).isNotEmpty();
        push(KeyCode.ALT, KeyCode.END);
        settle();
        assertThat(badge(1)).isEmpty();
    }

    @Test
    void aCutIsToldAndMendedInTheRail() {
        open();
        FakeChat first = join("10.0.0.7");
        join("10.0.0.8");
        assertThat(button(1).getAccessibleText()).contains("10.0.0.7:3000").contains("Online");
        interact(
                () ->
                        first.become(
                                new ConnectionState.Offline(
                                        FakeWorld.NOW.plusSeconds(9), "It is away.")));
        settle();
        assertThat(button(1).getAccessibleText()).contains("Not connected");
        assertThat(button(1).getTooltip().getText()).contains("Not connected");
        rightClickOn("#open-chat-1");
        clickOn("Connect again now");
        assertThat(first.calls()).contains("reconnectNow");
        assertThat(inFront("10.0.0.8:3000")).isTrue();
    }

    @Test
    void aCallInAnotherChatIsToldAndLeadsThere() {
        open();
        FakeChat first = join("10.0.0.7", "Amina");
        FakeChat second = join("10.0.0.8", "Omar");
        hear(first, "Amina", "nothing for you");
        assertThat(notices()).isEmpty();
        hear(first, "Amina", "@Mira look");
        assertThat(notices()).containsExactly("Amina in #lobby · 10.0.0.7:3000");
        assertThat(systemNotices.shown()).isEmpty();
        assertThat(button(1).getAccessibleText())
                .isEqualTo("10.0.0.7:3000, Online. 2 unread messages. 1 mentions you.");
        assertThat(button(1).getTooltip().getText())
                .isEqualTo("10.0.0.7:3000\nOnline\n2 unread messages. 1 mentions you.\nCtrl+1");
        assertThat(systemNotices.badge()).as("on the icon of the program").isEqualTo(2);
        clickOn(".notice-open");
        assertThat(inFront("10.0.0.7:3000")).isTrue();
        assertThat(notices()).isEmpty();
        hear(second, "Omar", "@Mira and here");
        push(KeyCode.CONTROL, KeyCode.N);
        assertThat(notices()).containsExactly("Omar in #lobby · 10.0.0.8:3000");
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(notices()).isEmpty();
    }

    @Test
    void whatGoesWrongInAnotherChatSaysWhere() {
        open();
        FakeChat first = join("10.0.0.7", "Amina");
        interact(() -> first.tell(new Event.Noticed("Something is damaged.")));
        settle();
        assertThat(reads("10.0.0.7:3000: Something")).isFalse();
        assertThat(reads("Something is damaged.")).isTrue();
        join("10.0.0.8", "Omar");
        interact(() -> first.tell(new Event.Noticed("Something else is damaged.")));
        settle();
        assertThat(reads("10.0.0.7:3000: Something else is damaged.")).isTrue();
    }

    @Test
    void theNoticesOfAChatThatIsLeftGoWithIt() {
        open();
        FakeChat first = join("10.0.0.7", "Amina");
        join("10.0.0.8", "Omar");
        hear(first, "Amina", "@Mira look");
        rightClickOn("#open-chat-1");
        clickOn("Leave the chat…");
        clickOn("#sure");
        assertThat(notices()).isEmpty();
    }

    @Test
    void aChatThatIsOpenIsNotJoinedTwiceHoweverItIsTyped() {
        open();
        join("10.0.0.7", "Amina");
        join("localhost:3001", "Omar");
        for (String typed :
                List.of(
                        "10.0.0.7",
                        "http://10.0.0.7:3000",
                        " hearth://10.0.0.7:3000/ ",
                        "10.0.0.7:")) {
            push(KeyCode.CONTROL, KeyCode.N);
            write(typed);
            type(KeyCode.ENTER);
            assertThat(inFront("10.0.0.7:3000")).as(typed).isTrue();
        }
        push(KeyCode.CONTROL, KeyCode.N);
        write("127.0.0.1:3001");
        type(KeyCode.ENTER);
        assertThat(inFront("localhost:3001")).isTrue();
        assertThat(world.chats()).hasSize(2);
    }

    @Test
    void aChatThatIsOpenUnderAnotherAddressComesForward() {
        open();
        join("10.0.0.7", "Amina");
        join("10.0.0.8", "Omar");
        world.sameHost("http://10.0.0.7:3000", "http://studio.local:3000");
        world.onJoin(
                chat ->
                        chat.become(
                                new ConnectionState.Refused(
                                        LocalTrouble.DATA_IN_USE, "Another Hearth has it.")));
        push(KeyCode.CONTROL, KeyCode.N);
        write("studio.local");
        type(KeyCode.ENTER);
        settle();
        assertThat(inFront("10.0.0.7:3000")).isTrue();
        // Where it is not of a chat that is open here, it is told.
        push(KeyCode.CONTROL, KeyCode.N);
        write("elsewhere.local");
        type(KeyCode.ENTER);
        settle();
        assertThat(reads("Another Hearth has it.")).isTrue();
    }

    @Test
    void oneChatIsHostedWhileOthersAreJoined() {
        open();
        join("10.0.0.7", "Amina");
        push(KeyCode.CONTROL, KeyCode.N);
        clickOn("#host");
        assertThat(inFront("Mira’s chat")).isTrue();
        assertThat(button(2).getAccessibleText()).contains("Hosted here");
        push(KeyCode.CONTROL, KeyCode.N);
        clickOn("#host");
        assertThat(reads("You are hosting a chat in this window already.")).isTrue();
        assertThat(world.hosts()).hasSize(1);
        type(KeyCode.ESCAPE);
        rightClickOn("#open-chat-2");
        clickOn("Stop hosting and leave");
        assertThat(world.host().isStopped()).isTrue();
        assertThat(inFront("10.0.0.7:3000")).isTrue();
        push(KeyCode.CONTROL, KeyCode.N);
        clickOn("#host");
        assertThat(world.hosts()).hasSize(2);
    }

    @Test
    void leavingAChatThatOthersAreInAsksFirst() {
        open();
        clickOn("#host");
        interact(() -> world.chat().enter("Amina"));
        join("10.0.0.7", "Omar");
        rightClickOn("#open-chat-1");
        clickOn("Stop hosting and leave");
        assertThat(isShown("#sheet")).isTrue();
        assertThat(world.host().isStopped()).isFalse();
        clickOn("#end-hosting");
        assertThat(world.host().isStopped()).isTrue();
        assertThat(inFront("10.0.0.7:3000")).isTrue();
    }

    @Test
    void theWindowLeavesAllChats() {
        open();
        FakeChat first = join("10.0.0.7");
        FakeChat second = join("10.0.0.8");
        push(KeyCode.CONTROL, KeyCode.Q);
        assertThat(stage().isShowing()).isFalse();
        assertThat(first.calls()).contains("close");
        assertThat(second.calls()).contains("close");
    }
}
