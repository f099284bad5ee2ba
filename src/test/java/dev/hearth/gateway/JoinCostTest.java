package dev.hearth.gateway;

import static dev.hearth.gateway.OpenHouse.message;
import static dev.hearth.gateway.OpenHouse.ok;
import static dev.hearth.gateway.OpenHouse.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.gateway.WireClient.Heard;
import dev.hearth.testkit.Patience;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What it costs the others that somebody joins a room: the same for each of them, however many are
/// in it, and encoded once for all.
final class JoinCostTest {
    /// @param encodings of frames, of all that one join brings about, but for the entries of the
    ///   room that whoever joined is sent
    /// @param bytes of what all others were sent because of it
    private record Cost(long encodings, long bytes) {}

    private static Cost join(Path folder, int members) {
        LongAdder bytes = new LongAdder();
        List<WireClient> all = new ArrayList<>();
        try (OpenHouse house = new OpenHouse(folder);
                WireClient ann = house.enter("Ann");
                WireClient last = house.enter("Last")) {
            String room =
                    ok(ann.askNow("open", request("name", "Games", "kind", "public")))
                            .path("room")
                            .asText();
            for (int n = 1; n < members; n++) {
                WireClient client =
                        WireClient.connect(
                                house.port,
                                "/hearth",
                                "{\"v\":1}",
                                (_, heard) -> bytes.add(size(heard)));
                client.await("hello");
                client.emit("enter", Map.of("name", "Member " + n));
                client.await("welcome");
                all.add(client);
                ok(client.askNow("join", request("room", room)));
            }
            // Who came last is told of half a second later.
            String newest = "Member " + (members - 1);
            ann.await("presence", it -> it.toString().contains(newest));
            ok(ann.askNow("chat message", message(room, "before")));
            awaitText(all, "before");
            long encodings = house.server.gauges().encodings();
            bytes.reset();
            ok(last.askNow("join", request("room", room)));
            ok(ann.askNow("chat message", message(room, "after")));
            awaitText(all, "after");
            awaitText(List.of(last), "after");
            long replayed = members + 2L;
            return new Cost(house.server.gauges().encodings() - encodings - replayed, bytes.sum());
        } finally {
            all.forEach(WireClient::close);
        }
    }

    private static long size(Heard heard) {
        return (long) heard.event().length() + heard.arguments().toString().length();
    }

    private static void awaitText(List<WireClient> all, String text) {
        Patience.await()
                .until(
                        () ->
                                all.stream()
                                        .allMatch(
                                                client ->
                                                        client.heard("chat message").stream()
                                                                .anyMatch(
                                                                        it ->
                                                                                it.path("text")
                                                                                        .asText()
                                                                                        .equals(
                                                                                                text))));
    }

    @Test
    void aJoinCostsEachViewerTheSameHoweverManyThereAre(@TempDir Path few, @TempDir Path many) {
        Cost ofFew = join(few, 5);
        Cost ofMany = join(many, 40);
        // Less than nothing where a page was at hand for whoever joined. Ten, for what came into
        // the
        // room meanwhile may be in that page.
        assertThat(ofMany.encodings()).isLessThan(10);
        // A count of two digits in the place of one digit.
        assertThat(ofMany.bytes() / 39).isCloseTo(ofFew.bytes() / 4, Offset.offset(8L));
    }

    @Tag("bench")
    @ParameterizedTest
    @ValueSource(ints = {10, 100, 500})
    void measured(int members, @TempDir Path folder) {
        System.out.println(members + " members: " + join(folder, members));
    }
}
