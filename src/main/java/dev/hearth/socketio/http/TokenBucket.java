package dev.hearth.socketio.http;

import java.util.concurrent.TimeUnit;

/// A rate: a burst of permits, which come back with time. Thread-safe.
public final class TokenBucket {
    private final double burst;
    private final double perNano;
    private double permits;
    private long at;

    public TokenBucket(int burst, double perSecond, long now) {
        this.burst = burst;
        this.perNano = perSecond / TimeUnit.SECONDS.toNanos(1);
        this.permits = burst;
        this.at = now;
    }

    /// @param now as of [System#nanoTime]
    public synchronized boolean take(long now) {
        fill(now);
        if (permits < 1) {
            return false;
        }
        permits--;
        return true;
    }

    /// Whether it is as good as new.
    synchronized boolean isFull(long now) {
        fill(now);
        return permits >= burst;
    }

    private void fill(long now) {
        permits = Math.min(burst, permits + (now - at) * perNano);
        at = now;
    }
}
