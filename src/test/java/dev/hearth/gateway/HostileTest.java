package dev.hearth.gateway;

import static dev.hearth.gateway.OpenHouse.message;
import static dev.hearth.gateway.OpenHouse.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a client makes up: each request is answered, nothing comes of it, nobody else notices.
final class HostileTest {
    private static final List<String> EVENTS =
            List.of(
                    "chat message",
                    "edit",
                    "delete",
                    "react",
                    "open",
                    "invite",
                    "join",
                    "leave",
                    "topic",
                    "rename",
                    "kick",
                    "ban",
                    "unban",
                    "mute",
                    "unmute",
                    "role",
                    "history",
                    "search",
                    "read",
                    "typing",
                    "enter",
                    "welcome",
                    "hello",
                    "entry",
                    "",
                    "bye");
    private static final List<String> KEYS =
            List.of(
                    "room",
                    "text",
                    "of",
                    "emoji",
                    "on",
                    "name",
                    "kind",
                    "topic",
                    "person",
                    "role",
                    "after",
                    "before",
                    "around",
                    "limit",
                    "q",
                    "seq",
                    "with",
                    "files",
                    "until",
                    "have",
                    "token",
                    "__proto__",
                    "");

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void nothingComesOfWhatIsMadeUp(@TempDir Path folder) {
        System.out.println("seed " + seed);
        try (OpenHouse house = new OpenHouse(folder);
                WireClient eve = house.enter("Eve");
                WireClient ann = house.enter("Ann")) {
            ok(eve.askNow("chat message", message("m-1", "#lobby", "x")));
            String before = house.state();
            List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
            for (int n = 0; n < 3_000; n++) {
                String event = EVENTS.get(random.nextInt(EVENTS.size()));
                answers.add(eve.ask(event, arguments()));
            }
            for (CompletableFuture<JsonNode> each : answers) {
                JsonNode answer = each.join().path(0);
                assertThat(answer.path("ok").isBoolean()).as("seed %d: %s", seed, answer).isTrue();
            }
            assertThat(house.state()).as("seed %d", seed).isEqualTo(before);
            assertThat(eve.isClosed()).isFalse();
            ok(eve.askNow("chat message", message("m-2", "#lobby", "y")));
            ann.await("chat message", it -> it.path("id").asText().equals("m-2"));
        }
    }

    /// Without an `id` nothing can be changed.
    private Object[] arguments() {
        Object[] arguments = new Object[random.nextInt(3)];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = random.nextInt(4) > 0 ? map(2) : value(2);
        }
        return arguments;
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            map.put(KEYS.get(random.nextInt(KEYS.size())), value(depth - 1));
        }
        return map;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> "#lobby";
            case 1 -> random.nextLong();
            case 2 -> random.nextGaussian() * 1e300;
            case 3 -> random.nextBoolean();
            case 4 -> "m-1";
            case 5 -> "\u0000\ud83d\u202e" + "x".repeat(random.nextInt(3_000));
            case 6 -> -1;
            case 7 -> map(depth);
            default -> List.of(value(depth - 1), value(depth - 1));
        };
    }
}
