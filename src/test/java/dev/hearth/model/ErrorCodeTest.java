package dev.hearth.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ErrorCodeTest {
    @ParameterizedTest
    @EnumSource
    void isFoundByItsNameOnTheWire(ErrorCode code) {
        assertThat(ErrorCode.ofWire(code.wire())).contains(code);
    }

    @Test
    void anUnknownNameIsNoCode() {
        assertThat(ErrorCode.ofWire("tired")).isEmpty();
        assertThat(ErrorCode.ofWire("BUSY")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatPassesHasAWait(ErrorCode code) {
        assertThat(code.retryAfter().isPresent()).isEqualTo(code.retry() == ErrorCode.Retry.LATER);
    }

    @Test
    void aFullQueueARateAndADiskPass() {
        assertThat(
                        Arrays.stream(ErrorCode.values())
                                .filter(code -> code.retry() == ErrorCode.Retry.LATER))
                .containsExactly(ErrorCode.BUSY, ErrorCode.RATE, ErrorCode.STORAGE);
    }

    @ParameterizedTest
    @EnumSource
    void aByeIsFoundByItsNameOnTheWire(ByeReason reason) {
        assertThat(ByeReason.ofWire(reason.wire())).contains(reason);
        assertThat(reason.comesBack()).isEqualTo(reason == ByeReason.ENDED);
    }

    @Test
    void earlierHostsNamedTwoByesDifferently() {
        assertThat(ByeReason.ofWire("kick")).contains(ByeReason.KICKED);
        assertThat(ByeReason.ofWire("ban")).contains(ByeReason.BANNED);
        assertThat(ByeReason.ofWire("busy")).isEmpty();
    }
}
