package dev.hearth.socketio.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class QueryStringTest {
    @Test
    void readsWhatNodeReads() {
        assertThat(QueryString.of("/path")).isEmpty();
        assertThat(QueryString.of("/?")).isEmpty();
        assertThat(QueryString.of("/?a=1&b=%F0%9F%94%A5+x&a=2&c&=d&e=f=g#h=i"))
                .isEqualTo(
                        Map.of(
                                "a", List.of("1", "2"),
                                "b", List.of("🔥 x"),
                                "c", List.of(""),
                                "", List.of("d"),
                                "e", List.of("f=g")));
        assertThat(QueryString.of("/?a=50%&%zz=%4&b=%ff"))
                .isEqualTo(
                        Map.of(
                                "a", List.of("50%"),
                                "%zz", List.of("%4"),
                                "b", List.of("\uFFFD")));
    }

    @Test
    void looksAtSoManyParameters() {
        assertThat(QueryString.of("/?" + "a&".repeat(5_000)).get("a")).hasSize(1_000);
    }
}
