package dev.hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class PlainDoorWordsTest {
    private static final Person ADA = new Person(new PersonId("p1"), "Ada", Role.MEMBER);

    @Test
    void thePageIsToldWhoWroteWhat() {
        HostGreeting greeting = new HostGreeting("Kitchen", "0.1.0", ADA, OptionalLong.of(7));
        Map<String, String> ada = Map.of("id", "p1", "name", "Ada");
        assertThat(greeting.toMap())
                .isEqualTo(
                        Map.of(
                                "v",
                                1,
                                "host",
                                Map.of("name", "Kitchen", "version", "0.1.0"),
                                "you",
                                ada,
                                "last",
                                7L));
        PlainEnvelope envelope =
                new PlainEnvelope(
                        new EntryId("e1"), ADA, Instant.ofEpochMilli(5), OptionalLong.of(9));
        assertThat(envelope.toMap())
                .isEqualTo(Map.of("id", "e1", "from", ada, "at", 5L, "seq", 9L));
    }

    @Test
    void numbersMayArriveAsDecimalStrings() {
        assertThat(Fields.number("12")).hasValue(12);
        for (Object none : List.of("soon", 1.5, 1e300, "", true, List.of())) {
            assertThat(Fields.number(none)).as("%s", none).isEmpty();
        }
    }

    @Test
    void refusalsAreReadInEveryShape() {
        assertThat(Refusal.in(List.of())).isEmpty();
        assertThat(Refusal.in(List.of("ok"))).isEmpty();
        assertThat(Refusal.in(List.of(Map.of("status", "ok")))).isEmpty();
        assertThat(Refusal.in(List.of(Map.of("error", "too_long", "message", "Shorter, please."))))
                .contains(new Refusal(ErrorCode.TOO_LONG, "Shorter, please.", Optional.empty()));
        assertThat(
                        Refusal.in(
                                List.of(
                                        Map.of(
                                                "error",
                                                Map.of(
                                                        "code",
                                                        "rate",
                                                        "message",
                                                        "Slower.",
                                                        "retryAfterMs",
                                                        250)))))
                .contains(
                        new Refusal(
                                ErrorCode.RATE, "Slower.", Optional.of(Duration.ofMillis(250))));
        assertThat(Refusal.in(List.of(Map.of("error", "it is full"))))
                .contains(new Refusal(ErrorCode.REFUSED, "it is full", Optional.empty()));
        assertThat(Refusal.in(List.of(Map.of("error", Map.of()))))
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.REFUSED));
    }
}
