package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinRequest.Transports;
import dev.hearth.model.ConnectionState;
import dev.hearth.testkit.NodeProcess;
import dev.hearth.testkit.Patience;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The library is known for threads that stay behind when sockets are made and dropped.
final class NothingIsLeftTest {
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                // okhttp keeps a few daemons for all its clients, for a minute. While one of them
                // works for a connection it has another name.
                .filter(thread -> !thread.getName().startsWith("OkHttp ConnectionPool"))
                .filter(thread -> !thread.getName().equals("OkHttp TaskRunner"))
                .filter(thread -> !thread.getName().equals("awaitility-thread"))
                .collect(Collectors.toSet());
    }

    private static void assertNoneStays(Set<Thread> before, NodeProcess server) {
        Patience.await()
                .untilAsserted(
                        () -> {
                            Set<Thread> left = threads();
                            left.removeAll(before);
                            assertThat(left).isEmpty();
                        });
        Patience.await()
                .untilAsserted(
                        () ->
                                assertThat(count(server, "disconnected "))
                                        .isEqualTo(count(server, "connected ")));
    }

    private static long count(NodeProcess server, String start) {
        return server.lines().stream().filter(line -> line.startsWith(start)).count();
    }

    @Test
    void afterFiftyChatsNoThreadAndNoConnection() {
        try (NodeProcess server = NodeProcess.server("servers/echo.mjs")) {
            joinAndLeave(server.address(), 3);
            Set<Thread> before = threads();
            joinAndLeave(server.address(), 50);
            assertNoneStays(before, server);
            assertThat(count(server, "connected ")).isEqualTo(53);
        }
    }

    private static void joinAndLeave(URI server, int times) {
        List<Transports> kinds = List.of(Transports.values());
        for (int i = 0; i < times; i++) {
            Transports transports = kinds.get(i % kinds.size());
            try (Joined joined = Joined.to(new JoinRequest(server, "", transports)).online()) {
                joined.say("hello " + i);
                joined.leave();
                joined.await(ConnectionState.Closed.class);
            }
        }
    }

    @Test
    void afterLeavingInTheMiddleOfConnecting() {
        try (NodeProcess server = NodeProcess.server("servers/echo.mjs")) {
            joinAndLeave(server.address(), 3);
            Set<Thread> before = threads();
            for (int i = 0; i < 20; i++) {
                Joined.to(server.address()).close();
            }
            assertNoneStays(before, server);
        }
    }

    @Test
    void afterTryingInVain() {
        try (NodeProcess server = NodeProcess.server("servers/http-only.mjs");
                NodeProcess echo = NodeProcess.server("servers/echo.mjs")) {
            joinAndLeave(echo.address(), 3);
            Set<Thread> before = threads();
            for (Transports transports : List.of(Transports.values())) {
                try (Joined joined = Joined.to(new JoinRequest(server.address(), "", transports))) {
                    for (int i = 0; i < 5; i++) {
                        joined.await(ConnectionState.Refused.class);
                        joined.chat().reconnectNow();
                    }
                }
            }
            assertNoneStays(before, echo);
        }
    }
}
