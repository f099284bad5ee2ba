package dev.hearth.ui.kit;

import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// What a view model needs of the world: the FX thread, the time, and things that happen later.
///
/// @param fx runs things on the FX thread, later
public record FxContext(Executor fx, Timers timers, Clock clock) {
    /// The real one, on the toolkit that runs.
    public static FxContext ofToolkit(Clock clock) {
        return new FxContext(Platform::runLater, new FxTimers(), clock);
    }

    /// Delivers the outcome of a background task on the FX thread: a value, or what went wrong.
    public <T> void deliver(
            CompletionStage<T> stage, BiConsumer<@Nullable T, @Nullable Throwable> outcome) {
        var ignored =
                stage.whenComplete(
                        (value, error) -> fx.execute(() -> outcome.accept(value, error)));
    }
}
