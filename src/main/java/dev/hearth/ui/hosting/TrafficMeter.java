package dev.hearth.ui.hosting;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// How much goes through a chat each second, over the last minute. One thread.
final class TrafficMeter {
    /// Samples that are kept: one is taken each second.
    static final int SAMPLES = 60;

    private static final double SECOND = 1e9;

    /// Between two samples, each second.
    record Rate(double messages, double bytes) {}

    private final Deque<Rate> rates = new ArrayDeque<>();
    private @Nullable Traffic last;

    /// Takes a sample. The first tells no rate yet.
    void take(Traffic now) {
        Traffic before = last;
        last = now;
        if (before == null || now.nanos() <= before.nanos()) {
            return;
        }
        double seconds = (now.nanos() - before.nanos()) / SECOND;
        if (rates.size() == SAMPLES) {
            rates.removeFirst();
        }
        rates.addLast(
                new Rate(
                        since(before.messages(), now.messages()) / seconds,
                        since(before.bytes(), now.bytes()) / seconds));
    }

    /// A count that fell began again from nothing.
    private static long since(long before, long now) {
        return now < before ? now : now - before;
    }

    /// Nobody looked for a while: what went through meanwhile is no rate.
    void pause() {
        last = null;
        rates.clear();
    }

    /// One of the rates at each sample, the oldest first.
    List<Double> each(ToDoubleFunction<Rate> which) {
        return rates.stream().map(which::applyAsDouble).toList();
    }
}
