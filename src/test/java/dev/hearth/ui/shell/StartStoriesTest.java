package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.settings.RecentChat;
import dev.hearth.settings.RecentChat.Said;
import dev.hearth.settings.ThemeChoice;
import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.WindowTest;
import dev.hearth.ui.start.EarlierChat;
import dev.hearth.ui.start.HostWish;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The first screen, as people use it.
final class StartStoriesTest extends WindowTest {
    @Test
    void hostsWithOneClick() {
        open();
        clickOn("#host");
        settle();
        assertThat(world.wishes()).containsExactly(new HostWish("Mira", 3000, true));
        assertThat(isShown("#chat")).isTrue();
        assertThat(reads("http://192.168.1.20:3000")).isTrue();
        assertThat(stage().getTitle()).isEqualTo("#lobby · Mira’s chat – Hearth");
    }

    @Test
    void hostsWithEnter() {
        open();
        type(KeyCode.ENTER);
        settle();
        assertThat(isShown("#chat")).isTrue();
    }

    @Test
    void aNewPersonGivesANameAndItIsRemembered() {
        preferences.rememberName("");
        open();
        clickOn("#host");
        settle();
        assertThat(reads("Type the name that others will see.")).isTrue();
        assertThat(world.wishes()).isEmpty();
        clickOn("#name").write("Ada");
        type(KeyCode.ENTER);
        settle();
        assertThat(world.wishes()).containsExactly(new HostWish("Ada", 3000, true));
        assertThat(preferences.name()).isEqualTo("Ada");
    }

    @Test
    void thePortIsUnderOptions() {
        open();
        assertThat(isShown("#port")).isFalse();
        clickOn("#host-options");
        find("#port", TextField.class);
        doubleClickOn("#port").write("4000");
        type(KeyCode.ENTER);
        settle();
        assertThat(world.wishes()).containsExactly(new HostWish("Mira", 4000, true));
        assertThat(preferences.port()).isEqualTo(4000);
    }

    @Test
    void aHostThatCannotOpenSaysWhyAndWhatToTry() {
        world.answerHostingWith(
                CompletableFuture.failedFuture(
                        new HearthException(LocalTrouble.PORT_TAKEN, "Port 3000 is taken.")));
        open();
        clickOn("#host");
        settle();
        assertThat(reads("Port 3000 is taken.")).isTrue();
        assertThat(reads("Code: port_taken")).isTrue();
        assertThat(isShown("#host")).isTrue();
    }

    @Test
    void joinsByKeyboard() {
        open();
        clickOn("#address").write("chat.example.org");
        type(KeyCode.ENTER);
        settle();
        assertThat(world.chat().request().server()).hasToString("http://chat.example.org:3000");
        assertThat(isShown("#chat")).isTrue();
        assertThat(preferences.recentAddresses()).containsExactly("chat.example.org");
    }

    @Test
    void everythingCanBeReachedWithTab() {
        preferences.rememberAddress("192.168.1.20");
        open();
        var reached = new java.util.ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            reached.add(String.valueOf(scene().getFocusOwner().getId()));
            type(KeyCode.TAB);
        }
        assertThat(reached).containsSubsequence("name", "host-options", "host", "address", "join");
    }

    @Test
    void aRecentChatIsRemovedByItsMenu() {
        preferences.rememberAddress("192.168.1.20");
        preferences.rememberAddress("10.0.0.7");
        open();
        rightClickOn("192.168.1.20");
        clickOn("Remove from this list");
        settle();
        assertThat(reads("192.168.1.20")).isFalse();
        assertThat(reads("10.0.0.7")).isTrue();
        assertThat(preferences.recentAddresses()).containsExactly("10.0.0.7");
    }

    @Test
    void joinsAgainWithARecentChat() {
        preferences.rememberAddress("192.168.1.20");
        open();
        clickOn("192.168.1.20");
        settle();
        assertThat(isShown("#chat")).isTrue();
    }

    @Test
    void aRecentChatSaysWhatItIsCalledWhereItIsAndWhatWasSaidLast() {
        preferences.rememberChat(
                new RecentChat(
                        "192.168.1.20",
                        "Amina’s kitchen",
                        Optional.of(new Said("Omar: On my way.", FakeWorld.NOW))));
        open();
        assertThat(reads("Amina’s kitchen")).isTrue();
        assertThat(reads("192.168.1.20")).isTrue();
        assertThat(reads("Omar: On my way.")).isTrue();
        Button row = find(".recent-button", Button.class);
        assertThat(row.getAccessibleText()).isEqualTo("Join Amina’s kitchen again");
        assertThat(row.getAccessibleHelp()).startsWith("192.168.1.20 Omar: On my way.");
        clickOn("Omar: On my way.");
        settle();
        assertThat(isShown("#chat")).isTrue();
        interact(() -> world.chat().tell(new Event.ChatNamed("Amina’s garden")));
        interact(() -> world.chat().said("Omar", FakeWorld.NOW, "Here **I** am"));
        interact(() -> window().close());
        assertThat(preferences.recentChats())
                .containsExactly(
                        new RecentChat(
                                "192.168.1.20",
                                "Amina’s garden",
                                Optional.of(new Said("Omar: Here I am", FakeWorld.NOW))));
    }

    @Test
    void theListOfRecentChatsIsUsedByKeyboard() {
        for (int i = 1; i <= 5; i++) {
            preferences.rememberAddress("10.0.0." + i);
        }
        open();
        assertThat(lookup(".recent").queryAll()).hasSize(3);
        interact(() -> find("#recent-more", Button.class).requestFocus());
        type(KeyCode.SPACE);
        assertThat(lookup(".recent").queryAll()).hasSize(5);
        assertThat(isShown("#recent-more")).isFalse();
        interact(() -> find(".recent-button", Button.class).requestFocus());
        type(KeyCode.DELETE);
        assertThat(preferences.recentAddresses()).hasSize(4).doesNotContain("10.0.0.5");
        clickOn(find(".recent-forget", Button.class));
        assertThat(preferences.recentAddresses()).hasSize(3).doesNotContain("10.0.0.4");
        interact(() -> find(".recent-button", Button.class).requestFocus());
        type(KeyCode.ENTER);
        settle();
        assertThat(isShown("#chat")).isTrue();
        assertThat(preferences.recentAddresses().getFirst()).isEqualTo("10.0.0.3");
    }

    @Test
    void whatWasHostedBeforeIsOpenedAgain() {
        world.hostedBefore(new EarlierChat(Optional.empty(), 207));
        open();
        assertThat(reads("Mira’s chat")).isTrue();
        assertThat(reads("207 messages on this computer")).isTrue();
        interact(() -> find("#name", TextField.class).setText("Ana"));
        assertThat(reads("Ana’s chat")).isTrue();
        clickOn("Open it again");
        settle();
        assertThat(isShown("#chat")).isTrue();
        world.hostedBefore(new EarlierChat(Optional.of("Garden"), 1));
        push(KeyCode.CONTROL, KeyCode.N);
        assertThat(reads("Garden")).as("it is open").isFalse();
        type(KeyCode.ESCAPE);
        clickOn("#menu");
        clickOn("Stop hosting");
        settle();
        assertThat(reads("Garden")).isTrue();
        assertThat(reads("1 message on this computer")).isTrue();
    }

    @Test
    void aWrongAddressIsExplained() {
        world.onJoin(
                chat ->
                        chat.become(
                                new ConnectionState.Refused(
                                        ErrorCode.UNKNOWN_HOST, "Nobody knows “nowhere”.")));
        open();
        clickOn("#address").write("nowhere");
        clickOn("#join");
        settle();
        assertThat(reads("Nobody knows “nowhere”.")).isTrue();
        assertThat(reads("Code: unknown_host")).isTrue();
        assertThat(world.chat().calls()).containsExactly("close");
    }

    @Test
    void aProblemMovesNothingAndGoesWhenTheAddressIsEdited() {
        String sentence =
                "Nothing is listening at 10.0.0.7:1. Check the port, and that the chat is running.";
        world.onJoin(
                chat ->
                        chat.become(
                                new ConnectionState.Refused(
                                        ErrorCode.CONNECTION_REFUSED, sentence)));
        open();
        clickOn("#address").write("10.0.0.7:1");
        double address = yOf("#address");
        double join = yOf("#join");
        type(KeyCode.ENTER);
        settle();
        assertThat(reads(sentence)).isTrue();
        assertThat(yOf("#address")).isEqualTo(address);
        assertThat(yOf("#join")).isEqualTo(join);
        write("1");
        settle();
        assertThat(reads(sentence)).isFalse();
        assertThat(yOf("#join")).isEqualTo(join);
    }

    private double yOf(String query) {
        Node node = find(query, Node.class);
        return node.localToScreen(node.getBoundsInLocal()).getMinY();
    }

    @Test
    void aJoinThatTakesTooLongCanBeCancelled() {
        world.onJoin(chat -> {});
        open();
        clickOn("#address").write("slow.example.org");
        type(KeyCode.ENTER);
        settle();
        assertThat(reads("Connecting to slow.example.org:3000…")).isTrue();
        type(KeyCode.SPACE);
        settle();
        assertThat(world.chat().calls()).containsExactly("close");
        assertThat(isShown("#join")).isTrue();
    }

    @Test
    void aKeptChatOpensWhileItsHostIsAway() {
        world.onJoin(
                chat -> {
                    chat.said("Amina", FakeWorld.NOW.minusSeconds(60), "see you tomorrow");
                    chat.become(
                            new ConnectionState.Offline(
                                    FakeWorld.NOW.plusSeconds(9), "Nothing is listening."));
                });
        open();
        clickOn("#address").write("10.0.0.7").type(KeyCode.ENTER);
        settle();
        assertThat(isShown("#chat")).isTrue();
        assertThat(reads("Nothing is listening.")).isTrue();
        assertThat(reads("Next try in 9 s")).isTrue();
        assertThat(lookup("see you tomorrow").tryQuery()).isPresent();
        assertThat(world.chat().calls()).doesNotContain("close");
    }

    @Test
    void theWishOfTheCommandLineIsDoneAtOnce() {
        open();
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7:5000", Optional.of("Bo"))));
        settle();
        assertThat(world.chat().request().name()).isEqualTo("Bo");
        assertThat(isShown("#chat")).isTrue();
    }

    @Test
    void theThemeIsRemembered() {
        open();
        clickOn("#menu").clickOn("Appearance").clickOn("Dark");
        settle();
        assertThat(preferences.theme()).isEqualTo(ThemeChoice.DARK);
    }

    @Test
    void aboutOpensAndEscapeClosesIt() {
        open();
        type(KeyCode.F1);
        settle();
        assertThat(reads("Version 0.1.0")).isTrue();
        screenshot("about-light");
        type(KeyCode.ESCAPE);
        settle();
        assertThat(isShown("#sheet")).isFalse();
    }

    @Test
    void afterAFailureTheAddressCanBeTypedAgainAtOnce() {
        world.onJoin(
                chat ->
                        chat.become(
                                new ConnectionState.Refused(
                                        ErrorCode.CONNECTION_REFUSED, "Nothing is listening.")));
        open();
        clickOn("#address").write("10.0.0.7:1").type(KeyCode.ENTER);
        settle();
        write("10.0.0.8:2");
        settle();
        assertThat(find("#address", TextField.class).getText()).isEqualTo("10.0.0.8:2");
    }

    @Test
    void afterAChatTheStartScreenHasTheFocus() {
        open();
        clickOn("#address").write("10.0.0.7").type(KeyCode.ENTER);
        settle();
        push(KeyCode.CONTROL, KeyCode.W);
        clickOn("#sure");
        write("x");
        settle();
        assertThat(find("#name", TextField.class).getText()).endsWith("x");
    }
}
