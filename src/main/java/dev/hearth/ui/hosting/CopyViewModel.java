package dev.hearth.ui.hosting;

import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.Problem;
import dev.hearth.ui.kit.Texts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// A copy of the chat that is being written, one at a time; it goes on while the panel is closed.
/// FX thread only.
final class CopyViewModel {
    /// @param file which is written
    /// @param part how much is, from 0 to 1; empty while that is not known
    record Running(Path file, OptionalDouble part) {}

    private final HostDesk desk;
    private final FxContext context;
    private final ReadOnlyObjectWrapper<Optional<Running>> running =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private Optional<Saving> saving = Optional.empty();

    CopyViewModel(HostDesk desk, FxContext context) {
        this.desk = desk;
        this.context = context;
    }

    ReadOnlyObjectProperty<Optional<Running>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// What became of the last one, in a sentence; empty before the first.
    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /// Nothing while another is being written.
    void save(Saving.Form form, Path file) {
        if (saving.isPresent()) {
            return;
        }
        running.set(Optional.of(new Running(file, OptionalDouble.empty())));
        outcome.set("");
        Saving begun = desk.save(form, file, part -> context.fx().execute(() -> tell(file, part)));
        saving = Optional.of(begun);
        context.deliver(begun.done(), (nothing, error) -> ended(file, error));
    }

    private void tell(Path file, double part) {
        if (running.get().isPresent()) {
            running.set(Optional.of(new Running(file, OptionalDouble.of(part))));
        }
    }

    void cancel() {
        saving.ifPresent(Saving::cancel);
    }

    private void ended(Path file, @Nullable Throwable error) {
        saving = Optional.empty();
        running.set(Optional.empty());
        if (error == null) {
            outcome.set(Texts.text("hosting.saved", file));
        } else if (isCancelled(error)) {
            outcome.set(Texts.text("hosting.cancelled"));
        } else {
            outcome.set(Problem.of(error).sentence());
        }
    }

    private static boolean isCancelled(Throwable error) {
        Throwable cause =
                error instanceof CompletionException && error.getCause() != null
                        ? error.getCause()
                        : error;
        return cause instanceof CancellationException;
    }
}
