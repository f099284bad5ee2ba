package dev.hearth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.testkit.FaultProxy.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// A test that finds a loss behind the proxy must find one of the program, never one of the proxy.
final class FaultProxyTest {
    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);

    @Test
    void noStreamGoesOnBehindAHoleWhenAnotherFaultFollows() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                FaultProxy proxy = FaultProxy.to(server.getLocalPort());
                Socket client =
                        new Socket(InetAddress.getLoopbackAddress(), proxy.address().getPort());
                Socket accepted = server.accept()) {
            client.setSoTimeout(5_000);
            say(accepted, "a");
            assertThat(client.getInputStream().read()).isEqualTo('a');

            proxy.strike(Fault.DEAF, random);
            say(accepted, "b");
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> proxy.lost() == 1);
            proxy.strike(Fault.DELAY, random);
            sayIfOpen(accepted, "c");
            proxy.mend();

            assertThat(readToEnd(client)).isEmpty();
        }
    }

    private static void say(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void sayIfOpen(Socket to, String text) {
        try {
            say(to, text);
        } catch (IOException _) {
            // The proxy has ended the connection, as it should.
        }
    }

    private static String readToEnd(Socket from) {
        StringBuilder read = new StringBuilder();
        try {
            for (int c = from.getInputStream().read(); c >= 0; c = from.getInputStream().read()) {
                read.append((char) c);
            }
        } catch (IOException e) {
            assertThat(e).isNotInstanceOf(java.net.SocketTimeoutException.class);
        }
        return read.toString();
    }
}
