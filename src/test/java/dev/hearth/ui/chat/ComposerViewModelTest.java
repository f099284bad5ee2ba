package dev.hearth.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.ServerKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
        model.show(ServerKind.PLAIN_ECHO);
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
}
