package dev.hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.model.Command;
import dev.hearth.model.Entry;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Payload;
import dev.hearth.model.RoomFold;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.SealedTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The examples in `src/test/wire`, which every implementation of `/hearth` is tested with: what is
/// read from each, written again, is the same.
final class WireExamplesTest {
    private static final Path FOLDER = Path.of("src", "test", "wire");
    private static final ObjectMapper JSON = new ObjectMapper();

    /// One example, called by its name.
    record Example(JsonNode node) {
        String event() {
            return node.path("event").asText();
        }

        boolean isFromHost() {
            return node.path("from").asText().equals("host");
        }

        Map<?, ?> argument() {
            return argument("arguments");
        }

        Map<?, ?> argument(String list) {
            return map(node.path(list).path(0));
        }

        @Override
        public String toString() {
            return event() + ": " + node.path("name").asText();
        }
    }

    static Stream<Example> events() {
        return Stream.of("entering", "requests", "entries", "history", "deltas", "refusals")
                .flatMap(WireExamplesTest::read);
    }

    static Stream<Example> answers() {
        return events().filter(example -> example.node().has("answer"));
    }

    static Stream<Example> malformed() {
        return read("malformed");
    }

    static Stream<Example> folds() {
        return read("folds");
    }

    private static Stream<Example> read(String name) {
        try {
            JsonNode all = JSON.readTree(FOLDER.resolve(name + ".json").toFile());
            return StreamSupport.stream(all.spliterator(), false).map(Example::new);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<?, ?> map(JsonNode node) {
        return node.isObject() ? JSON.convertValue(node, LinkedHashMap.class) : Map.of();
    }

    private static JsonNode tree(@Nullable Object value) throws IOException {
        return JSON.readTree(JSON.writeValueAsString(value));
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsEachEventAndWritesItAgain(Example example) throws IOException {
        Map<?, ?> argument = example.argument();
        Map<String, Object> again =
                example.isFromHost()
                        ? fromHost(example.event(), argument)
                        : fromClient(example.event(), argument);
        assertThat(tree(again)).isEqualTo(example.node().path("arguments").path(0));
    }

    private static Map<String, Object> fromHost(String event, Map<?, ?> map) {
        return switch (event) {
            case Events.HELLO -> Hello.read(map).orElseThrow().toMap();
            case Events.WELCOME -> Welcome.read(map).orElseThrow().toMap();
            case Events.CHAT_MESSAGE, Events.ENTRY -> {
                Entry entry = EntryCodec.read(map).orElseThrow();
                assertThat(EntryCodec.event(entry)).isEqualTo(event);
                yield EntryCodec.map(entry);
            }
            case Events.SKIPPED -> Deltas.Skipped.read(map).orElseThrow().toMap();
            case Events.ROOMS -> Deltas.Rooms.read(map).toMap();
            case Events.PRESENCE -> Deltas.presence(Deltas.readPresence(map));
            case Events.TYPING -> Deltas.Typing.read(map).orElseThrow().toMap();
            case Events.READ -> Deltas.Read.read(map).orElseThrow().toMap();
            case Events.NAMED -> Deltas.named(Deltas.readNamed(map).orElseThrow());
            case Events.BYE -> Wire.map("reason", Deltas.byeReason(map));
            default -> throw new AssertionError("no event of the host: " + event);
        };
    }

    private static Map<String, Object> fromClient(String event, Map<?, ?> map) {
        return switch (event) {
            case Events.ENTER -> Enter.read(map).toMap();
            case Events.HISTORY -> Queries.History.read(map).toMap();
            case Events.SEARCH -> Queries.map(Queries.readSearch(map));
            case Events.ROOMS -> Listings.RoomsAfter.read(map).toMap();
            case Events.PEOPLE -> Listings.PeopleAfter.read(map).toMap();
            case Events.MEMBERS -> Listings.MembersAfter.read(map).toMap();
            case Events.TYPING -> Wire.map("room", Deltas.room(map).orElseThrow().value());
            case Events.READ -> {
                Map<String, Object> read = Wire.map("room", Deltas.room(map).orElseThrow().value());
                read.put("seq", Deltas.seq(map).orElseThrow());
                yield read;
            }
            default -> {
                var command = CommandCodec.read(event, map);
                assertThat(CommandCodec.event(command)).isEqualTo(event);
                yield CommandCodec.fields(command);
            }
        };
    }

    @ParameterizedTest
    @MethodSource("answers")
    void readsEachAnswerAndWritesItAgain(Example example) throws IOException {
        Map<?, ?> answer = example.argument("answer");
        assertThat(tree(again(example, answer))).isEqualTo(example.node().path("answer").path(0));
    }

    private static Map<String, Object> again(Example example, Map<?, ?> answer) {
        if (Answers.ok(List.of(answer)).isEmpty()) {
            Refusal refusal = Refusal.in(List.of(answer)).orElseThrow();
            return Answers.refused(refusal.code(), refusal.message(), refusal.retryAfter());
        }
        return switch (example.event()) {
            case Events.HISTORY ->
                    answer.containsKey("entries")
                            ? Queries.RawPage.read(answer).orElseThrow().toMap()
                            : Queries.map(Queries.readPage(answer));
            case Events.SEARCH -> Queries.map(Queries.readHits(answer));
            case Events.ROOMS -> Listings.RoomPage.read(answer).toMap();
            case Events.PEOPLE, Events.MEMBERS -> Listings.PeoplePage.read(answer).toMap();
            case Events.READ -> Answers.ok();
            default -> {
                var accepted = Answers.readAccepted(answer).orElseThrow();
                yield Answers.readReach(answer)
                        .map(reach -> Answers.accepted(accepted, reach))
                        .orElseGet(() -> Answers.accepted(accepted));
            }
        };
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatIsMalformed(Example example) {
        assertThatThrownBy(() -> fromClientOrRefused(example))
                .isInstanceOfSatisfying(
                        HearthException.class,
                        refusal ->
                                assertThat(ErrorCode.told(refusal.code()).wire())
                                        .isEqualTo(example.node().path("error").asText()));
    }

    private static void fromClientOrRefused(Example example) {
        assertThat(fromClient(example.event(), example.argument())).isNull();
    }

    static Stream<Example> proofs() {
        return read("proofs");
    }

    /// As a client judges a `hello`.
    @ParameterizedTest
    @MethodSource("proofs")
    void believesAHostThatProvesItsIdAndNoOther(Example example) {
        Map<?, ?> fields = map(example.node());
        String id = example.node().path("id").asText();
        String nonce = example.node().path("nonce").asText();
        Map<String, Object> hello = new LinkedHashMap<>(Map.of("v", 1, "host", Map.of("id", id)));
        Stream.of("key", "sig")
                .filter(fields::containsKey)
                .forEach(key -> hello.put(key, fields.get(key)));
        Hello read = Hello.read(hello).orElseThrow();
        assertThat(read.proof().map(it -> it.proves(read.hostId(), nonce)).orElse(false))
                .isEqualTo(example.node().path("proves").asBoolean());
    }

    /// As a host makes it: Ed25519 signs the same text in the same way for ever.
    @ParameterizedTest
    @MethodSource("proofs")
    void provesItsIdAsTheExamplesDo(Example example) {
        JsonNode node = example.node();
        if (node.has("secret")) {
            HostKey key =
                    HostKey.read(
                            String.join(
                                    "\n",
                                    "hearth-host-key 1",
                                    node.path("key").asText(),
                                    node.path("secret").asText()));
            assertThat(key.id()).isEqualTo(node.path("id").asText());
            assertThat(key.prove(node.path("nonce").asText()))
                    .isEqualTo(new HostProof(node.path("key").asText(), node.path("sig").asText()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "a|b|c|d|e|f|g|h|i|j|k|l", "0123456789 0123456789 0"})
    void aNonceThatCannotBeSignedIsRefused(String nonce) {
        assertThatThrownBy(() -> Auth.nonce(Map.of("v", 1, "nonce", nonce)))
                .isInstanceOf(HearthException.class);
        assertThatThrownBy(() -> Auth.nonce(Map.of("nonce", 7)))
                .isInstanceOf(HearthException.class);
        assertThat(Auth.nonce(Map.of("v", 1))).isEmpty();
        assertThat(Auth.nonce(Map.of("nonce", HostProof.freshNonce()))).isPresent();
    }

    @ParameterizedTest
    @MethodSource("folds")
    void foldsTheEntriesToTheMessages(Example example) throws IOException {
        RoomFold fold = new RoomFold(RoomId.LOBBY);
        if (example.node().has("page")) {
            var page = Queries.readPage(map(example.node().path("page")));
            page.messages().forEach(message -> fold.hold(message, page.asOf()));
        }
        for (JsonNode entry : example.node().path("entries")) {
            fold.apply(EntryCodec.read(map(entry)).orElseThrow());
        }
        assertThat(tree(Wire.maps(fold.messages(), MessageCodec::map)))
                .isEqualTo(example.node().path("messages"));
    }

    /// A request or a kind of entry that is added needs an example.
    @Test
    void thereIsAnExampleOfEverything() {
        Set<String> kinds =
                read("entries")
                        .map(example -> EntryCodec.read(example.argument()).orElseThrow())
                        .map(Entry::kind)
                        .collect(Collectors.toSet());
        assertThat(kinds).hasSize(SealedTypes.records(Payload.class).size());
        Set<Class<?>> commands =
                read("requests")
                        .filter(example -> CommandCodec.isCommand(example.event()))
                        .map(example -> CommandCodec.read(example.event(), example.argument()))
                        .map(Object::getClass)
                        .collect(Collectors.toSet());
        assertThat(commands).hasSameElementsAs(SealedTypes.records(Command.class));
        assertThat(read("refusals").map(example -> example.node().path("name").asText()))
                .contains(ErrorCode.RATE.wire(), ErrorCode.BUSY.wire(), ErrorCode.STORAGE.wire());
    }
}
