package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.RoomSession;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import dev.hearth.model.Message;
import dev.hearth.model.RoomActivity;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.Patience;
import dev.hearth.testkit.RealHost;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Joining a chat of which much is kept: what is read and told at the start does not grow with it.
final class ManyRoomsTest {
    private static final RoomId ROOM = new RoomId("r42");

    @TempDir static Path folder;
    private static Kept kept = new Kept(Path.of(""));

    @BeforeAll
    static void make() throws SQLException {
        kept = new Kept(folder.resolve("ada"));
        ManyRooms.make(folder.resolve("host"), kept);
    }

    private static Joined ada() {
        return Joined.to(new JoinRequest(kept.known(), "Ada"), kept);
    }

    /// Of each room what a list of rooms shows, and of the lobby its messages.
    @Test
    void theStartTellsOfEachRoomNoMoreThanTheListNeeds() {
        try (RealHost host = RealHost.at(kept.known().getPort(), folder.resolve("host"));
                Joined ada = ada().online()) {
            assertThat(host.store().rooms()).hasSize(ManyRooms.ROOMS + 1);
            assertThat(ada.events(Event.MessageAdded.class)).hasSize(2);
            assertThat(ada.events(Event.OlderMessages.class)).isEmpty();
            assertThat(ada.events(Event.Happened.class)).isEmpty();
            assertThat(ada.events(Event.RoomsChanged.class).getFirst().rooms())
                    .hasSize(ManyRooms.ROOMS + 1);
            Patience.await().until(() -> counted(ada).size() == ManyRooms.ROOMS);
            assertThat(counted(ada).values())
                    .allMatch(it -> it.unread() == ManyRooms.MESSAGES && it.mentions() == 0)
                    .allMatch(it -> it.lastSeq() == ManyRooms.ENTRIES)
                    .allMatch(it -> text(it).equals("post " + ManyRooms.ENTRIES));
            assertThat(ada.messages()).hasSize(2);
        }
    }

    private static String text(RoomActivity activity) {
        return activity.last().map(Message::text).orElse("");
    }

    private static Map<RoomId, RoomActivity> counted(Joined ada) {
        return ada.events(Event.ActivityChanged.class).stream()
                .flatMap(event -> event.rooms().stream())
                .filter(it -> it.unread() > 0 && !it.room().equals(RoomId.LOBBY))
                .collect(Collectors.toMap(RoomActivity::room, it -> it, (_, later) -> later));
    }

    @Test
    void openingARoomShowsItsTailAndWhatIsBeforeThatAlsoOffline() {
        try (Joined ada = ada()) {
            ada.awaitRoom(ROOM);
            RoomSession room = ada.chat().room(ROOM);
            Event.OlderMessages tail = awaitOlder(ada, 1);
            assertThat(tail.more()).isTrue();
            assertThat(texts(tail)).isEqualTo(posts(801, 1_000));
            ada.chat().room(ROOM);
            room.showOlder();
            assertThat(texts(awaitOlder(ada, 2))).isEqualTo(posts(601, 800));
            assertThat(ada.told(ROOM)).hasSize(400).doesNotHaveDuplicates();
            assertThat(ada.chat().state()).isNotInstanceOf(ConnectionState.Online.class);
        }
    }

    private static Event.OlderMessages awaitOlder(Joined ada, int count) {
        return Patience.await()
                .until(() -> ada.events(Event.OlderMessages.class), all -> all.size() == count)
                .getLast();
    }

    private static List<String> texts(Event.OlderMessages older) {
        return older.messages().stream().map(Message::text).toList();
    }

    private static List<String> posts(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "post " + i).toList();
    }
}
