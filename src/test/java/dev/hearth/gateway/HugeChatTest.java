package dev.hearth.gateway;

import static dev.hearth.gateway.OpenHouse.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.log.sqlite.SqliteChatLog;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A chat that anonymous people filled: 100,000 rooms and 100,000 people, and everybody still
/// enters.
final class HugeChatTest {
    private static final int MANY = 100_000;

    static void fill(Path folder, int many) throws SQLException {
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

    @Test
    void everybodyEntersAndFindsAllInPages(@TempDir Path folder) throws SQLException {
        fill(folder, MANY);
        try (OpenHouse house = new OpenHouse(folder);
                WireClient ann = house.enter("Ann");
                WireClient owner = house.owner()) {
            JsonNode welcome = ann.await("welcome");
            assertThat(welcome.path("rooms")).hasSize(200);
            assertThat(welcome.at("/rooms/0/id").asText()).isEqualTo("#lobby");
            assertThat(welcome.path("people")).hasSize(500);
            assertThat(welcome.at("/people/0/name").asText()).isEqualTo("Ann");
            assertThat(welcome.path("more"))
                    .isEqualTo(WireClient.tree("{\"rooms\":true,\"people\":true}"));
            assertThat(welcome.toString().length()).isLessThan(100_000);

            // Who is here comes before the 100,000 who are away.
            JsonNode people = owner.await("welcome").path("people");
            assertThat(List.of(people.at("/0/name").asText(), people.at("/1/name").asText()))
                    .containsExactly("Owner", "Ann");

            // Whoever opened all those rooms is in them, and sees theirs first.
            assertThat(pages(ann, "rooms", Map.of(), 3)).hasSize(600).doesNotHaveDuplicates();
            assertThat(pages(ann, "people", Map.of(), 3)).hasSize(600).doesNotHaveDuplicates();
            assertThat(pages(ann, "people", Map.of("q", "PERSON 99999"), 3))
                    .containsExactly("p99999");
            JsonNode last = ok(ann.askNow("rooms", Map.of("after", "r99998")));
            assertThat(last.path("rooms")).hasSize(1);
            assertThat(last.path("more").asBoolean()).isFalse();
        }
    }

    private static List<String> pages(
            WireClient client, String event, Map<String, String> fields, int most) {
        List<String> ids = new ArrayList<>();
        boolean more = true;
        for (int n = 0; n < most && more; n++) {
            Map<String, String> request = new HashMap<>(fields);
            if (!ids.isEmpty()) {
                request.put("after", ids.getLast());
            }
            JsonNode page = ok(client.askNow(event, request));
            page.path(event).forEach(each -> ids.add(each.path("id").asText()));
            more = page.path("more").asBoolean();
        }
        return ids;
    }
}
