package dev.hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DescriptionReaderTest {
    private static final String GOOD =
            """
            {
              "about": "A chat",
              "join": { "event": "join", "send": [{ "user": ["{name}", 1, true] }], "ack": true },
              "say": { "event": "say", "send": ["{text}", "{id}"] },
              "echo": true,
              "message": { "event": "said", "text": "1.body.text", "name": "2" }
            }
            """;

    @Test
    void readsWhatIsThere() {
        Description read = DescriptionReader.read(GOOD);
        assertThat(read.namespace()).isEqualTo("/");
        assertThat(read.room()).isEqualTo("lobby");
        assertThat(read.join().orElseThrow())
                .isEqualTo(
                        new Description.Call(
                                "join", List.of(Map.of("user", List.of("{name}", 1, true))), true));
        assertThat(read.message().text().text(List.of(Map.of("body", Map.of("text", "hello")))))
                .contains("hello");
        assertThat(read.message().name().orElseThrow().text(List.of("x", "Ada"))).contains("Ada");
        assertThat(read.message().text().text(List.of(3))).isEmpty();
    }

    /// What is wrong, on which line, and what may be there.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"about\": \"A chat\" | \"abuot\": 1 | line 2: “abuot” is not known. Here may be about, auth,",
                "\"event\": \"say\" | \"evnt\": \"say\" | line 4: “say.evnt” is not known. Here may be ack, event,",
                "\"event\": \"say\", | '' | line 4: “say.event” is missing. It takes the name of an event",
                "\"{id}\" | \"{idea}\" | line 4: “say.send” has the placeholder {idea}. Here may be {id}, {name},",
                "[\"{text}\", \"{id}\"] | \"{text}\" | line 4: “say.send” takes a list of what is sent",
                "\"echo\": true | \"echo\": \"yes\" | line 5: “echo” takes true or false.",
                "\"echo\": true, | '' | line 1: “echo” is missing. It takes true or false.",
                "\"1.body.text\" | \"body.text\" | line 6: “message.text” takes a place in the event: \"1\" is",
                "\"ack\": true | \"ack\": null | line 3: “join.ack” takes true or false.",
                "\"about\": \"A chat\" | \"namespace\": \"team\" | “namespace” takes a namespace that begins",
                "\"message\": { | \"message\": { { | line 6: this is not JSON",
                "\"echo\": true | \"echo\": true, \"echo\": true | line 5: this is not JSON: Duplicate",
            })
    void namesEachMistake(String part, String instead, String sentence) {
        assertThat(GOOD).contains(part);
        assertBad(GOOD.replace(part, instead), sentence);
    }

    @Test
    void takesNothingElse() {
        assertBad("", "line 1: there is nothing to read.");
        assertBad("[]", "line 1: a description is an object in braces");
        assertBad(GOOD + "{}", "line 8: there is something after the end.");
        assertBad("[".repeat(10_000), "line 1: this is not JSON");
        assertBad(" ".repeat(100_000), "line 1: a description has at most 64000 characters.");
    }

    private static void assertBad(String json, String sentence) {
        assertThatThrownBy(() -> DescriptionReader.read(json))
                .isInstanceOfSatisfying(
                        HearthException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(LocalTrouble.BAD_DIALECT);
                            assertThat(e.sentence()).contains(sentence);
                        });
    }
}
