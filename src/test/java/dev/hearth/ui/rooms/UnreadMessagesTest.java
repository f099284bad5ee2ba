package dev.hearth.ui.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.model.RoomActivity;
import dev.hearth.model.RoomId;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class UnreadMessagesTest {
    private final UnreadMessages unread = new UnreadMessages();

    private static Message message(long seq) {
        return new Message(
                new EntryId("m" + seq),
                RoomId.LOBBY,
                OptionalLong.of(seq),
                FakeChat.person("Amina"),
                FakeWorld.NOW,
                "hello",
                false,
                Delivery.DELIVERED);
    }

    private static RoomActivity activity(long last, long read, int count) {
        return new RoomActivity(RoomId.LOBBY, last, read, count, 0, Optional.empty());
    }

    @Test
    void numbersThatBeginAgainAreOfAnotherLog() {
        assertThat(unread.counted(activity(40, 40, 0))).isFalse();
        assertThat(unread.counted(activity(2, 0, 2))).isTrue();
        assertThat(unread.count()).isEqualTo(2);
        assertThat(unread.readSeq()).isZero();
    }

    @Test
    void theFirstCountMayTellOfAnotherLogToo() {
        unread.added(message(40), false);
        unread.readAll();
        assertThat(unread.counted(activity(0, 0, 0))).isTrue();
        assertThat(unread.counted(activity(1, 0, 1))).isFalse();
        assertThat(unread.count()).isOne();
    }

    @Test
    void aLogThatGrowsIsTheSame() {
        assertThat(unread.counted(activity(3, 1, 2))).isFalse();
        assertThat(unread.counted(activity(3, 3, 0))).isFalse();
        assertThat(unread.counted(activity(4, 3, 1))).isFalse();
        assertThat(unread.readSeq()).isEqualTo(3);
        assertThat(unread.count()).isOne();
    }
}
