package dev.hearth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Limits;
import dev.hearth.model.Origin;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RateLimiterTest {
    private static final Origin HOME = Origin.of(InetAddress.ofLiteral("192.0.2.1"));
    private static final Duration LONG_AGO = Duration.ofDays(100);

    private Instant now = Instant.ofEpochMilli(1_000_000_000_000L);
    private final RateLimiters paces = new RateLimiters(() -> now, true);
    private final Asker ann = known("ann", Origin.LOCAL);

    @Test
    void fiftyChangesInTenSeconds() {
        for (int n = 0; n < 50; n++) {
            assertThat(paces.admit(ann, 10)).isZero();
        }
        assertThat(paces.admit(ann, 10)).isEqualTo(Duration.ofMillis(200));
        assertThat(paces.admit(ann, 10))
                .as("asking costs nothing")
                .isEqualTo(Duration.ofMillis(200));
        now = now.plusMillis(200);
        assertThat(paces.admit(ann, 10)).isZero();
        assertThat(paces.admit(ann, 10)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void fiveMegabytesInAMinute() {
        for (int n = 0; n < 5; n++) {
            assertThat(paces.admit(ann, 1_000_000)).isZero();
        }
        assertThat(paces.admit(ann, 1_000_000)).isEqualTo(Duration.ofSeconds(12));
        now = now.plusSeconds(12);
        assertThat(paces.admit(ann, 1_000_000)).isZero();
    }

    @Test
    void whoIsNotRefusedHasToWaitForWhatTheyTookAlready() {
        for (int n = 0; n < 50; n++) {
            assertThat(paces.owe(ann, 10)).isZero();
        }
        assertThat(paces.owe(ann, 10)).isEqualTo(Duration.ofMillis(200));
        assertThat(paces.owe(ann, 10)).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void questionsHaveAPaceOfTheirOwn() {
        for (int n = 0; n < 200; n++) {
            assertThat(paces.admitQuestion(ann)).isZero();
        }
        assertThat(paces.admitQuestion(ann)).isEqualTo(Duration.ofMillis(50));
        assertThat(paces.admit(ann, 10)).isZero();
    }

    @Test
    void itIsTheSameHoweverOftenSomebodyComesAndNothingWithoutLimits() {
        RateLimiters free = new RateLimiters(() -> now, false);
        for (int n = 0; n < 50; n++) {
            paces.admit(ann, 1);
        }
        for (int n = 0; n < 3_000; n++) {
            paces.admitQuestion(known("p" + n, Origin.LOCAL));
            assertThat(free.admit(ann, 1_000_000)).isZero();
        }
        now = now.plusMillis(100);
        assertThat(paces.admit(ann, 1)).isPositive();
        assertThat(paces.admit(known("bob", Origin.LOCAL), 1)).isZero();
    }

    @Test
    void newIdentitiesAtAnAddressShareItsPace() {
        assertThat(admitted(1_000, n -> known("p" + n, HOME)))
                .isEqualTo(Limits.CHANGES_OF_ADDRESS.value());
        assertThat(paces.admit(known("neighbour", HOME), 1)).isPositive();
        assertThat(paces.admit(ann, 1)).isZero();
    }

    @Test
    void allNewcomersShareAPaceWhereverTheyAreAndNobodyElsePaysForIt() {
        assertThat(admitted(10_000, RateLimiterTest::newcomer))
                .isEqualTo(Limits.CHANGES_OF_NEWCOMERS.value());
        assertThat(paces.admitShared(newcomer(10_001), 1)).isPositive();
        assertThat(paces.admitShared(ann, 1)).isZero();
        assertThat(paces.admit(ann, 1)).isZero();
        now = now.plusSeconds(10);
        assertThat(admitted(10_000, RateLimiterTest::newcomer))
                .isEqualTo(Limits.CHANGES_OF_NEWCOMERS.value());
    }

    @Test
    void loopbackIsExemptFromThePaceOfAnAddressOnly() {
        assertThat(admitted(1_000, n -> known("p" + n, Origin.LOCAL))).isEqualTo(1_000);
        assertThat(
                        admitted(
                                1_000,
                                n -> new Asker(person("q" + n), Origin.LOCAL, now.minusSeconds(1))))
                .isEqualTo(Limits.CHANGES_OF_NEWCOMERS.value());
    }

    private int admitted(int identities, java.util.function.IntFunction<Asker> asker) {
        return (int)
                IntStream.range(0, identities)
                        .filter(n -> paces.admit(asker.apply(n), 1).isZero())
                        .count();
    }

    private Asker known(String id, Origin from) {
        return new Asker(person(id), from, now.minus(LONG_AGO));
    }

    private static Person person(String id) {
        return new Person(new PersonId(id), id, Role.MEMBER);
    }

    private static Asker newcomer(int n) {
        Origin from = Origin.of(InetAddress.ofLiteral("10.1." + n / 250 % 250 + "." + n % 250));
        return new Asker(
                new Person(new PersonId("n" + n), "n", Role.GUEST),
                from,
                Instant.ofEpochMilli(1_000_000_000_000L));
    }
}
