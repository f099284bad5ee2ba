package dev.hearth.client.connection;

import dev.hearth.client.JoinRequest;
import dev.hearth.model.Event;
import dev.hearth.model.RoomHead;
import dev.hearth.testkit.Patience;
import dev.hearth.testkit.RealHost;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// A chat with many rooms, in which Ada has been before: 200 of them, with 1,000 entries each, on
/// the host's disk and on hers alike. Nobody has the host's log open, or hers.
public final class ManyRooms {
    public static final int ROOMS = 200;
    static final int ENTRIES = 1_000;

    /// An entry says that a room was opened, another that Ada came in.
    static final int MESSAGES = ENTRIES - 2;

    private ManyRooms() {}

    /// @param host the folder of a host
    /// @param kept what Ada keeps
    public static void make(Path host, Kept kept) throws SQLException {
        int port;
        String id;
        try (RealHost running = RealHost.in(host)) {
            port = running.address().getPort();
            id = running.id();
            try (Joined bob = Joined.to(running.address()).online();
                    Joined ada =
                            Joined.to(new JoinRequest(running.address(), "Ada"), kept).online()) {
                bob.say("hello");
                ada.say("hello");
                ada.awaitMessages(2);
            }
        }
        fill(host.resolve("chat.db"));
        fill(kept.path(id).resolve("chat.db"));
        // Ada hears of the rooms.
        try (RealHost running = RealHost.at(port, host);
                Joined ada = Joined.to(new JoinRequest(running.address(), "Ada"), kept)) {
            ada.online();
            Patience.await().until(() -> rooms(ada) == ROOMS + 1);
        }
    }

    private static long rooms(Joined joined) {
        return joined.events(Event.RoomsChanged.class).stream()
                .flatMap(event -> event.rooms().stream())
                .map(RoomHead::id)
                .distinct()
                .count();
    }

    private static void fill(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA cache_size = -300000");
            sql.execute("PRAGMA synchronous = OFF");
            connection.setAutoCommit(false);
            for (String each :
                    List.of(
                            "INSERT INTO rooms (id, name, topic, kind, last_seq) "
                                    + numbers(1, ROOMS)
                                    + "SELECT 'r' || i, 'Room ' || i, '', 'public', "
                                    + ENTRIES
                                    + " FROM n",
                            entries(
                                    1,
                                    1,
                                    "'opened'",
                                    "json_object('name', r.name, 'topic', '', 'roomKind', 'public')",
                                    "<> 'Ada'"),
                            entries(2, 2, "'joined'", "'{}'", "= 'Ada'"),
                            entries(
                                    3,
                                    ENTRIES,
                                    "'posted'",
                                    "json_object('text', 'post ' || i)",
                                    "<> 'Ada'"))) {
                sql.executeUpdate(each);
            }
            connection.commit();
        }
    }

    private static String numbers(int from, int to) {
        return "WITH RECURSIVE n(i) AS (SELECT "
                + from
                + " UNION ALL SELECT i + 1 FROM n WHERE i < "
                + to
                + ") ";
    }

    private static String entries(int from, int to, String kind, String payload, String whose) {
        return "INSERT INTO entries (room, seq, id, person, at, kind, scope, payload) "
                + numbers(from, to)
                + "SELECT r.n, i, 'e' || r.id || '-' || i, (SELECT min(n) FROM people WHERE name "
                + whose
                + "), i, "
                + kind
                + (kind.equals("'posted'") ? ", 'message', " : ", 'room', ")
                + payload
                + " FROM rooms r, n WHERE r.id <> '#lobby'";
    }
}
