package dev.hearth.client.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.connection.Kept;
import dev.hearth.client.connection.ManyRooms;
import dev.hearth.model.RoomId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is read of a replica with many rooms when its chat starts.
final class StartOfManyRoomsTest {
    private static final RoomId ROOM = new RoomId("r42");

    @Test
    void ofTheReplicaOneEntryOfEachRoomIsReadAtTheStart(@TempDir Path folder) throws SQLException {
        Kept kept = new Kept(folder.resolve("ada"));
        ManyRooms.make(folder.resolve("host"), kept);
        String host = kept.hostAt(kept.known()).orElseThrow();
        try (Replica replica =
                Replica.open(
                        kept.open(host).orElseThrow(),
                        InstantSource.system(),
                        sentence -> {
                            throw new AssertionError(sentence);
                        })) {
            Replica.Contents contents = replica.contents();
            assertThat(contents.held()).hasSize(ManyRooms.ROOMS + 1);
            assertThat(contents.held().get(ROOM)).hasToString("Held[after=1000, id=er42-1000]");
            assertThat(contents.lobby().orElseThrow().messages()).hasSize(2);
        }
    }
}
