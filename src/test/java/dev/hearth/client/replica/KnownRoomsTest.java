package dev.hearth.client.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.RoomId;
import org.junit.jupiter.api.Test;

/// Which rooms are remembered.
final class KnownRoomsTest {
    private static final int MOST = 10_000;

    private final KnownRooms rooms = new KnownRooms();

    private static RoomId id(int n) {
        return new RoomId("room " + n);
    }

    @Test
    void aHostCannotNameRoomsWithoutEnd() {
        for (int i = 0; i < MOST; i++) {
            assertThat(rooms.isKnown(rooms.of(id(i)))).isTrue();
        }
        assertThat(rooms.isKnown(rooms.of(id(MOST)))).isFalse();
        assertThat(rooms.find(id(MOST))).isEmpty();
        assertThat(rooms.all()).hasSize(MOST);
    }

    @Test
    void aRoomThatCatchesUpOrGoesIsNotBehind() {
        RoomView first = rooms.of(id(1));
        RoomView second = rooms.of(id(2));
        assertThat(rooms.isBehind()).isFalse();
        first.feed().start(0);
        first.aim(3);
        second.asks();
        assertThat(rooms.isBehind()).isTrue();
        first.reset();
        assertThat(rooms.isBehind()).isTrue();
        second.answered();
        assertThat(rooms.isBehind()).isFalse();
    }

    @Test
    void aRoomIsOpenedBeforeItIsKnown() {
        assertThat(rooms.of(RoomId.LOBBY).open).isTrue();
        assertThat(rooms.open(id(1))).isTrue();
        assertThat(rooms.open(id(1))).isFalse();
        rooms.clear();
        assertThat(rooms.openBesidesLobby()).isEmpty();
        assertThat(rooms.of(id(1)).open).isTrue();
        assertThat(rooms.openBesidesLobby()).extracting(RoomView::room).containsExactly(id(1));
    }
}
