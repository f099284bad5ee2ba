package dev.hearth.ui.composer;

import dev.hearth.model.Capabilities;
import dev.hearth.model.HearthException;
import dev.hearth.model.Limits;
import dev.hearth.model.Message;
import dev.hearth.model.SafeText;
import dev.hearth.ui.kit.Problem;
import dev.hearth.ui.kit.Texts;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is being written, and how much more fits. FX thread only.
public final class ComposerViewModel {
    /// From how many bytes before the limit on the rest is shown.
    private static final int NEAR = 800;

    private final BiConsumer<String, Optional<Regarding>> outbox;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Regarding>> regarding =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final SimpleIntegerProperty limit =
            new SimpleIntegerProperty(Limits.TEXT_BYTES.value());
    private final IntegerBinding room =
            Bindings.createIntegerBinding(
                    () -> limit.get() - utf8Length(text.getValueSafe()), text, limit);
    private final BooleanBinding canSend =
            Bindings.createBooleanBinding(
                    () -> !SafeText.isBlank(text.getValueSafe()) && room.get() >= 0, text, room);
    private final StringBinding warning =
            Bindings.createStringBinding(() -> warning(room.get()), room);

    /// What was being written when an edit came between.
    private String draft = "";

    private boolean restoring;

    /// @param outbox takes a text, and to which message it belongs; throws [HearthException] when
    ///   it may not be sent
    /// @param onTyping runs with each key that adds to a new message
    public ComposerViewModel(BiConsumer<String, Optional<Regarding>> outbox, Runnable onTyping) {
        this.outbox = outbox;
        text.subscribe(
                (before, now) -> {
                    problem.set("");
                    if (now.length() > before.length() && !isEditing() && !restoring) {
                        onTyping.run();
                    }
                });
    }

    /// The message that what is written answers, or changes.
    public ReadOnlyObjectProperty<Optional<Regarding>> regardingProperty() {
        return regarding.getReadOnlyProperty();
    }

    public void reply(Message message) {
        cancel();
        regarding.set(Optional.of(new Regarding.Reply(message)));
    }

    public void edit(Message message) {
        cancel();
        draft = text.getValueSafe();
        regarding.set(Optional.of(new Regarding.Edit(message)));
        text.set(message.text());
    }

    /// Writes a new message again; what was written before an edit comes back.
    public void cancel() {
        boolean wasEdit = isEditing();
        regarding.set(Optional.empty());
        if (wasEdit) {
            text.set(draft);
            draft = "";
        }
    }

    /// The message became another: one that was deleted can neither be answered nor edited.
    public void changed(Message message) {
        if (message.details().deleted()
                && regarding
                        .get()
                        .filter(about -> about.message().id().equals(message.id()))
                        .isPresent()) {
            cancel();
        }
    }

    /// Shows what was begun before; nobody is told that the person writes.
    public void restore(String begun) {
        restoring = true;
        text.set(begun);
        restoring = false;
    }

    /// The new message that is not sent, also while another is edited.
    public String unsent() {
        return isEditing() ? draft : text.getValueSafe();
    }

    private boolean isEditing() {
        return regarding.get().filter(Regarding.Edit.class::isInstance).isPresent();
    }

    public StringProperty textProperty() {
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

    public void show(Capabilities can) {
        limit.set(can.maxTextBytes());
    }

    /// Sends the text and empties the field, or has again in it what was there before an edit;
    /// keeps it when it cannot be sent.
    ///
    /// @return whether it went out
    public boolean send() {
        if (!canSend.get()) {
            return false;
        }
        try {
            outbox.accept(trimmed(text.getValueSafe()), regarding.get());
        } catch (HearthException e) {
            problem.set(Problem.sentence(e.code(), e.sentence()));
            return false;
        }
        if (regarding.get().isPresent()) {
            boolean edited = isEditing();
            cancel();
            if (edited) {
                return true;
            }
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
