package dev.hearth.gateway;

import static dev.hearth.gateway.OpenHouse.message;
import static dev.hearth.gateway.OpenHouse.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Limits;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Identities that cost nothing, beside a person who is known.
final class NewIdentitiesTest {
    private final OpenHouse house;

    NewIdentitiesTest(@TempDir Path folder) {
        house = new OpenHouse(folder, true, ChatNamespaces.PATIENCE);
    }

    @AfterEach
    void close() {
        house.close();
    }

    /// Sixteen guests of `/` write as fast as each of them may: 800 messages at once.
    @Test
    void manyGuestsTogetherWriteNoMoreThanAllNewcomersMayAndTheOwnerDoesNotWait() {
        List<WireClient> guests = new ArrayList<>();
        try (WireClient owner = house.owner()) {
            long began = System.nanoTime();
            for (int n = 0; n < 16; n++) {
                guests.add(house.plain(""));
            }
            for (WireClient guest : guests) {
                for (int n = 0; n < Limits.CHANGES_OF_PERSON.value(); n++) {
                    guest.emit("chat message", "text " + n);
                }
            }
            int most = Limits.CHANGES_OF_NEWCOMERS.value();
            Patience.await().until(() -> house.host.lastSeq(RoomId.LOBBY) >= most);
            ok(owner.askNow("chat message", message("#lobby", "hello")));
            long stored = house.host.lastSeq(RoomId.LOBBY);
            long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds() + 1;
            assertThat(stored - 1).isLessThanOrEqualTo(most + seconds * most / 10);
        } finally {
            guests.forEach(WireClient::close);
        }
    }

    @Test
    void aNewMembersFourthRoomIsRefusedAndTheirReactionsInALoopToo() {
        try (WireClient eve = house.enter("Eve")) {
            for (int n = 0; n < 3; n++) {
                ok(eve.askNow("open", OpenHouse.request("name", "Room " + n, "kind", "public")));
            }
            assertThat(
                            OpenHouse.code(
                                    eve.askNow(
                                            "open",
                                            OpenHouse.request("name", "More", "kind", "public"))))
                    .isEqualTo("forbidden");
            String id = OpenHouse.freshId();
            ok(eve.askNow("chat message", message(id, "#lobby", "hello")));
            int done = 0;
            String refused = "";
            for (int n = 0; n < 30; n++) {
                var answer =
                        eve.askNow(
                                "react",
                                OpenHouse.request("of", id, "emoji", "👍", "on", n % 2 == 0));
                if (answer.path("ok").asBoolean()) {
                    done++;
                } else {
                    refused = OpenHouse.code(answer);
                    assertThat(answer.at("/error/retryAfterMs").asLong()).isPositive();
                }
            }
            assertThat(done).isBetween(10, 12);
            assertThat(refused).isEqualTo("rate");
        }
    }
}
