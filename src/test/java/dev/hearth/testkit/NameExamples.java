package dev.hearth.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.model.NameCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The examples in `src/test/text/names.json`, by which every place that takes a name is tested.
public final class NameExamples {
    /// A wish, and what is to be said of it.
    public record Wish(String wish, NameCheck expected) {
        public boolean isFit() {
            return expected instanceof NameCheck.Fit;
        }
    }

    private NameExamples() {}

    public static Stream<Wish> wishes() {
        return read("wishes")
                .map(
                        node ->
                                new Wish(
                                        node.path("wish").asText(),
                                        node.has("name")
                                                ? new NameCheck.Fit(node.path("name").asText())
                                                : new NameCheck.Unfit(
                                                        NameCheck.Problem.valueOf(
                                                                node.path("problem").asText()))));
    }

    /// One of the lists of the file.
    public static Stream<JsonNode> read(String list) {
        try {
            JsonNode all =
                    new ObjectMapper()
                            .readTree(Path.of("src", "test", "text", "names.json").toFile());
            return StreamSupport.stream(all.path(list).spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
