package dev.hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlainDoorWordsTest {
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
