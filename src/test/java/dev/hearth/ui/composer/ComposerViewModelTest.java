package dev.hearth.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Capabilities;
import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.Abilities;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ComposerViewModelTest {
    private final List<String> sent = new ArrayList<>();
    private int keys;
    private final ComposerViewModel model =
            new ComposerViewModel((text, about) -> sent.add(text), () -> keys++);

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "é", "語", "😀", "a😀é語\n"})
    void countsBytesAsUtf8Does(String text) {
        assertThat(ComposerViewModel.utf8Length(text))
                .isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void blankIsNothingToSend() {
        model.textProperty().set(" \n ");
        assertThat(model.canSendBinding().get()).isFalse();
        assertThat(model.send()).isFalse();
        assertThat(sent).isEmpty();
    }

    @Test
    void warnsNearTheLimitAndStopsBeyondIt() {
        model.textProperty().set("x".repeat(7_000));
        assertThat(model.warningBinding().get()).isEmpty();
        model.textProperty().set("x".repeat(7_900));
        assertThat(model.warningBinding().get()).isEqualTo("100 bytes left");
        model.textProperty().set("x".repeat(8_001));
        assertThat(model.warningBinding().get()).isEqualTo("1 bytes too long");
        assertThat(model.canSendBinding().get()).isFalse();
    }

    @Test
    void aPlainServerTakesMore() {
        model.textProperty().set("x".repeat(8_001));
        model.show(Abilities.PLAIN_ECHO);
        assertThat(model.canSendBinding().get()).isTrue();
        assertThat(model.warningBinding().get()).isEmpty();
    }

    @Test
    void whatCannotBeSentStays() {
        var refusing =
                new ComposerViewModel(
                        (text, about) -> {
                            throw new HearthException(ErrorCode.TOO_LONG, "Too long.");
                        },
                        () -> {});
        refusing.textProperty().set("hello");
        assertThat(refusing.send()).isFalse();
        assertThat(refusing.problemProperty().get()).isEqualTo("Too long.");
        assertThat(refusing.textProperty().get()).isEqualTo("hello");
        refusing.textProperty().set("hell");
        assertThat(refusing.problemProperty().get()).isEmpty();
    }

    private static Message message(String text) {
        return new Message(
                new EntryId("m1"),
                RoomId.LOBBY,
                OptionalLong.of(1),
                FakeChat.person("Mira"),
                FakeWorld.NOW,
                text,
                true,
                Delivery.DELIVERED);
    }

    @Test
    void anEditGivesBackWhatWasBeingWritten() {
        model.textProperty().set("half a thou");
        model.edit(message("hello"));
        assertThat(model.textProperty().get()).isEqualTo("hello");
        model.textProperty().set("hello there");
        assertThat(model.send()).isTrue();
        assertThat(sent).containsExactly("hello there");
        assertThat(model.textProperty().get()).isEqualTo("half a thou");
        assertThat(model.regardingProperty().get()).isEmpty();
    }

    @Test
    void anAnswerKeepsWhatIsBeingWrittenAndIsOverWhenItIsSent() {
        model.textProperty().set("yes");
        model.reply(message("coming?"));
        assertThat(model.textProperty().get()).isEqualTo("yes");
        assertThat(model.regardingProperty().get())
                .contains(new Regarding.Reply(message("coming?")));
        model.send();
        assertThat(model.textProperty().get()).isEmpty();
        assertThat(model.regardingProperty().get()).isEmpty();
    }

    @Test
    void keysThatAddToANewMessageAreTold() {
        model.textProperty().set("a");
        model.textProperty().set("ab");
        model.textProperty().set("a");
        assertThat(keys).isEqualTo(2);
        model.edit(message("hello"));
        model.textProperty().set("hello there");
        assertThat(keys).isEqualTo(2);
    }

    /// A host may take less than Hearth hosts do by default.
    @Test
    void theLimitIsTheServersOwn() {
        Capabilities hearth = Abilities.HEARTH;
        model.show(
                new Capabilities(
                        hearth.edits(),
                        hearth.history(),
                        hearth.rooms(),
                        hearth.people(),
                        1_000,
                        hearth.confirms()));
        model.textProperty().set("x".repeat(1_000));
        assertThat(model.canSendBinding().get()).isTrue();
        model.textProperty().set("x".repeat(1_001));
        assertThat(model.canSendBinding().get()).isFalse();
        assertThat(model.isTooLong()).isTrue();
    }
}
