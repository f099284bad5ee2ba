package dev.hearth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.PersonId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PaceTest {
    private Instant now = Instant.EPOCH;
    private final Pace pace = new Pace(() -> now);

    @Test
    void fiftyMessagesInTenSeconds() {
        for (int n = 0; n < 50; n++) {
            assertThat(pace.admit(10)).isZero();
        }
        assertThat(pace.admit(10)).isEqualTo(Duration.ofMillis(200));
        assertThat(pace.admit(10)).as("asking costs nothing").isEqualTo(Duration.ofMillis(200));
        now = now.plusMillis(200);
        assertThat(pace.admit(10)).isZero();
        assertThat(pace.admit(10)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void fiveMegabytesInAMinute() {
        for (int n = 0; n < 5; n++) {
            assertThat(pace.admit(1_000_000)).isZero();
        }
        assertThat(pace.admit(1_000_000)).isEqualTo(Duration.ofSeconds(12));
        now = now.plusSeconds(12);
        assertThat(pace.admit(1_000_000)).isZero();
    }

    @Test
    void whoIsNotRefusedHasToWaitForWhatTheyTookAlready() {
        for (int n = 0; n < 50; n++) {
            assertThat(pace.take(10)).isZero();
        }
        assertThat(pace.take(10)).isEqualTo(Duration.ofMillis(200));
        assertThat(pace.take(10)).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void questionsHaveAPaceOfTheirOwn() {
        for (int n = 0; n < 200; n++) {
            assertThat(pace.admitQuestion()).isZero();
        }
        assertThat(pace.admitQuestion()).isEqualTo(Duration.ofMillis(50));
        assertThat(pace.admit(10)).isZero();
    }

    @Test
    void itIsTheSameHoweverOftenSomebodyComesAndNothingWithoutLimits() {
        Paces limited = new Paces(() -> now, true);
        Paces free = new Paces(() -> now, false);
        PersonId ann = new PersonId("ann");
        for (int n = 0; n < 50; n++) {
            limited.admit(ann, 1);
        }
        for (int n = 0; n < 3_000; n++) {
            limited.admitQuestion(new PersonId("p" + n));
            assertThat(free.admit(ann, 1_000_000)).isZero();
        }
        assertThat(limited.admit(ann, 1)).isPositive();
        assertThat(limited.admit(new PersonId("bob"), 1)).isZero();
    }
}
