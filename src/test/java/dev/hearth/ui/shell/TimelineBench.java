package dev.hearth.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hearth.ui.fakes.FakeWorld;
import dev.hearth.ui.fakes.WindowTest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long 20,000 messages of another thread take to be on screen, and how long the longest frame
/// among them is.
@Tag("bench")
final class TimelineBench extends WindowTest {
    private static final int MESSAGES = 20_000;

    @Test
    void twentyThousandMessages() {
        open();
        interact(() -> window().open(new OpeningWish.Join("10.0.0.7", Optional.empty())));
        settle();
        burst(0);
        Duration longest = burst(1);
        assertThat(longest).isLessThan(Duration.ofMillis(250));
    }

    private Duration burst(int round) {
        var longestGap = new AtomicLong();
        var timer =
                new AnimationTimer() {
                    private long last;

                    @Override
                    public void handle(long now) {
                        if (last != 0) {
                            longestGap.accumulateAndGet(now - last, Math::max);
                        }
                        last = now;
                    }
                };
        interact(timer::start);
        long start = System.nanoTime();
        for (int i = 0; i < MESSAGES; i++) {
            world.chat()
                    .hear("Person " + i / 3 % 9, FakeWorld.NOW, "message " + i + " of " + round);
        }
        String lastText = "message " + (MESSAGES - 1) + " of " + round;
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> lookup(lastText).tryQuery().isPresent());
        long took = System.nanoTime() - start;
        interact(timer::stop);
        System.out.printf(
                "%,d messages in %d ms, longest frame %d ms%n",
                MESSAGES, took / 1_000_000, longestGap.get() / 1_000_000);
        return Duration.ofNanos(longestGap.get());
    }
}
