package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinRequest.Transports;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.ErrorCode;
import dev.hearth.testkit.NodeProcess;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers that are somewhere else than their address, or several behind a single one.
final class RedirectTest {
    private static NodeProcess redirect(String... arguments) {
        return NodeProcess.server("servers/redirect.mjs", arguments);
    }

    private static NodeProcess to(URI server) {
        return redirect("--to", server.toString());
    }

    private static void assertJoins(JoinRequest request) {
        try (Joined joined = Joined.to(request).online()) {
            assertThat(joined.say("hello").delivery()).isEqualTo(Delivery.DELIVERED);
            assertThat(
                            joined.states().stream()
                                    .filter(ConnectionState.Connecting.class::isInstance))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"301", "302", "307", "308"})
    void followsTheFirst(String status) {
        try (NodeProcess server = NodeProcess.server("servers/echo.mjs");
                NodeProcess door =
                        redirect("--to", server.address().toString(), "--status", status)) {
            assertJoins(new JoinRequest(door.address(), "Ada"));
            assertThat(door.lines().stream().filter(line -> line.startsWith("asked")))
                    .as("nothing of the session goes there")
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Transports.class)
    void withEachTransportAndIntoAPath(Transports transports) {
        try (NodeProcess server = NodeProcess.server("servers/handlers.mjs", "--path", "/team/");
                NodeProcess door = to(server.address().resolve("/team"))) {
            assertJoins(new JoinRequest(door.address(), "Ada", transports));
        }
    }

    @Test
    void saysWhereASecondOneLeads() {
        try (NodeProcess door = redirect("--to", "self")) {
            assertRefused(door.address(), "127.0.0.1:" + door.port() + "/socket.io/");
        }
    }

    @Test
    void saysWhereALoginPageIs() {
        try (NodeProcess door = redirect("--location", "/login?next=%2Fsocket.io%2F")) {
            assertRefused(door.address(), "http://127.0.0.1:" + door.port() + "/login");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:x@y", "//", "http://", "javascript:alert(1)", "http://[::1"})
    void survivesNonsense(String location) {
        try (NodeProcess door = redirect("--location", location)) {
            assertRefused(door.address(), "leads");
        }
    }

    @Test
    void isStillJudgedWithinFiveSeconds() {
        try (NodeProcess silent =
                        NodeProcess.server("servers/http-only.mjs", "--answer", "silent");
                NodeProcess door = to(silent.address())) {
            long start = System.nanoTime();
            try (Joined joined = Joined.to(door.address())) {
                ConnectionState.Refused refused = joined.await(ConnectionState.Refused.class);
                assertThat(refused.code()).isEqualTo(ErrorCode.NO_ANSWER);
                assertThat(refused.reason()).contains(":" + silent.port());
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isLessThan(Duration.ofSeconds(5));
            }
        }
    }

    private static void assertRefused(URI server, String words) {
        long start = System.nanoTime();
        try (Joined joined = Joined.to(server)) {
            ConnectionState.Refused refused = joined.await(ConnectionState.Refused.class);
            assertThat(refused.code()).isEqualTo(ErrorCode.NOT_SOCKET_IO);
            assertThat(refused.reason()).contains(words);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    @ParameterizedTest
    @EnumSource(Transports.class)
    void staysAtTheServerToWhichABalancersCookieLeads(Transports transports) {
        try (NodeProcess balancer = NodeProcess.server("servers/balancer.mjs")) {
            for (int i = 0; i < 3; i++) {
                assertJoins(new JoinRequest(balancer.address(), "Ada", transports));
            }
        }
    }

    @Test
    void theUpgradeCarriesTheCookieToo() {
        try (NodeProcess balancer = NodeProcess.server("servers/balancer.mjs");
                Joined joined = Joined.to(balancer.address()).online()) {
            balancer.awaitLine(line -> line.startsWith("upgraded at"));
            assertThat(joined.say("hello").delivery()).isEqualTo(Delivery.DELIVERED);
        }
    }
}
