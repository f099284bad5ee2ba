package dev.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HostRequest.LogLevel;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConsoleLogTest {
    private static final InetSocketAddress FROM =
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 1);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private ConsoleLog log(LogLevel level) {
        return new ConsoleLog(
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                level,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Person person(String name) {
        return new Person(new PersonId(name), name, Role.GUEST);
    }

    @Test
    void nothingThatAStrangerWritesDrivesTheTerminal() {
        try (ConsoleLog log = log(LogLevel.MESSAGES)) {
            Person eve = person("Eve\u202e\u001b[2J");
            log.connected(eve, FROM);
            log.posted(
                    new Entry(
                            RoomId.LOBBY,
                            1,
                            new EntryId("a"),
                            eve,
                            Instant.EPOCH,
                            new Posted("one\n00:00:00 Bob: two\u2066\u009b")));
            log.notUnderstood(eve, "add\u001buser");
            log.disconnected(eve, "bye\r\u001b]0;x\u0007");
        }
        assertThat(lines())
                .containsExactly(
                        "00:00:00 connected Eve\\u202e\\u001b[2J (127.0.0.1)",
                        "00:00:00 Eve\\u202e\\u001b[2J: one\\n00:00:00 Bob: two\\u2066\\u009b",
                        "00:00:00 Eve\\u202e\\u001b[2J says “add\\u001buser”, which this chat does"
                                + " not know",
                        "00:00:00 disconnected Eve\\u202e\\u001b[2J (bye\\r\\u001b]0;x\\u0007)");
    }

    @Test
    void manyWhoComeAndGoAreOneLine() {
        try (ConsoleLog log = log(LogLevel.CONNECTIONS)) {
            for (int i = 0; i < 2_605; i++) {
                Person guest = person("guest-%04x".formatted(i));
                log.connected(guest, FROM);
                log.disconnected(guest, "left");
            }
        }
        assertThat(lines())
                .hasSize(ComingsAndGoings.LINES + 1)
                .last()
                .isEqualTo("00:00:00 guest-… came and went 2,600 times (127.0.0.1)");
    }

    @Test
    void afterTheTerminalFailedTheNextLinesAreStillPrinted() {
        PrintStream failing =
                new PrintStream(bytes, true, StandardCharsets.UTF_8) {
                    private boolean failed;

                    @Override
                    public void println(String line) {
                        if (!failed) {
                            failed = true;
                            throw new OutOfMemoryError("a test");
                        }
                        super.println(line);
                    }
                };
        try (ConsoleLog log = new ConsoleLog(failing, LogLevel.QUIET, Clock.systemUTC())) {
            log.print("first");
            log.print("second");
        }
        assertThat(lines())
                .containsExactly("second", "(1 lines were left out: the terminal was too slow)");
    }
}
