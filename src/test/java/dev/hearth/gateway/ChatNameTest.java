package dev.hearth.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The name that the owner gives to the chat, as those who are in it, come in and come back hear
/// it.
final class ChatNameTest {
    @TempDir Path folder;

    private static WireClient knock(OpenHouse house) {
        return WireClient.connect(house.port, "/hearth", "{\"v\":1}");
    }

    private static String greeting(WireClient client) {
        return client.await("hello").path("host").path("name").asText();
    }

    private static boolean named(WireClient client, String name) {
        return client.await("named").path("name").asText().equals(name);
    }

    @Test
    void everybodyInHearsItAndItHoldsAfterARestart() {
        try (OpenHouse house = new OpenHouse(folder);
                WireClient ann = house.enter("Ann");
                WireClient plain = house.plain("{}");
                WireClient late = knock(house)) {
            assertThat(greeting(ann)).isEqualTo("Test");
            assertThat(greeting(late)).isEqualTo("Test");
            assertThat(house.host.rename("  Ann’s   garden 🌱 ").join())
                    .isEqualTo("Ann’s garden 🌱");
            assertThat(named(ann, "Ann’s garden 🌱")).isTrue();
            assertThat(late.heard("named")).as("has not entered").isEmpty();
            late.emit("enter", Map.of("name", "Lou"));
            assertThat(named(late, "Ann’s garden 🌱")).as("greeted before it").isTrue();
            try (WireClient next = knock(house)) {
                assertThat(greeting(next)).isEqualTo(house.doors.chatName());
                next.emit("enter", Map.of("name", "Max"));
                next.await("welcome");
                next.askNow("people", Map.of());
                assertThat(next.heard("named")).as("knows it already").isEmpty();
            }
            assertThat(plain.heard()).isEmpty();
        }
        try (OpenHouse again = new OpenHouse(folder);
                WireClient ann = knock(again)) {
            assertThat(greeting(ann)).isEqualTo("Ann’s garden 🌱");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "12345678901234567890123456789012345678901", "a\u202eb"})
    void aNameThatNothingMayBearChangesNothing(String wish) {
        try (OpenHouse house = new OpenHouse(folder)) {
            assertThatThrownBy(house.host.rename(wish)::join)
                    .hasCauseInstanceOf(HearthException.class)
                    .cause()
                    .satisfies(
                            refusal ->
                                    assertThat(((HearthException) refusal).code())
                                            .isEqualTo(ErrorCode.MALFORMED));
            assertThat(house.doors.chatName()).isEqualTo("Test");
        }
    }
}
