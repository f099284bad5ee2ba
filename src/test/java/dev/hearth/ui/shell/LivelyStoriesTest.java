package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.model.Command;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.Message.Details;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.Abilities;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.WindowTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// A chat on a Hearth host, where people answer, react, edit and delete.
final class LivelyStoriesTest extends WindowTest {
    private static final Instant NOW = FakeWorld.NOW;

    private FakeChat join() {
        open();
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        interact(() -> world.chat().enter("Amina", "Omar"));
        settle();
        return world.chat();
    }

    private Message say(String name, String text) {
        var said = new Message[1];
        interact(() -> said[0] = world.chat().said(name, NOW, text));
        settle();
        return said[0];
    }

    private TextArea composer() {
        return find("#composer", TextArea.class);
    }

    private List<Command> commands() {
        return world.chat().commands();
    }

    private Optional<Node> words(String text) {
        return lookup(".words").queryAll().stream()
                .filter(node -> ((Text) node).getText().equals(text))
                .findFirst();
    }

    @Test
    void answersByTheMenu() {
        join();
        Message question = say("Amina", "Who is coming?");
        clickOn("Who is coming?", MouseButton.SECONDARY);
        clickOn("Reply");
        settle();
        assertThat(reads("Replying to Amina")).isTrue();
        assertThat(composer().isFocused()).isTrue();
        write("me").type(KeyCode.ENTER);
        settle();
        assertThat(commands())
                .singleElement()
                .isInstanceOfSatisfying(
                        Command.PostMessage.class,
                        post -> {
                            assertThat(post.text()).isEqualTo("me");
                            assertThat(post.replyTo()).contains(question.id());
                        });
        assertThat(isShown("#regarding")).isFalse();
        assertThat(world.chat().keys()).isEqualTo(2);
    }

    @Test
    void upEditsTheLastMessageAndEscapeLeavesIt() {
        join();
        Message mine = say("Mira", "helo");
        say("Amina", "hi");
        clickOn("#composer").type(KeyCode.UP);
        settle();
        assertThat(reads("Editing your message")).isTrue();
        assertThat(composer().getText()).isEqualTo("helo");
        type(KeyCode.ESCAPE);
        settle();
        assertThat(composer().getText()).isEmpty();
        assertThat(isShown("#regarding")).isFalse();
        type(KeyCode.UP);
        interact(() -> composer().setText("hello"));
        type(KeyCode.ENTER);
        settle();
        assertThat(commands())
                .singleElement()
                .isInstanceOfSatisfying(
                        Command.EditMessage.class,
                        edit -> {
                            assertThat(edit.of()).isEqualTo(mine.id());
                            assertThat(edit.text()).isEqualTo("hello");
                        });
    }

    @Test
    void oneEditsOnAtTheEnd() {
        join();
        say("Mira", "helo");
        clickOn("#composer").write("half").type(KeyCode.F6);
        clickOn("helo", MouseButton.SECONDARY);
        clickOn("Edit");
        settle();
        write(" there");
        settle();
        assertThat(composer().getText()).isEqualTo("helo there");
        type(KeyCode.ESCAPE);
        settle();
        write(" a thou");
        settle();
        assertThat(composer().getText()).isEqualTo("half a thou");
        interact(() -> composer().clear());
        type(KeyCode.UP);
        settle();
        write("!");
        settle();
        assertThat(composer().getText()).isEqualTo("helo!");
    }

    @Test
    void aDeletionCanBeTakenBackForAWhile() {
        FakeChat chat = join();
        Message mine = say("Mira", "oops");
        clickOn("#composer").type(KeyCode.F6).push(KeyCode.SHIFT, KeyCode.F10);
        clickOn("Delete");
        settle();
        assertThat(words("oops")).isEmpty();
        assertThat(words("This message was deleted")).isPresent();
        assertThat(reads("Message deleted for everyone.")).isTrue();
        interact(() -> chat.become(mine, "oops", FakeChat.reacted("👍 Omar")));
        settle();
        assertThat(words("oops")).as("others still see it, this person does not").isEmpty();
        clickOn("Undo");
        settle();
        assertThat(reads("Nothing was deleted.")).isTrue();
        assertThat(words("oops")).isPresent();
        assertThat(isShown(".reaction")).isTrue();
        assertThat(commands()).isEmpty();
    }

    @Test
    void theNextDeletionSendsTheOneBeforeAndSoDoesTheEndOfTheWindow() {
        FakeChat chat = join();
        Message first = say("Mira", "first");
        Message second = say("Mira", "second");
        clickOn("#composer").type(KeyCode.F6).type(KeyCode.UP).type(KeyCode.DELETE);
        settle();
        assertThat(commands()).isEmpty();
        type(KeyCode.DOWN).type(KeyCode.DELETE);
        settle();
        assertThat(deleted()).containsExactly(first.id());
        interact(() -> chat.become(first, "", FakeChat.deleted()));
        settle();
        type(KeyCode.UP).push(KeyCode.SHIFT, KeyCode.F10);
        settle();
        assertThat(lookup("Copy text").tryQuery()).isEmpty();
        interact(() -> window().close());
        assertThat(deleted()).containsExactly(first.id(), second.id());
    }

    private List<EntryId> deleted() {
        return commands().stream().map(command -> ((Command.DeleteMessage) command).of()).toList();
    }

    @Test
    void reactsByMenuByKeyAndByChip() {
        join();
        Message hello = say("Amina", "hello");
        clickOn("hello", MouseButton.SECONDARY);
        settle();
        clickOn(".reaction-pick");
        settle();
        interact(() -> world.chat().become(hello, "hello", FakeChat.reacted("👍 Omar Mira")));
        settle();
        clickOn(".reaction");
        clickOn("#composer").type(KeyCode.F6);
        press(KeyCode.SHORTCUT).type(KeyCode.DIGIT2).release(KeyCode.SHORTCUT);
        settle();
        assertThat(commands())
                .extracting(command -> (Command.React) command)
                .extracting(react -> (react.on() ? "+" : "-") + react.emoji())
                .containsExactly("+👍", "-👍", "+❤️");
    }

    @Test
    void aPlainServerOffersNothingThatItCannotDo() {
        world.onJoin(chat -> chat.become(new ConnectionState.Online(Abilities.PLAIN_ECHO)));
        open();
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        settle();
        say("Mira", "hello");
        clickOn("hello", MouseButton.SECONDARY);
        settle();
        assertThat(lookup("Copy text").tryQuery()).isPresent();
        assertThat(lookup("Reply").tryQuery()).isEmpty();
        assertThat(lookup(".reaction-pick").tryQuery()).isEmpty();
        type(KeyCode.ESCAPE);
        clickOn("#composer").type(KeyCode.UP);
        settle();
        assertThat(isShown("#regarding")).isFalse();
        assertThat(world.chat().olderAsked()).isZero();
    }

    @Test
    void someoneElseIsSeenWriting() {
        FakeChat chat = join();
        say("Amina", "hello");
        interact(() -> chat.tell(new Event.Typing(RoomId.LOBBY, FakeChat.person("Amina"))));
        settle();
        assertThat(reads("Amina is writing…")).isTrue();
        interact(() -> chat.tell(new Event.Typing(RoomId.LOBBY, FakeChat.person("Omar"))));
        settle();
        assertThat(reads("Amina and Omar are writing…")).isTrue();
        say("Amina", "there");
        assertThat(reads("Omar is writing…")).isTrue();
        assertThat(chat.calls()).contains("read #lobby 2");
    }

    @Test
    void whatTheHostWillNotHaveIsSaid() {
        join();
        var command =
                new Command.DeleteMessage(
                        new EntryId("c1"), Optional.of(RoomId.LOBBY), new EntryId("m1"));
        interact(
                () ->
                        world.chat()
                                .tell(
                                        new Event.CommandFailed(
                                                command,
                                                ErrorCode.FORBIDDEN,
                                                "Only moderators may do that.")));
        settle();
        assertThat(reads("Only moderators may do that.")).isTrue();
    }

    @Test
    void aQuoteLeadsToWhatItQuotes() {
        FakeChat chat = join();
        Message question = say("Amina", "Who is coming?");
        interact(
                () -> {
                    for (int i = 0; i < 80; i++) {
                        chat.said("Omar", NOW.plusSeconds(i), "line " + i);
                    }
                    chat.said("Omar", NOW.plusSeconds(90), "I am", FakeChat.answering(question));
                });
        settle();
        assertThat(words("Who is coming?")).isEmpty();
        clickOn(".quote");
        settle();
        assertThat(words("Who is coming?")).isPresent();
        assertThat(isShown("#latest")).isTrue();
    }

    @Test
    void aQuoteOfWhatIsNotLoadedFillsWhenItComes() {
        FakeChat chat = join();
        Message question = chat.placed("Amina", NOW.minusSeconds(9), "Who?", Details.NONE);
        interact(() -> chat.said("Omar", NOW, "I am", FakeChat.answering(question)));
        settle();
        assertThat(reads("An earlier message")).isTrue();
        interact(() -> chat.tell(new Event.OlderMessages(RoomId.LOBBY, List.of(question), false)));
        settle();
        assertThat(reads("An earlier message")).isFalse();
        assertThat(reads("Who?")).isTrue();
        assertThat(reads("This is the beginning of #lobby")).isTrue();
    }

    @Test
    void olderMessagesDoNotMoveWhatIsInSight() {
        FakeChat chat = join();
        List<Message> page = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            page.add(chat.placed("Omar", NOW.minusSeconds(9_000 - i), "old " + i, Details.NONE));
        }
        interact(
                () -> {
                    for (int i = 0; i < 60; i++) {
                        chat.said("Amina", NOW.minusSeconds(600 - i), "line " + i);
                    }
                });
        settle();
        assertThat(chat.olderAsked()).isZero();
        moveTo("#timeline");
        for (int i = 0; i < 40 && words("line 3").isEmpty(); i++) {
            scroll(5, VerticalDirection.UP);
            settle();
        }
        await().until(() -> chat.olderAsked() == 1);
        scroll(60, VerticalDirection.UP);
        settle();
        assertThat(reads("Loading older messages")).isTrue();
        double before = yOf("line 3");
        interact(() -> chat.tell(new Event.OlderMessages(RoomId.LOBBY, page, true)));
        settle();
        assertThat(yOf("line 3")).isEqualTo(before);
        assertThat(chat.olderAsked()).isOne();
        scroll(80, VerticalDirection.UP);
        settle();
        assertThat(words("old 0")).isPresent();
        await().until(() -> chat.olderAsked() == 2);
    }

    private String focused() {
        Node owner = scene().getFocusOwner();
        return owner.getAccessibleText() == null
                ? String.valueOf(owner.getId())
                : owner.getAccessibleText();
    }

    @Test
    void theKeyboardStaysOnTheMessageWhenOlderOnesCome() {
        FakeChat chat = join();
        List<Message> page = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            page.add(chat.placed("Amina", NOW.minusSeconds(900 - i), "old " + i, Details.NONE));
        }
        say("Amina", "first");
        say("Amina", "second");
        clickOn("#composer").type(KeyCode.F6).type(KeyCode.HOME);
        settle();
        assertThat(focused()).endsWith(": first");
        await().until(() -> chat.olderAsked() == 1);
        interact(() -> chat.tell(new Event.OlderMessages(RoomId.LOBBY, page, true)));
        settle();
        await().until(() -> focused().endsWith(": first"));
        write("hi");
        settle();
        assertThat(composer().getText()).isEqualTo("hi");
    }

    @Test
    void theKeyboardStaysOnAMessageThatChanges() {
        FakeChat chat = join();
        Message hello = say("Amina", "hello");
        say("Amina", "there");
        clickOn("#composer").type(KeyCode.F6).type(KeyCode.UP);
        settle();
        assertThat(focused()).endsWith(": hello");
        interact(() -> chat.become(hello, "hallo", FakeChat.edited(NOW)));
        settle();
        await().until(() -> focused().endsWith(": hallo"));
        interact(() -> chat.become(hello, "", FakeChat.deleted()));
        settle();
        await().until(() -> focused().endsWith(": This message was deleted"));
    }

    @Test
    void theKeyboardGoesToTheComposerWhenTheMessageIsGone() {
        FakeChat chat = join();
        say("Amina", "hello");
        Message mine = say("Mira", "lost");
        clickOn("#composer").type(KeyCode.F6);
        settle();
        assertThat(focused()).endsWith(": lost");
        interact(() -> chat.tell(new Event.MessageRemoved(mine.id())));
        settle();
        await().until(() -> composer().isFocused());
    }

    @Test
    void theKeyboardComesBackToAMessageThatWasScrolledOutOfSight() {
        FakeChat chat = join();
        interact(
                () -> {
                    for (int i = 0; i < 80; i++) {
                        chat.said("Omar", NOW.plusSeconds(i), "line " + i);
                    }
                });
        settle();
        clickOn("#composer").type(KeyCode.F6);
        settle();
        moveTo("#timeline").scroll(40, VerticalDirection.UP);
        settle();
        await().until(() -> "timeline".equals(scene().getFocusOwner().getId()));
        scroll(80, VerticalDirection.DOWN);
        settle();
        await().until(() -> focused().endsWith(": line 79"));
    }

    @Test
    void deletingByKeyboardKeepsTheKeyboardOnTheMessage() {
        join();
        say("Mira", "oops");
        say("Amina", "what?");
        clickOn("#composer").type(KeyCode.F6).type(KeyCode.UP).type(KeyCode.DELETE);
        settle();
        await().until(() -> focused().endsWith(": This message was deleted"));
        push(KeyCode.CONTROL, KeyCode.Z);
        settle();
        await().until(() -> focused().endsWith(": oops"));
        push(KeyCode.CONTROL, KeyCode.Z);
        type(KeyCode.DELETE);
        settle();
        await().until(() -> focused().endsWith(": This message was deleted"));
        assertThat(commands()).isEmpty();
        write("sorry");
        settle();
        assertThat(composer().getText()).isEqualTo("sorry");
    }

    @Test
    void nobodyIsSaidToBeHereWhileOneIsAwayOneself() {
        FakeChat chat = join();
        assertThat(reads("2 others are here")).isTrue();
        assertThat(lookup(".rail-person").queryAll()).hasSize(2);
        interact(() -> chat.become(new ConnectionState.Offline(NOW.plusSeconds(9), "Cut.")));
        settle();
        assertThat(reads("others are here")).isFalse();
        assertThat(lookup(".rail-person").queryAll()).isEmpty();
        interact(() -> chat.become(new ConnectionState.CatchingUp(Abilities.HEARTH)));
        settle();
        assertThat(reads("2 others are here")).isTrue();
        assertThat(lookup(".rail-person").queryAll()).hasSize(2);
    }

    @Test
    void aPageOnWhichNothingCameIsNotAskedForAgainAndAgain() {
        FakeChat chat = join();
        say("Amina", "hello");
        await().until(() -> chat.olderAsked() == 1);
        interact(() -> chat.tell(new Event.OlderMessages(RoomId.LOBBY, List.of(), true)));
        settle();
        assertThat(chat.olderAsked()).isOne();
        moveTo("#timeline").scroll(1, VerticalDirection.UP);
        await().until(() -> chat.olderAsked() == 2);
    }

    private double yOf(String text) {
        Node node = words(text).orElseThrow();
        return node.localToScreen(node.getBoundsInLocal()).getMinY();
    }

    @Test
    void aNewNameIsShownEverywhere() {
        join();
        Message hello = say("Amina", "hello");
        var renamed =
                new dev.hearth.model.Person(
                        hello.from().id(), "Amina B.", dev.hearth.model.Role.MEMBER);
        interact(
                () ->
                        world.chat()
                                .tell(
                                        new Event.PeopleChanged(
                                                List.of(
                                                        new dev.hearth.model.Presence(
                                                                renamed, true, false)))));
        settle();
        assertThat(lookup(".author").queryAll()).hasSize(1);
        assertThat(lookup("Amina B.").queryAll()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(lookup("Amina").queryAll()).isEmpty();
    }
}
