package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.Event;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomHead;
import dev.hearth.testkit.Patience;
import dev.hearth.testkit.RealHost;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a client makes of a chat with more rooms and people than a welcome has.
final class FurtherPagesTest {
    private static void fill(Path folder, int many) throws SQLException {
        SqliteChatLog.open(folder, InstantSource.system(), _ -> {}).close();
        String numbers =
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                        + many
                        + ") ";
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("chat.db"));
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String each :
                    List.of(
                            "INSERT INTO people (id, name, folded, role, token_hash, since) "
                                    + numbers
                                    + "SELECT 'p' || i, 'Person ' || i, 'person ' || i,"
                                    + " 'member', 'h' || i, 0 FROM n",
                            "INSERT INTO rooms (id, name, topic, kind, last_seq) "
                                    + numbers
                                    + "SELECT 'r' || i, 'Room ' || i, '', 'public', 1 FROM n",
                            "INSERT INTO entries (room, seq, id, person, at, kind, scope, payload)"
                                    + " SELECT n, 1, 'o' || n, 1, 0, 'opened', 'room',"
                                    + " json_object('name', name, 'topic', '',"
                                    + " 'roomKind', 'public') FROM rooms WHERE id <> '#lobby'")) {
                sql.executeUpdate(each);
            }
            connection.commit();
        }
    }

    private static Set<String> rooms(Joined joined) {
        Map<String, RoomHead> rooms = new HashMap<>();
        joined.events(Event.RoomsChanged.class).stream()
                .flatMap(event -> event.rooms().stream())
                .forEach(head -> rooms.put(head.id().value(), head));
        return rooms.keySet();
    }

    private static Set<String> people(Joined joined) {
        Set<String> people = new HashSet<>();
        for (Event.PeopleChanged event : joined.events(Event.PeopleChanged.class)) {
            for (Presence each : event.people()) {
                people.add(each.person().id().value());
            }
        }
        return people;
    }

    @Test
    void allRoomsAndPeopleComeInTheEnd(@TempDir Path folder) throws SQLException {
        fill(folder, 1_100);
        try (RealHost host = RealHost.in(folder);
                Joined ann = Joined.to(host.address()).online()) {
            Patience.await().until(() -> rooms(ann).size() == 1_101);
            Patience.await().until(() -> people(ann).size() == 1_101);
            assertThat(ann.events(Event.RoomGone.class)).isEmpty();
        }
    }

    @Test
    void aListWithoutEndIsReadForALimitedTime(@TempDir Path folder) throws SQLException {
        int most = 5_000;
        fill(folder, most + 1_000);
        try (RealHost host = RealHost.in(folder);
                Joined ann = Joined.to(host.address()).online();
                Joined bob = Joined.to(host.address()).online()) {
            Patience.await().until(() -> people(ann).size() >= most);
            Patience.await().until(() -> rooms(ann).size() >= most);
            ann.say("hello");
            bob.awaitMessages(1);
            assertThat(rooms(ann).size()).isBetween(most, most + 200);
            assertThat(people(ann).size()).isBetween(most, most + 500);
        }
    }
}
