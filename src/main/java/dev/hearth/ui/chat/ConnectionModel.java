package dev.hearth.ui.chat;

import dev.hearth.model.Capabilities;
import dev.hearth.model.ConnectionState;
import dev.hearth.ui.kit.FxContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;

/// How a chat stands with its server. FX thread only.
final class ConnectionModel {
    final ReadOnlyObjectWrapper<ConnectionState> state =
            new ReadOnlyObjectWrapper<>(new ConnectionState.Connecting(1));

    /// Known once the chat was online.
    final ReadOnlyObjectWrapper<Optional<Capabilities>> can =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// While offline, the whole seconds to the next try; else 0.
    final ReadOnlyIntegerWrapper secondsToNextTry = new ReadOnlyIntegerWrapper();

    /// What the chat calls itself; empty while that is not known, and where it has no name.
    final ReadOnlyStringWrapper chatName = new ReadOnlyStringWrapper("");

    private final FxContext context;
    private Subscription countdown = Subscription.EMPTY;

    ConnectionModel(FxContext context) {
        this.context = context;
    }

    boolean can(Predicate<Capabilities> what) {
        return can.get().filter(what).isPresent();
    }

    /// Whether what the server last told holds now.
    boolean isInside() {
        return switch (state.get()) {
            case ConnectionState.CatchingUp _, ConnectionState.Online _ -> true;
            case ConnectionState.Connecting _,
                    ConnectionState.Entering _,
                    ConnectionState.Offline _,
                    ConnectionState.Refused _,
                    ConnectionState.Closed _ ->
                    false;
        };
    }

    void become(ConnectionState next) {
        countdown.unsubscribe();
        secondsToNextTry.set(0);
        switch (next) {
            case ConnectionState.CatchingUp(Capabilities now) -> can.set(Optional.of(now));
            case ConnectionState.Online(Capabilities now) -> can.set(Optional.of(now));
            case ConnectionState.Offline(Instant nextTry, String reason) -> countDownTo(nextTry);
            case ConnectionState.Connecting connecting -> {}
            case ConnectionState.Entering entering -> {}
            case ConnectionState.Refused refused -> {}
            case ConnectionState.Closed closed -> {}
        }
        state.set(next);
    }

    boolean isOnline() {
        return state.get() instanceof ConnectionState.Online;
    }

    void stop() {
        countdown.unsubscribe();
    }

    private void countDownTo(Instant nextTry) {
        Runnable tick =
                () -> {
                    long millis = Duration.between(context.clock().instant(), nextTry).toMillis();
                    secondsToNextTry.set((int) Math.max(0, (millis + 999) / 1_000));
                };
        tick.run();
        countdown = context.timers().every(Duration.ofMillis(250), tick);
    }
}
