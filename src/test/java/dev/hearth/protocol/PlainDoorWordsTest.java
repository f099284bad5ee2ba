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
    void whatIsWrittenIsRead() {
        HostGreeting greeting = new HostGreeting("Kitchen", "0.1.0", ADA, OptionalLong.of(7));
        assertThat(HostGreeting.of(greeting.toMap())).contains(greeting);
        PlainEnvelope envelope =
                new PlainEnvelope(
                        new EntryId("e1"), ADA, Instant.ofEpochMilli(5), OptionalLong.of(9));
        assertThat(PlainEnvelope.of(envelope.toMap())).contains(envelope);
    }

    @Test
    void numbersMayArriveAsDecimalStrings() {
        Map<String, Object> map = Map.of("id", "e", "from", Map.of(), "at", "12", "seq", "3");
        assertThat(PlainEnvelope.of(map))
                .hasValueSatisfying(
                        envelope -> {
                            assertThat(envelope.at()).isEqualTo(Instant.ofEpochMilli(12));
                            assertThat(envelope.seq()).hasValue(3);
                            assertThat(envelope.from())
                                    .isEqualTo(new Person(new PersonId(""), "", Role.MEMBER));
                        });
    }

    @Test
    void nothingIsTakenForGranted() {
        assertThat(HostGreeting.of(Map.of())).isEmpty();
        assertThat(HostGreeting.of(Map.of("v", 2))).isEmpty();
        assertThat(HostGreeting.of(Map.of("v", "one"))).isEmpty();
        assertThat(HostGreeting.of(Map.of("v", 1.5))).isEmpty();
        assertThat(HostGreeting.of(Map.of("v", 1, "host", "x", "you", List.of()))).isPresent();
        assertThat(PlainEnvelope.of(Map.of("id", 1, "from", Map.of(), "at", 1))).isEmpty();
        assertThat(PlainEnvelope.of(Map.of("id", "e", "from", "x", "at", 1))).isEmpty();
        assertThat(PlainEnvelope.of(Map.of("id", "e", "from", Map.of(), "at", "soon"))).isEmpty();
        assertThat(PlainEnvelope.of(Map.of("id", "e", "from", Map.of(), "at", 1e300))).isEmpty();
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
