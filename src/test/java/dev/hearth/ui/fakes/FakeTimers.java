package dev.hearth.ui.fakes;

import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;

/// Time that passes when the test says so. One thread.
public final class FakeTimers extends Clock implements Timers {
    private final List<Timer> timers = new ArrayList<>();
    private Instant now = FakeWorld.NOW;

    private static final class Timer {
        final Runnable action;
        final Duration period;
        final boolean repeats;
        Instant due;

        Timer(Runnable action, Duration period, boolean repeats, Instant due) {
            this.action = action;
            this.period = period;
            this.repeats = repeats;
            this.due = due;
        }
    }

    /// A context whose FX thread is the caller, at once.
    public FxContext context() {
        return new FxContext(Runnable::run, this, this);
    }

    public void pass(Duration time) {
        Instant end = now.plus(time);
        while (true) {
            Timer next = null;
            for (Timer timer : timers) {
                if (!timer.due.isAfter(end) && (next == null || timer.due.isBefore(next.due))) {
                    next = timer;
                }
            }
            if (next == null) {
                break;
            }
            now = next.due;
            if (next.repeats) {
                next.due = now.plus(next.period);
            } else {
                timers.remove(next);
            }
            next.action.run();
        }
        now = end;
    }

    /// How many timers wait.
    public int waiting() {
        return timers.size();
    }

    @Override
    public Subscription once(Duration delay, Runnable action) {
        return add(new Timer(action, delay, false, now.plus(delay)));
    }

    @Override
    public Subscription every(Duration period, Runnable action) {
        return add(new Timer(action, period, true, now.plus(period)));
    }

    private Subscription add(Timer timer) {
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
        return now;
    }
}
