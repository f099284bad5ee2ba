package dev.hearth.ui.kit;

import java.time.Duration;
import javafx.util.Subscription;

/// Things that happen later, on the FX thread. View models take it as a parameter, so that tests
/// decide when time passes.
public interface Timers {
    /// Runs `action` once after `delay`, unless unsubscribed before.
    Subscription once(Duration delay, Runnable action);

    /// Runs `action` again and again, first after `period`.
    Subscription every(Duration period, Runnable action);
}
