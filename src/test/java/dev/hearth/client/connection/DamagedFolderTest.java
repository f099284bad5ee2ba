package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.ConnectionState;
import dev.hearth.model.Delivery;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.Payload.Posted;
import dev.hearth.testkit.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is kept of a chat is damaged: the rest of it is used, and its person is told.
final class DamagedFolderTest extends OnScriptedHost {
    private Path file(String name) {
        return kept.path(ScriptedHost.id("host-1")).resolve(name);
    }

    private void change(String file, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file(file));
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private void typeWhileTheHostIsAway(int count) {
        int port = host.port();
        try (Joined ada = join()) {
            ada.awaitMessages(host.messages().size());
            host.close();
            ada.await(ConnectionState.Offline.class);
            int shown = ada.messages().size();
            for (int i = 1; i <= count; i++) {
                ada.lobby().send("typed " + i);
                ada.awaitMessages(shown + i);
            }
        }
        ScriptedHost old = host;
        host = new ScriptedHost(port);
        old.log().forEach(each -> host.log(each.id(), each.from(), each.payload()));
    }

    private static String told(Joined joined) {
        return Patience.await()
                .until(() -> joined.events(Event.Noticed.class), events -> !events.isEmpty())
                .getFirst()
                .sentence();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entries SET payload = 'no JSON' WHERE seq = 2",
                "UPDATE entries SET payload = 'no JSON' WHERE seq = 3",
                "UPDATE entries SET kind = 'danced' WHERE seq IN (1, 3)",
                "UPDATE entries SET seq = -1 WHERE seq = 1",
                "UPDATE people SET role = 'king' WHERE id = 'bob'",
                "UPDATE rooms SET kind = 'odd' WHERE id = '#lobby'"
            })
    void aRowThatCannotBeReadTakesNothingWithIt(String damage) throws SQLException {
        host.posts(3);
        typeWhileTheHostIsAway(2);
        change("chat.db", damage);
        try (Joined ada = join()) {
            ada.lobby().showOlder();
            Patience.await().until(() -> ada.confirmed().size() == 5);
            assertThat(ada.confirmed())
                    .extracting(Message::text)
                    .containsExactly("post 1", "post 2", "post 3", "typed 1", "typed 2");
            assertThat(host.enters().getFirst().token()).contains("token of host-1");
            if (!damage.contains("people") && !damage.contains("seq = -1")) {
                assertThat(told(ada)).contains("again");
            }
        }
        try (Joined again = join()) {
            again.lobby().showOlder();
            again.awaitMessages(5);
            assertThat(again.events(Event.Noticed.class)).isEmpty();
        }
    }

    @Test
    void aChangeThatCannotBeReadIsSaidAndStays() throws SQLException {
        typeWhileTheHostIsAway(3);
        change("outbox.db", "UPDATE commands SET payload = 'null' WHERE payload LIKE '%typed 2%'");
        try (Joined ada = join()) {
            Patience.await().until(() -> ada.confirmed().size() == 2);
            assertThat(told(ada)).startsWith("1 of the changes that wait");
            assertThat(ada.texts()).containsExactly("typed 1", "typed 3");
        }
        change("outbox.db", "UPDATE commands SET at = at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "you", "rooms", "epoch"})
    void aNoteThatCannotBeReadClosesNothing(String key) throws SQLException {
        host.posts(1);
        typeWhileTheHostIsAway(1);
        change("outbox.db", "UPDATE meta SET value = '{' WHERE key = '" + key + "'");
        try (Joined ada = join()) {
            Patience.await().until(() -> ada.confirmed().size() == 2);
            assertThat(host.enters().getFirst().token()).contains("token of host-1");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostOutboxDoesNotLoseWhoOneIs(boolean deleted) throws IOException {
        host.posts(1);
        leaveAfter(join(), 1);
        if (deleted) {
            Files.delete(file("outbox.db"));
        } else {
            Files.writeString(file("outbox.db"), "no database".repeat(2_000));
        }
        try (Joined ada = join()) {
            assertThat(host.enters().getLast().token()).contains("token of host-1");
            if (!deleted) {
                assertThat(told(ada)).contains("outbox.db.broken-");
            }
        }
        Files.delete(file("token"));
        try (Joined again = join()) {
            assertThat(host.enters().getLast().token()).contains("token of host-1");
            assertThat(again.events(Event.Noticed.class)).isEmpty();
        }
        assertThat(file("token")).content().isEqualToIgnoringNewLines("token of host-1");
        if (Files.getFileAttributeView(file("token"), PosixFileAttributeView.class) != null) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("token"))))
                    .isEqualTo("rw-------");
        }
    }

    /// One page in the middle of some hundred messages: those on the others are sent.
    @Test
    void ofADamagedOutboxTheReadablePagesAreSent() throws IOException {
        typeWhileTheHostIsAway(120);
        byte[] bytes = Files.readAllBytes(file("outbox.db"));
        int page = 4_096;
        assertThat(bytes.length).isGreaterThan(7 * page);
        for (int i = 6 * page; i < 7 * page; i++) {
            bytes[i] = (byte) 0xEE;
        }
        Files.write(file("outbox.db"), bytes);
        try (Joined ada = join()) {
            assertThat(told(ada)).contains("outbox.db.broken-");
            Patience.await().until(() -> host.messages().size() > 60);
            Patience.await()
                    .until(
                            () ->
                                    ada.messages().stream()
                                            .allMatch(
                                                    it ->
                                                            it.delivery()
                                                                    instanceof Delivery.Delivered));
            assertThat(host.enters().getFirst().token()).contains("token of host-1");
        }
    }

    @Test
    void aCopyThatCannotBeOpenedIsSetAsideAndFetchedAgain() throws IOException {
        host.posts(3);
        typeWhileTheHostIsAway(1);
        Files.writeString(file("chat.db"), "no database".repeat(2_000));
        try (Joined ada = join()) {
            Patience.await().until(() -> ada.confirmed().size() == 4);
            assertThat(told(ada)).contains("fetched again");
            host.say(ScriptedHost.BOB, new Posted("live"));
            ada.awaitMessages(5);
        }
        try (Stream<Path> files = Files.list(kept.path(ScriptedHost.id("host-1")))) {
            assertThat(files)
                    .anyMatch(it -> it.getFileName().toString().contains("chat.db.broken"));
        }
    }
}
