package dev.hearth.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.socketio.http.Budgets;
import dev.hearth.socketio.http.Failures;
import dev.hearth.socketio.http.Timer;
import dev.hearth.socketio.http.WriteProgress;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// A reader whose socket has nothing left to send each time somebody looks.
class StalledReaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final WriteProgress NOTHING_LEFT = new WriteProgress(0, 0, 0);

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final AtomicInteger cuts = new AtomicInteger();
    private final SendQueue outbox =
            new SendQueue(Runnable::run, new Quiet(), 10_000, 20_000, Budgets.ample());
    private final StalledReader reader =
            new StalledReader(
                    outbox,
                    new Timer(channel.eventLoop(), new LongAdder(), new Failures(_ -> {})),
                    PATIENCE,
                    cuts::incrementAndGet);

    private static final class Quiet implements SendQueue.Owner {
        @Override
        public void drain() {}

        @Override
        public void overflowed() {}

        @Override
        public void answerTaken() {}

        @Override
        public void writableAgain() {}
    }

    private void offer() {
        outbox.offer(null, List.of(EncodedPacket.text("always the same")));
    }

    private void take() {
        outbox.sent(Objects.requireNonNull(outbox.take()).cost());
    }

    private void wait(Duration time) {
        channel.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
    }

    @Test
    void oneThatTakesEverythingStaysHoweverOftenSomethingWaits() {
        for (int i = 0; i < 5; i++) {
            offer();
            reader.watch(() -> NOTHING_LEFT);
            take();
            offer();
            wait(PATIENCE);
            take();
        }
        assertThat(cuts).hasValue(0);
    }

    @Test
    void oneThatTakesNothingIsCut() {
        offer();
        reader.watch(() -> NOTHING_LEFT);
        wait(PATIENCE.minusMillis(1));
        assertThat(cuts).hasValue(0);
        wait(Duration.ofMillis(1));
        assertThat(cuts).hasValue(1);
    }
}
