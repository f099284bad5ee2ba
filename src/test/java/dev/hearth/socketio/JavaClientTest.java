package dev.hearth.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// socket.io-client-java, which the application itself joins with.
class JavaClientTest {
    private static final String UNIT =
            "a\"\\\n\r\t\u2028\u2029 é 漢字 🔥👩‍👩‍👧‍👦 </script> \u007f ";

    private final Fixture server = new Fixture();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"polling", "websocket", "polling,websocket"})
    void carriesTextsUnchanged(String transports) throws Exception {
        IO.Options options = new IO.Options();
        options.transports = transports.split(",", -1);
        options.forceNew = true;
        Socket socket = IO.socket(URI.create("http://127.0.0.1:" + server.port), options);
        BlockingQueue<Object> answers = new ArrayBlockingQueue<>(10);
        socket.on("echo", arguments -> answers.add(arguments[0]));
        try {
            socket.connect();
            for (String text : texts()) {
                socket.emit(
                        "echo", new Object[] {text}, (Ack) arguments -> answers.add(arguments[0]));
                assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(text);
                assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(text);
            }
        } finally {
            socket.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"polling", "websocket", "polling,websocket"})
    void carriesBytesUnchanged(String transports) throws Exception {
        IO.Options options = new IO.Options();
        options.transports = transports.split(",", -1);
        options.forceNew = true;
        Socket socket = IO.socket(URI.create("http://127.0.0.1:" + server.port), options);
        BlockingQueue<Object> answers = new ArrayBlockingQueue<>(10);
        socket.on("echo", arguments -> answers.add(arguments[0]));
        try {
            socket.connect();
            for (int length : new int[] {0, 1, 56, 57, 58, 1_000, 300_000}) {
                byte[] bytes = new byte[length];
                new Random(length).nextBytes(bytes);
                socket.emit("echo", new Object[] {bytes});
                assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(bytes);
            }
        } finally {
            socket.close();
        }
    }

    private static String[] texts() {
        int unit = UNIT.getBytes(StandardCharsets.UTF_8).length;
        return new String[] {
            "",
            "x",
            "🔥",
            UNIT,
            UNIT.repeat(1000 / unit),
            UNIT.repeat(100_000 / unit),
            UNIT.repeat(700_000 / unit)
        };
    }
}
