package dev.hearth.ui.kit;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Subscription;

/// Timers on the pulse of JavaFX. FX thread only.
public final class FxTimers implements Timers {
    @Override
    public Subscription once(Duration delay, Runnable action) {
        return start(delay, 1, action);
    }

    @Override
    public Subscription every(Duration period, Runnable action) {
        return start(period, Animation.INDEFINITE, action);
    }

    private static Subscription start(Duration time, int cycles, Runnable action) {
        var frame =
                new KeyFrame(
                        javafx.util.Duration.millis((double) time.toMillis()),
                        event -> action.run());
        var timeline = new Timeline(frame);
        timeline.setCycleCount(cycles);
        timeline.play();
        return timeline::stop;
    }
}
