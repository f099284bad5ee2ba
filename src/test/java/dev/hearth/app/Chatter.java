package dev.hearth.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.testkit.NodeProcess;
import dev.hearth.testkit.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// An official JavaScript client in a Node process of its own.
final class Chatter implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NodeProcess node;

    private Chatter(NodeProcess node) {
        this.node = node;
    }

    static Chatter connect(URI host, String library, String transports, Map<String, ?> auth) {
        Chatter chatter =
                new Chatter(
                        NodeProcess.start(
                                "clients/chatter.js",
                                library,
                                host.toString(),
                                transports,
                                write(auth)));
        chatter.node.awaitLine(line -> line.startsWith("connected"));
        return chatter;
    }

    static Chatter connect(URI host) {
        return connect(host, "socket.io-client", "default", Map.of());
    }

    void say(Object... arguments) {
        node.tell("say " + write(Arrays.asList(arguments)));
    }

    void ask(Object... arguments) {
        node.tell("ask " + write(Arrays.asList(arguments)));
    }

    void emit(Object... arguments) {
        node.tell("emit " + write(Arrays.asList(arguments)));
    }

    /// The arguments of each "chat message" so far.
    List<List<Object>> heard() {
        return told("heard ");
    }

    List<List<Object>> acked() {
        return told("acked ");
    }

    /// The texts of each "chat message" so far.
    List<Object> texts() {
        return heard().stream().map(List::getFirst).toList();
    }

    List<String> lines() {
        return node.lines();
    }

    void await(String beginning) {
        node.awaitLine(line -> line.startsWith(beginning));
    }

    /// Waits until it has been connected so many times.
    void awaitConnections(int count) {
        Patience.await()
                .until(
                        () ->
                                lines().stream().filter(l -> l.startsWith("connected")).count()
                                        >= count);
    }

    private List<List<Object>> told(String word) {
        List<List<Object>> told = new ArrayList<>();
        for (String line : node.lines()) {
            if (line.startsWith(word)) {
                told.add(read(line.substring(word.length())));
            }
        }
        return told;
    }

    @SuppressWarnings("unchecked") // a JSON array is a list of anything
    private static List<Object> read(String json) {
        try {
            return JSON.readValue(json, List.class);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        node.close();
    }
}
