package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinRequest.Transports;
import dev.hearth.client.link.Diagnosis;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.ErrorCode;
import dev.hearth.testkit.NodeProcess;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Addresses where there is nothing to join: what is wrong is said within 5 s, and nothing is tried
/// again behind a person's back.
final class DiagnosisTest {
    private static void assertRefused(URI server, ErrorCode code, String... words) {
        assertRefused(server, Transports.DEFAULT, code, words);
    }

    private static void assertRefused(
            URI server, Transports transports, ErrorCode code, String... words) {
        long start = System.nanoTime();
        try (Joined joined = Joined.to(new JoinRequest(server, "Ada", transports))) {
            ConnectionState.Refused refused = joined.await(ConnectionState.Refused.class);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertThat(refused.code()).as(refused.reason()).isEqualTo(code);
            assertThat(refused.reason()).contains(words);
            assertThat(took).isLessThan(Duration.ofSeconds(5));
            assertThat(joined.states()).hasSize(2);
        }
    }

    @Test
    void unknownHost() {
        assertRefused(
                URI.create("http://no-such-host.invalid:3000"),
                ErrorCode.UNKNOWN_HOST,
                "no-such-host.invalid",
                "spelling");
    }

    @ParameterizedTest
    @EnumSource(Transports.class)
    void nothingListens(Transports transports) throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertRefused(
                URI.create("http://127.0.0.1:" + free),
                transports,
                ErrorCode.CONNECTION_REFUSED,
                "127.0.0.1:" + free);
    }

    @Test
    void somethingThatNeverAnswers() {
        try (NodeProcess server =
                NodeProcess.server("servers/http-only.mjs", "--answer", "silent")) {
            assertRefused(server.address(), ErrorCode.NO_ANSWER, "does not answer");
        }
    }

    /// As where a firewall drops every packet: with its queue full, Linux leaves new connections
    /// without an answer.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aPortThatIgnoresEveryone() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
                Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            assertRefused(
                    URI.create("http://127.0.0.1:" + full.getLocalPort()),
                    ErrorCode.NO_ANSWER,
                    "firewall");
        }
    }

    @Test
    void aNetworkThatCannotBeReached() {
        URI server = URI.create("http://192.0.2.1:3000");
        Exception unreachable = new ConnectException("Failed to connect to /192.0.2.1:3000");
        unreachable.initCause(new ConnectException("Network is unreachable"));
        assertThat(Diagnosis.of(server, new IOException("xhr poll error", unreachable)))
                .contains(Diagnosis.noAnswer(server));
    }

    @ParameterizedTest
    @EnumSource(Transports.class)
    void aWebServerThatKnowsNoSocketIo(Transports transports) {
        try (NodeProcess server = NodeProcess.server("servers/http-only.mjs")) {
            assertRefused(server.address(), transports, ErrorCode.NOT_SOCKET_IO, "HTTP 404");
        }
    }

    @ParameterizedTest
    @EnumSource(Transports.class)
    void aWebServerWithAPageForEverything(Transports transports) {
        try (NodeProcess server = NodeProcess.server("servers/http-only.mjs", "--answer", "html")) {
            assertRefused(server.address(), transports, ErrorCode.NOT_SOCKET_IO, "HTTP 200");
        }
    }

    @ParameterizedTest
    @EnumSource(Transports.class)
    void socketIoOfVersion2(Transports transports) {
        try (NodeProcess server = NodeProcess.server("servers/socket-io-2.mjs")) {
            assertRefused(server.address(), transports, ErrorCode.OLD_SOCKET_IO, "Socket.IO 2");
        }
    }

    @Test
    void anEngineThatDoesNotSupportTheProtocol() {
        try (NodeProcess server = NodeProcess.server("servers/engine-4-strict.mjs")) {
            assertRefused(server.address(), ErrorCode.OLD_SOCKET_IO, "update");
        }
    }

    @ParameterizedTest
    @EnumSource(Transports.class)
    void aServerThatLetsNobodyIn(Transports transports) {
        try (NodeProcess server = NodeProcess.server("servers/refusing.mjs")) {
            assertRefused(server.address(), transports, ErrorCode.REFUSED, "members only");
        }
    }

    @Test
    void aServerThatAnswersNoRequestSaysWhy() {
        try (NodeProcess server = NodeProcess.server("servers/refusing.mjs", "--when", "request")) {
            assertRefused(server.address(), ErrorCode.REFUSED, "members only");
        }
    }

    @Test
    void aCertificateThatItsOwnerMade(@TempDir Path folder) throws Exception {
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("store"))));
        server.start();
        try {
            assertRefused(
                    URI.create("https://127.0.0.1:" + server.getAddress().getPort()),
                    ErrorCode.NOT_SOCKET_IO,
                    "does not trust");
        } finally {
            server.stop(0);
        }
    }

    private static SSLContext selfSigned(Path store) throws Exception {
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=127.0.0.1",
                                "-ext",
                                "SAN=ip:127.0.0.1",
                                "-storepass",
                                "secret",
                                "-keystore",
                                store.toString())
                        .redirectErrorStream(true)
                        .start();
        assertThat(new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .doesNotContain("error");
        assertThat(keytool.waitFor()).isZero();
        char[] password = "secret".toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(KeyStore.getInstance(store.toFile(), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void httpsWhereThereIsNone() {
        try (NodeProcess server = NodeProcess.server("servers/echo.mjs")) {
            assertRefused(
                    URI.create("https://127.0.0.1:" + server.port()),
                    ErrorCode.NOT_SOCKET_IO,
                    "http://");
        }
    }

    @Test
    void aPersonCanTryAgain() {
        NodeProcess wrong = NodeProcess.server("servers/refusing.mjs");
        try (Joined joined = Joined.to(wrong.address())) {
            joined.await(ConnectionState.Refused.class);
            wrong.close();
            String port = Integer.toString(wrong.port());
            try (NodeProcess right = NodeProcess.server("servers/echo.mjs", "--port", port)) {
                joined.chat().reconnectNow();
                joined.online();
                assertThat(right.isAlive()).isTrue();
            }
        } finally {
            wrong.close();
        }
    }
}
