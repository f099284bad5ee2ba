package dev.hearth.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.testkit.NameExamples;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples in `src/test/text/names.json`, by which every place judges names.
final class NamesTest {
    static Stream<NameExamples.Wish> wishes() {
        return NameExamples.wishes();
    }

    static Stream<JsonNode> same() {
        return NameExamples.read("same");
    }

    static Stream<JsonNode> different() {
        return NameExamples.read("different");
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void saysOfEachWishWhatTheExamplesSay(NameExamples.Wish example) {
        assertThat(Names.check(example.wish())).isEqualTo(example.expected());
    }

    @ParameterizedTest
    @MethodSource("same")
    void namesThatLookAlikeAreTheSame(JsonNode pair) {
        assertThat(isSame(pair)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("different")
    void namesThatLookDifferentAreDifferent(JsonNode pair) {
        assertThat(isSame(pair)).isFalse();
    }

    private static boolean isSame(JsonNode pair) {
        String left = pair.path(0).asText();
        String right = pair.path(1).asText();
        return !Collections.disjoint(Names.looks(left), Names.looks(right));
    }

    @Test
    void loneHalvesOfCharactersAreNoName() {
        assertThat(Names.tidy("a\uD800b")).isEmpty();
        assertThat(Names.tidy("\uD800")).isEmpty();
    }

    @Test
    void aRoomMayBearAReservedName() {
        assertThat(Names.tidy(" Host ")).contains("Host");
    }

    @Test
    void aSuffixNeverMakesANameTooLong() {
        String name = Names.withSuffix("🔥".repeat(40), "-2");
        assertThat(Names.tidy(name)).contains(name);
        assertThat(name).endsWith("-2");
    }
}
