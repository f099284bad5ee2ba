package dev.hearth.ui.chat;

import dev.hearth.model.HearthException;
import dev.hearth.model.Limits;
import dev.hearth.model.ServerKind;
import dev.hearth.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is being written, and how much more fits. FX thread only.
final class ComposerViewModel {
    /// From how many bytes before the limit on the rest is shown.
    private static final int NEAR = 800;

    private final Consumer<String> outbox;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final SimpleIntegerProperty limit =
            new SimpleIntegerProperty(Limits.TEXT_BYTES.value());
    private final IntegerBinding room =
            Bindings.createIntegerBinding(
                    () -> limit.get() - utf8Length(text.getValueSafe()), text, limit);
    private final BooleanBinding canSend =
            Bindings.createBooleanBinding(
                    () -> !text.getValueSafe().isBlank() && room.get() >= 0, text, room);
    private final StringBinding warning =
            Bindings.createStringBinding(() -> warning(room.get()), room);

    /// @param outbox takes a text; throws [HearthException] when it may not be sent
    ComposerViewModel(Consumer<String> outbox) {
        this.outbox = outbox;
        text.subscribe(() -> problem.set(""));
    }

    StringProperty textProperty() {
        return text;
    }

    /// Whether there is something to send that is not too long.
    BooleanBinding canSendBinding() {
        return canSend;
    }

    /// How much more fits, near the limit and beyond it; else empty.
    StringBinding warningBinding() {
        return warning;
    }

    /// Why the last [#send] did not go out; empty when it did.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    boolean isTooLong() {
        return room.get() < 0;
    }

    void show(ServerKind kind) {
        limit.set(
                switch (kind) {
                    case HEARTH -> Limits.TEXT_BYTES.value();
                    case PLAIN_ECHO, PLAIN_ACKNOWLEDGING -> Limits.PLAIN_TEXT_BYTES.value();
                });
    }

    /// Sends the text and empties the field; keeps it when it cannot be sent.
    ///
    /// @return whether it went out
    boolean send() {
        if (!canSend.get()) {
            return false;
        }
        try {
            outbox.accept(trimmed(text.getValueSafe()));
        } catch (HearthException e) {
            problem.set(e.sentence());
            return false;
        }
        text.set("");
        return true;
    }

    /// Without blank lines around it; the indentation of the first line may mean something.
    private static String trimmed(String text) {
        int start = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            if (text.charAt(i) == '\n') {
                start = i + 1;
            }
        }
        return text.substring(start).stripTrailing();
    }

    private static String warning(int room) {
        if (room > NEAR) {
            return "";
        }
        return room < 0 ? Texts.text("composer.tooLong", -room) : Texts.text("composer.room", room);
    }

    /// The length in UTF-8, without making the bytes: this runs at each key.
    static int utf8Length(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Each half of a surrogate pair counts 2 of the pair's 4 bytes.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
