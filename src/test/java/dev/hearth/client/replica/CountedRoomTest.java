package dev.hearth.client.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.Message;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomActivity;
import dev.hearth.model.RoomFold;
import dev.hearth.model.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is unread in a room, while the log is counted and entries come.
final class CountedRoomTest {
    private static final Person BOB = new Person(new PersonId("bob"), "Bob", Role.MEMBER);
    private static final Optional<Person> ADA =
            Optional.of(new Person(new PersonId("ada"), "Ada", Role.MEMBER));

    private final List<Entry> log = new ArrayList<>();
    private final CountedRoom room = new CountedRoom(RoomId.LOBBY);

    private Entry entry(Payload payload) {
        long seq = log.size() + 1L;
        Entry entry =
                new Entry(
                        RoomId.LOBBY,
                        seq,
                        EntryId.next(seq),
                        BOB,
                        Instant.ofEpochMilli(seq),
                        payload);
        log.add(entry);
        return entry;
    }

    private EntryId says(String text) {
        Entry post = entry(new Posted(text));
        room.take(post, ADA);
        return post.id();
    }

    /// What a count finds that reads the log now, with nothing read.
    private Tally tally() {
        List<FoldedMessage> messages = RoomFold.of(RoomId.LOBBY, log).messages();
        int unread = (int) messages.stream().filter(each -> !each.deleted()).count();
        return new Tally(unread, 0, Optional.of(messages.getLast()), log.size());
    }

    private RoomActivity activity() {
        return room.activity(message -> Message.of(message, false));
    }

    private String lastText() {
        return activity().last().map(Message::text).orElse("nothing");
    }

    @Test
    void whatHappensToTheLastMessageDuringACountHolds() {
        says("one");
        EntryId last = says("two");
        room.recounting();
        Tally before = tally();
        room.take(entry(new Edited(last, "two, edited")), ADA);
        room.recounted(Optional.of(before), 0);
        assertThat(lastText()).isEqualTo("two, edited");
    }

    @Test
    void aCountThatIsNewerThanWhatCameBringsTheLastMessage() {
        EntryId last = says("one");
        room.recounting();
        entry(new Edited(last, "one, edited"));
        room.recounted(Optional.of(tally()), 0);
        assertThat(lastText()).isEqualTo("one, edited");
    }

    @Test
    void aMessageThatIsDeletedDuringTheFirstCountIsCountedAgain() {
        Entry post = entry(new Posted("one"));
        entry(new Posted("two"));
        room.kept(2);
        room.recounting();
        Tally before = tally();
        room.take(entry(new Deleted(post.id())), ADA);
        room.recounted(Optional.of(before), 0);
        assertThat(room.isStale()).isTrue();
        room.recounting();
        room.recounted(Optional.of(tally()), 0);
        assertThat(room.isStale()).isFalse();
        assertThat(activity().unread()).isEqualTo(1);
    }

    @Test
    void whatIsSaidDuringACountIsAddedToIt() {
        says("one");
        room.recounting();
        Tally before = tally();
        says("two");
        room.recounted(Optional.of(before), 0);
        assertThat(activity().unread()).isEqualTo(2);
        assertThat(lastText()).isEqualTo("two");
    }

    @Test
    void aCountThatFoundNothingLeavesWhatIsKnown() {
        says("one");
        room.recounting();
        room.recounted(Optional.empty(), 0);
        assertThat(activity().unread()).isEqualTo(1);
    }

    @Test
    void aRoomThatIsCountedAnewKeepsItsPlaces() {
        says("one");
        room.reaches(9);
        room.read(5);
        RoomActivity fresh = room.restarted().activity(message -> Message.of(message, false));
        assertThat(fresh.lastSeq()).isEqualTo(9);
        assertThat(fresh.readSeq()).isEqualTo(5);
        assertThat(fresh.unread()).isZero();
    }
}
