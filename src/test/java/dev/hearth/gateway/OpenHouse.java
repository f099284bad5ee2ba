package dev.hearth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.gateway.ProgramTokens.Program;
import dev.hearth.host.ChatHost;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.HostOptions;
import dev.hearth.model.Person;
import dev.hearth.protocol.HostKey;
import dev.hearth.socketio.Rates;
import dev.hearth.socketio.ServerOptions;
import dev.hearth.socketio.SocketServer;
import dev.hearth.socketio.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A hosted chat with all its doors on a free port of loopback.
final class OpenHouse implements AutoCloseable {
    static final String OWNER = "the owner's token";

    /// By their tokens.
    final Map<String, Program> programs = new ConcurrentHashMap<>();

    /// Who said what nobody understands.
    final List<String> puzzles = new CopyOnWriteArrayList<>();

    final HostKey key = HostKey.fresh();
    final SqliteChatLog store;
    final ChatHost host;
    final ChatNamespaces doors;
    final SocketServer server;
    final int port;

    OpenHouse(Path folder) {
        this(folder, false, ChatNamespaces.PATIENCE);
    }

    OpenHouse(Path folder, boolean limited, Duration patience) {
        InstantSource clock = InstantSource.system();
        store = SqliteChatLog.open(folder, clock, _ -> {});
        store.nameHost(key.id());
        host =
                ChatHost.open(
                        clock, store, OWNER, limited ? HostOptions.DEFAULT : HostOptions.UNLIMITED);
        doors =
                new ChatNamespaces(
                        host,
                        new NobodyWatches(),
                        new ChatNamespaces.Greeting("Test", "0", key),
                        clock,
                        limited,
                        patience);
        server =
                new SocketServer(
                        ServerOptions.defaults().withBind("127.0.0.1", 0).withRates(Rates.NONE));
        doors.open(server);
        server.http(
                doors.http(
                        token -> Optional.ofNullable(programs.get(token)),
                        _ -> HttpResponse.text(404, "nothing")));
        try {
            port = server.start().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WireClient enter(String name) {
        return WireClient.enter(port, name);
    }

    WireClient owner() {
        return WireClient.enter(port, Map.of("name", "Owner", "token", OWNER));
    }

    /// A guest of the plain chat.
    ///
    /// @param auth JSON, or nothing
    WireClient plain(String auth) {
        return WireClient.connect(port, "/", auth);
    }

    static String freshId() {
        return EntryId.next(System.currentTimeMillis()).value();
    }

    static Map<String, Object> message(String id, String room, String text) {
        return Map.of("id", id, "room", room, "text", text);
    }

    static Map<String, Object> message(String room, String text) {
        return message(freshId(), room, text);
    }

    /// A request with an id of its own.
    static Map<String, Object> request(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", freshId());
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return map;
    }

    static JsonNode ok(JsonNode answer) {
        assertThat(answer.path("ok").asBoolean()).as("%s", answer).isTrue();
        return answer;
    }

    static String code(JsonNode answer) {
        assertThat(answer.path("ok").asBoolean(true)).as("%s", answer).isFalse();
        return answer.at("/error/code").asText();
    }

    static String id(WireClient client) {
        return client.await("welcome").at("/you/id").asText();
    }

    static List<Long> seqs(WireClient client, String room) {
        return client.heard().stream()
                .filter(it -> it.event().equals("chat message") || it.event().equals("entry"))
                .filter(it -> it.first().path("room").asText().equals(room))
                .map(it -> it.first().path("seq").asLong())
                .toList();
    }

    /// All that is stored, in words.
    String state() {
        StringBuilder state = new StringBuilder();
        store.rooms()
                .forEach(
                        room -> {
                            state.append(room).append('\n');
                            state.append(store.after(room.id(), 0, 1_000)).append('\n');
                        });
        return state.append(store.people()).toString();
    }

    @Override
    public void close() {
        server.close();
        doors.close();
        host.close();
        store.close();
    }

    private final class NobodyWatches implements HostWatcher {
        @Override
        public void connected(Person person, InetSocketAddress from) {}

        @Override
        public void disconnected(Person person, String reason) {}

        @Override
        public void posted(Entry entry) {}

        @Override
        public void notUnderstood(Person person, String event) {
            puzzles.add(person.name() + " " + event);
        }
    }
}
