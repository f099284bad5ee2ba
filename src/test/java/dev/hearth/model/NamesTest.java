package dev.hearth.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples in `src/test/text/names.json`, by which every place judges names.
final class NamesTest {
    static Stream<JsonNode> wishes() throws IOException {
        return read("wishes");
    }

    static Stream<JsonNode> same() throws IOException {
        return read("same");
    }

    static Stream<JsonNode> different() throws IOException {
        return read("different");
    }

    private static Stream<JsonNode> read(String list) throws IOException {
        JsonNode all =
                new ObjectMapper().readTree(Path.of("src", "test", "text", "names.json").toFile());
        return StreamSupport.stream(all.path(list).spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void saysOfEachWishWhatTheExamplesSay(JsonNode example) {
        NameCheck expected =
                example.has("name")
                        ? new NameCheck.Fit(example.path("name").asText())
                        : new NameCheck.Unfit(
                                NameCheck.Problem.valueOf(example.path("problem").asText()));
        assertThat(Names.check(example.path("wish").asText())).isEqualTo(expected);
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
        return Names.folded(left).equals(Names.folded(right))
                || Names.skeleton(left).equals(Names.skeleton(right));
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
