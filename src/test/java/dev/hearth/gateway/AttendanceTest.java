package dev.hearth.gateway;

import static dev.hearth.gateway.OpenHouse.ok;
import static dev.hearth.gateway.OpenHouse.request;
import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Attendance;
import dev.hearth.model.Attendance.Attendee;
import dev.hearth.model.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is here, as the person who hosts is told.
final class AttendanceTest {
    private final OpenHouse house;
    private final Instant began = Instant.now();
    private final WireClient owner;

    AttendanceTest(@TempDir Path folder) {
        house = new OpenHouse(folder);
        owner = house.owner();
    }

    @AfterEach
    void close() {
        owner.close();
        house.close();
    }

    private Attendance attendance(int most) {
        return house.doors.attendance(most).join();
    }

    private Attendee attendee(String name) {
        return attendance(100).people().stream()
                .filter(each -> each.person().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private boolean has(String name) {
        return attendance(100).people().stream()
                .anyMatch(each -> each.person().name().equals(name));
    }

    @Test
    void namesEverybodyWithWhatTheyAreAndSinceWhen() {
        try (WireClient ann = house.enter("Ann");
                WireClient _ = house.plain("{\"name\":\"Gus\"}")) {
            await().until(() -> has("Gus"));
            assertThat(attendance(100).here()).isEqualTo(3);
            assertThat(attendee("Owner").person().role()).isEqualTo(Role.OWNER);
            assertThat(attendee("Gus").person().role()).isEqualTo(Role.GUEST);
            Attendee known = attendee("Ann");
            assertThat(known.here()).isTrue();
            assertThat(known.muted() || known.banned()).isFalse();
            assertThat(known.since().orElseThrow()).isBetween(began.minusMillis(1), Instant.now());
            // Whoever comes by a second connection has been here since the first.
            try (WireClient _ =
                    WireClient.enter(
                            house.port,
                            Map.of(
                                    "name",
                                    "Ann",
                                    "token",
                                    ann.await("welcome").path("token").asText()))) {
                assertThat(attendee("Ann").since()).isEqualTo(known.since());
            }
        }
        await().until(() -> attendee("Ann").since().isEmpty());
    }

    @Test
    void tellsWhoIsMutedAndBanned() {
        try (WireClient ann = house.enter("Ann")) {
            String id = OpenHouse.id(ann);
            ok(owner.askNow("mute", request("room", "#lobby", "person", id)));
            assertThat(attendee("Ann").muted()).isTrue();
            ok(owner.askNow("ban", request("room", "#lobby", "person", id)));
            await().until(() -> attendee("Ann").since().isEmpty());
            assertThat(attendee("Ann").banned()).isTrue();
        }
    }

    @Test
    void tellsNoMoreThanIsAskedFor() {
        List<WireClient> many = List.of(house.enter("Ann"), house.enter("Bob"), house.enter("Cem"));
        assertThat(attendance(2).people()).hasSize(2);
        assertThat(attendance(2).here()).isEqualTo(4);
        assertThat(attendance(2).more()).isTrue();
        assertThat(attendance(4).more()).isFalse();
        many.forEach(WireClient::close);
    }
}
