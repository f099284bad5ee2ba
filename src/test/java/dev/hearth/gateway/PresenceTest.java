package dev.hearth.gateway;

import static dev.hearth.gateway.OpenHouse.message;
import static dev.hearth.gateway.OpenHouse.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.testkit.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How much others are told of people who come and go.
final class PresenceTest {
    private final OpenHouse house;
    private final WireClient ann;

    PresenceTest(@TempDir Path folder) {
        house = new OpenHouse(folder);
        ann = house.enter("Ann");
    }

    @AfterEach
    void close() {
        ann.close();
        house.close();
    }

    @Test
    void aGuestWhoComesAndGoesInALoopIsHardlyTold() {
        long began = System.nanoTime();
        int before = ann.heard("presence").size();
        for (int i = 0; i < 300; i++) {
            house.plain("{\"name\":\"Eve\"}").close();
        }
        house.plain("{\"name\":\"Last\"}");
        awaitTold("Last");
        long halves = Duration.ofNanos(System.nanoTime() - began).dividedBy(Duration.ofMillis(500));
        assertThat(ann.heard("presence").size() - before)
                .as("300 enters and leaves, told to everybody")
                .isLessThanOrEqualTo((int) halves + 1);
        ok(ann.askNow("chat message", message("#lobby", "hello")));
    }

    private void awaitTold(String name) {
        Patience.await().until(() -> told(ann).contains(name));
    }

    private static Set<String> told(WireClient client) {
        return client.heard("presence").stream()
                .flatMap(it -> it.path("people").findValuesAsText("name").stream())
                .collect(Collectors.toSet());
    }
}
