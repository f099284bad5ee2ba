package dev.hearth.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples in `src/test/text/links.json`, and what holds for every text.
final class LinksTest {
    record Found(String text, String target) {}

    static Stream<JsonNode> examples() throws IOException {
        JsonNode all =
                new ObjectMapper().readTree(Path.of("src", "test", "text", "links.json").toFile());
        return StreamSupport.stream(all.spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void findsWhatTheExamplesSay(JsonNode example) {
        String text = example.path("text").asText();
        List<Found> expected =
                StreamSupport.stream(example.path("links").spliterator(), false)
                        .map(
                                each ->
                                        new Found(
                                                each.path("text").asText(),
                                                each.path("target").asText()))
                        .toList();
        assertThat(found(text)).isEqualTo(expected);
    }

    private static List<Found> found(String text) {
        return Links.in(text).stream()
                .map(link -> new Found(text.substring(link.start(), link.end()), link.target()))
                .toList();
    }

    @Test
    void everyTargetIsAUriWhateverIsWritten() {
        var random = new Random(8);
        String signs = "htps:/w.@a1é漢|%^`{}[]()<>\\\"' \u00a0\u202e\u200b?#&=_-~!😀\ud83dعו.";
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder(round % 2 == 0 ? "https://a.example/" : "");
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            int end = 0;
            for (Links.Link link : Links.in(text.toString())) {
                assertThat(link.start()).isGreaterThanOrEqualTo(end);
                assertThat(link.end()).isGreaterThan(link.start());
                end = link.end();
                assertThat(URI.create(link.target()).toASCIIString()).isEqualTo(link.target());
            }
            assertThat(end).isLessThanOrEqualTo(text.length());
        }
    }

    @Test
    void hugeTextsOfEveryKindAreReadOnce() {
        for (String piece :
                List.of(
                        "a",
                        "@",
                        "a@",
                        "a@b.",
                        "www.",
                        "https://",
                        "http://(",
                        "https://a.example/x ")) {
            assertThat(Links.in(piece.repeat(200_000 / piece.length()))).isNotNull();
        }
    }
}
