package dev.hearth.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// How tests wait: looking often, so that they lose no time, and long enough for a busy machine.
public final class Patience {
    private Patience() {}

    public static ConditionFactory await() {
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(20));
    }

    /// @param what the test waits for, named when it does not come
    public static ConditionFactory await(String what) {
        return await().alias(what);
    }
}
