package dev.hearth.client.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whether one of many lags, by how often each is looked at.
final class LaggingTest {
    private static final int MANY = 10_000;

    private final Set<Integer> behind = new HashSet<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final Lagging<Integer> lagging =
            new Lagging<>(
                    each -> {
                        looks.incrementAndGet();
                        return behind.contains(each);
                    });

    @Test
    void eachNoteCostsTwoLooksHoweverOftenItIsAsked() {
        IntStream.range(0, MANY).forEach(lagging::note);
        assertThat(lagging.isAny()).isFalse();
        assertThat(looks).hasValue(MANY);
        IntStream.range(0, MANY)
                .forEach(
                        each -> {
                            behind.add(each);
                            lagging.note(each);
                        });
        for (int each = 0; each < MANY; each++) {
            assertThat(lagging.isAny()).isTrue();
            behind.remove(each);
        }
        assertThat(lagging.isAny()).isFalse();
        assertThat(looks).hasValueLessThanOrEqualTo(4 * MANY);
    }

    @Test
    void whatFallsBehindAgainIsNotedAgain() {
        behind.add(1);
        lagging.note(1);
        assertThat(lagging.isAny()).isTrue();
        behind.clear();
        assertThat(lagging.isAny()).isFalse();
        behind.add(1);
        lagging.note(1);
        assertThat(lagging.isAny()).isTrue();
    }
}
