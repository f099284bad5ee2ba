package dev.hearth.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Delivery;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeWorld;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FirstNewMessageTest {
    private final NewMessages fresh = new NewMessages();

    private static List<Item> items(String... idsAndNumbers) {
        return Stream.of(idsAndNumbers)
                .map(each -> each.split(" ", 2))
                .<Item>map(each -> new Item.Said(message(each[0], Long.parseLong(each[1]))))
                .toList();
    }

    private static Message message(String id, long seq) {
        return new Message(
                new EntryId(id),
                RoomId.LOBBY,
                OptionalLong.of(seq),
                FakeChat.person("Amina"),
                FakeWorld.NOW,
                "hello",
                false,
                Delivery.DELIVERED);
    }

    @Test
    void itIsTheFirstAfterTheLastThatWasRead() {
        assertThat(fresh.unread(2, 7)).isTrue();
        fresh.lookIn(items("a 6", "b 7", "c 8", "d 9"), false);
        assertThat(fresh.first()).contains(new EntryId("c"));
        assertThat(fresh.unread(3, 7)).isFalse();
    }

    @Test
    void whatBearsHigherNumbersBeforeItIsOfALogThatEnded() {
        assertThat(fresh.unread(2, 0)).isTrue();
        fresh.lookIn(items("a 39", "b 40", "c 1", "d 2"), false);
        assertThat(fresh.first()).contains(new EntryId("c"));
    }
}
