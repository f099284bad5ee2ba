package dev.hearth.log;

import static dev.hearth.log.Log.ANN;
import static dev.hearth.log.Log.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hearth.log.Batch.ReadMark;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.Membership;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Joined;
import dev.hearth.model.Payload.Opened;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.Payload.Renamed;
import dev.hearth.model.Payload.TopicSet;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomFold;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.model.RoomState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every [ChatLog] does: batches, look-ups, pages, people, read marks. An implementation runs
/// it by extending it.
public abstract class ChatLogContract {
    /// Opens the log in `folder`, making it when there is none.
    protected abstract ChatLog open(Path folder, Consumer<StoreNotice> notices);

    private static final RoomId GARDEN = new RoomId("#garden");

    @TempDir Path folder;
    private final List<StoreNotice> notices = new ArrayList<>();
    private ChatLog store;

    @BeforeEach
    void open() {
        store = open(folder, notices::add);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void hasTheLobbyFromTheStart() {
        assertThat(store.rooms())
                .containsExactly(new StoredRoom(RoomId.LOBBY, "lobby", "", RoomKind.PUBLIC, 0));
    }

    @Test
    void aBatchOverSeveralRoomsIsStoredWhollyOrNotAtAll() {
        Entry lobby = Log.post(1, "a");
        Entry garden = Log.post(GARDEN, 1, "b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> append(lobby, garden, Log.post(GARDEN, 3, "gap")));
        assertThat(store.lastSeq(RoomId.LOBBY)).isZero();
        assertThat(store.after(RoomId.LOBBY, 0, 10)).isEmpty();
        append(lobby, garden);
        assertThat(store.after(RoomId.LOBBY, 0, 10)).containsExactly(lobby);
        assertThat(store.after(GARDEN, 0, 10)).containsExactly(garden);
        assertThat(store.lastSeq(GARDEN)).isEqualTo(1);
    }

    @Test
    void aRequestIsFoundByPersonAndIdOverAllRooms() {
        Entry first = Log.entry(1, "same", ANN, new Posted("hers"));
        Entry second = Log.entry(GARDEN, 1, "same", BOB, new Posted("his"));
        append(first, second);
        EntryId id = new EntryId("same");
        assertThat(store.find(ANN.id(), id)).contains(first);
        assertThat(store.find(BOB.id(), id)).contains(second);
        assertThat(store.find(RoomId.LOBBY, id)).contains(first);
        assertThat(store.find(GARDEN, id)).contains(second);
        assertThat(store.find(id)).containsExactly(first, second);
        assertThat(store.find(new PersonId("nobody"), id)).isEmpty();
    }

    @Test
    void theSameRequestIsNeverStoredTwice() {
        append(Log.entry(1, "same", ANN, new Posted("a")));
        refuses(Log.entry(GARDEN, 1, "same", ANN, new Posted("of the same person")));
        refuses(Log.entry(2, "same", BOB, new Posted("in the same room")));
        assertThat(store.lastSeq(RoomId.LOBBY)).isEqualTo(1);
        append(Log.entry(2, "other", BOB, new Posted("b")));
    }

    private void refuses(Entry entry) {
        assertThatIllegalArgumentException().isThrownBy(() -> append(entry));
        assertThat(notices).isEmpty();
    }

    @Test
    void roomsFollowWhatHappensToThem() {
        append(
                Log.entry(
                        GARDEN,
                        1,
                        "o",
                        ANN,
                        new Opened("garden", "", RoomKind.PRIVATE, Optional.empty())),
                Log.post(GARDEN, 2, "hello"),
                Log.entry(GARDEN, 3, "t", ANN, new TopicSet("roses")),
                Log.entry(GARDEN, 4, "r", ANN, new Renamed("rose garden")),
                Log.entry(GARDEN, 5, "j", BOB, new Joined()));
        assertThat(store.rooms())
                .contains(new StoredRoom(GARDEN, "rose garden", "roses", RoomKind.PRIVATE, 5));
        RoomState state = store.state(GARDEN);
        assertThat(state.name()).isEqualTo("rose garden");
        assertThat(state.members()).containsExactlyInAnyOrder(ANN.id(), BOB.id());
        assertThat(state.standings()).containsEntry(BOB.id(), Membership.MEMBER);
        assertThat(state.messages()).isEmpty();
    }

    @Test
    void pagesHoldMessagesAsTheyAreNow() {
        append(Log.posts(1, 10).toArray(Entry[]::new));
        append(
                Log.entry(11, "e", ANN, new Edited(id(9), "edited")),
                Log.entry(12, "r", BOB, new Reacted(id(8), "👍", true)),
                Log.entry(13, "d", ANN, new Deleted(id(10))));
        HistoryPage page = store.before(RoomId.LOBBY, 14, 3);
        assertThat(page.asOf()).isEqualTo(13);
        assertThat(page.more()).isTrue();
        assertThat(page.messages()).extracting(FoldedMessage::seq).containsExactly(8L, 9L, 10L);
        assertThat(page.messages().get(0).reactions()).isEqualTo(Map.of("👍", Set.of(BOB.id())));
        assertThat(page.messages().get(1).text()).isEqualTo("edited");
        assertThat(page.messages().get(2).deleted()).isTrue();
        assertThat(store.before(RoomId.LOBBY, 3, 5).messages()).hasSize(2);
        assertThat(store.before(RoomId.LOBBY, 3, 5).more()).isFalse();
        assertThat(store.from(RoomId.LOBBY, 9, 1).messages())
                .extracting(FoldedMessage::seq)
                .containsExactly(9L);
    }

    @Test
    void aroundHasBothSides() {
        append(Log.posts(1, 20).toArray(Entry[]::new));
        assertThat(store.around(RoomId.LOBBY, 10, 5).messages())
                .extracting(FoldedMessage::seq)
                .containsExactly(8L, 9L, 10L, 11L, 12L);
        assertThat(store.around(RoomId.LOBBY, 20, 5).messages())
                .extracting(FoldedMessage::seq)
                .containsExactly(16L, 17L, 18L, 19L, 20L);
    }

    @Test
    void pagesEqualTheFoldOfTheLog() {
        append(Log.posts(1, 10).toArray(Entry[]::new));
        append(
                Log.entry(11, "e", ANN, new Edited(id(9), "edited")),
                Log.entry(12, "r", BOB, new Reacted(id(9), "👍", true)),
                Log.entry(13, "d", ANN, new Deleted(id(10))));
        RoomState whole = RoomFold.of(RoomId.LOBBY, store.after(RoomId.LOBBY, 0, 100));
        assertThat(store.before(RoomId.LOBBY, 100, 100).messages()).isEqualTo(whole.messages());
    }

    @Test
    void keepsPeople() {
        Person owner = new Person(new PersonId("o"), "Zoë", Role.OWNER);
        StoredPerson stored =
                new StoredPerson(owner, Optional.of("key"), Optional.of("hash"), Log.START);
        save(stored);
        assertThat(store.person(owner.id())).contains(stored);
        assertThat(store.people()).containsExactly(stored);
    }

    @Test
    void namesAreUniqueExceptThoseOfGuests() {
        save(member("1", "Ann", Role.MEMBER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> save(member("2", "ＡＮＮ", Role.MEMBER)));
        save(member("3", "ann", Role.GUEST));
        save(member("4", "ann", Role.GUEST));
        assertThat(store.people()).hasSize(3);
    }

    @Test
    void whoeverWritesIsStoredAndRenamedEverywhere() {
        append(Log.post(1, "a"));
        assertThat(store.person(ANN.id())).map(StoredPerson::person).contains(ANN);
        Person renamed = new Person(ANN.id(), "Anna", Role.MODERATOR);
        save(new StoredPerson(renamed, Optional.empty(), Optional.empty(), Log.START));
        assertThat(store.after(RoomId.LOBBY, 0, 1))
                .first()
                .extracting(Entry::from)
                .isEqualTo(renamed);
    }

    @Test
    void readMarksOnlyMoveForward() {
        append(Log.post(1, "a"), Log.post(2, "b"));
        mark(2);
        mark(1);
        assertThat(store.readMarks(ANN.id())).isEqualTo(Map.of(RoomId.LOBBY, 2L));
        assertThat(store.readMarks(BOB.id())).isEmpty();
    }

    @Test
    void theHostAndTheEpochStayTheSame() {
        String host = store.hostId();
        String epoch = store.epoch();
        assertThat(host).matches("[0-9a-f]{32}").isNotEqualTo(epoch);
        close();
        open();
        assertThat(store.hostId()).isEqualTo(host);
        assertThat(store.epoch()).isEqualTo(epoch);
    }

    @Test
    void aClosedLogSaysSo() {
        store.close();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> append(Log.post(1, "a")))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(StorageException.Reason.CLOSED));
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.rooms());
    }

    private static StoredPerson member(String id, String name, Role role) {
        return new StoredPerson(
                new Person(new PersonId(id), name, role),
                Optional.empty(),
                Optional.empty(),
                Log.START);
    }

    private void save(StoredPerson person) {
        store.append(new Batch(List.of(person), List.of(), List.of()));
    }

    private void mark(long seq) {
        ReadMark mark = new ReadMark(ANN.id(), RoomId.LOBBY, seq);
        store.append(new Batch(List.of(), List.of(), List.of(mark)));
    }

    private static EntryId id(long seq) {
        return new EntryId(RoomId.LOBBY + "-" + seq);
    }

    private void append(Entry... entries) {
        store.append(Batch.of(List.of(entries)));
    }
}
