package dev.hearth.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Entry;
import dev.hearth.model.RoomId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredRoomLogTest extends RoomLogContract {
    @TempDir Path folder;
    private ChatStore store;

    @BeforeEach
    void open() {
        store = ChatStore.open(folder, InstantSource.system(), _ -> {});
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    RoomLog log() {
        return store.room(RoomId.LOBBY);
    }

    @Test
    void isThereAgainAfterARestart() {
        log().append(Log.posts(1, 10));
        close();
        open();
        assertThat(log().lastSeq()).isEqualTo(10);
        assertThat(log().after(0, 100)).isEqualTo(Log.posts(1, 10));
    }

    @Test
    void aPageOfLargeMessagesIsShort() {
        String large = "x".repeat(100_000);
        log().append(LongStream.rangeClosed(1, 10).mapToObj(n -> Log.post(n, large)).toList());
        List<Entry> page = log().after(0, 100);
        assertThat(page).hasSize(3);
        assertThat(log().after(3, 100)).first().extracting(Entry::seq).isEqualTo(4L);
    }
}
