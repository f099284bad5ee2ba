package dev.hearth.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.host.ListedPeople.Found;
import dev.hearth.host.People.Entrance;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Command.RemovePerson;
import dev.hearth.model.Origin;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.Removal;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// In a chat with 100,000 people and 100,000 rooms that are not theirs, the loop looks at those it
/// is asked about.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EffortTest {
    private static final int MANY = 100_000;

    private final TestChat chat;

    /// To fill it takes longer than everything else here.
    EffortTest(@TempDir Path folder) throws SQLException {
        fill(folder);
        chat = new TestChat(folder);
    }

    @AfterAll
    void close() {
        chat.close();
    }

    /// All rooms are private but the last ten.
    private static void fill(Path folder) throws SQLException {
        SqliteChatLog.open(folder, InstantSource.system(), _ -> {}).close();
        String numbers =
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                        + MANY
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
                                    + "SELECT 'r' || i, 'Room ' || i, '',"
                                    + " iif(i > 99990, 'public', 'private'), 1 FROM n",
                            "INSERT INTO entries (room, seq, id, person, at, kind, scope, payload)"
                                    + " SELECT n, 1, 'o' || n, 1, 0, 'opened', 'room',"
                                    + " json_object('name', name, 'topic', '',"
                                    + " 'roomKind', kind) FROM rooms WHERE id <> '#lobby'")) {
                sql.executeUpdate(each);
            }
            connection.commit();
        }
    }

    private record Cost<T>(T answer, long looked) {}

    private <T> Cost<T> cost(Function<HostState, T> step) {
        return chat.onLoop(
                state -> {
                    Effort effort = state.people().effort();
                    long before = effort.looked();
                    T answer = step.apply(state);
                    return new Cost<>(answer, effort.looked() - before);
                });
    }

    private long looked() {
        return chat.onLoop(state -> state.people().effort().looked());
    }

    private Person from(String name, String address) {
        Origin origin = new Origin(address, false);
        return chat.enter(new Entrance(Optional.of(name), false, Optional.empty(), origin))
                .person();
    }

    @Test
    void listsLookAtWhatIsInThem() {
        Person ann = chat.member("Ann");
        Cost<List<RoomHead>> rooms = cost(state -> state.rooms().firstOf(ann.id(), 200));
        assertThat(rooms.answer()).hasSize(11);
        assertThat(rooms.looked()).isLessThan(20);
        Cost<List<RoomHead>> own = cost(state -> state.rooms().firstOf(new PersonId("p1"), 200));
        assertThat(own.answer()).hasSize(200);
        assertThat(own.looked()).isLessThan(20);
        assertThat(cost(state -> state.rooms().areMoreThan(new PersonId("p1"), 200)).looked())
                .isLessThan(500);
        Cost<List<Presence>> people =
                cost(state -> state.people().listed().pageFor(ann.id(), Optional.empty(), 201));
        assertThat(people.answer()).hasSize(201);
        assertThat(people.looked()).isLessThan(210);
    }

    @Test
    void aSearchThroughAllPeopleIsManySteps() {
        Person ann = chat.member("Ann");
        List<Presence> found = new ArrayList<>();
        Optional<PersonId> from = Optional.empty();
        int steps = 0;
        do {
            Optional<PersonId> at = from;
            Cost<Found> part =
                    cost(
                            state ->
                                    state.people()
                                            .listed()
                                            .search(ann.id(), at, "PERSON 99999", 201));
            assertThat(part.looked()).isLessThanOrEqualTo(ListedPeople.LOOKED_AT + 1);
            found.addAll(part.answer().people());
            from = part.answer().next();
            steps++;
        } while (from.isPresent());
        assertThat(found).extracting(each -> each.person().name()).containsExactly("Person 99999");
        assertThat(steps).isEqualTo(51);
    }

    @Test
    void aTurnLooksAtWhoIsDueAndAtTheMarksThatCanBeStored() {
        Person ann = chat.member("Ann");
        chat.done(ann, new PostMessage(chat.id(), RoomId.LOBBY, "hello"));
        List<Person> lurkers = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Person lurker = chat.member("Lurker " + i);
            lurkers.add(lurker);
            chat.host.read(lurker, RoomId.LOBBY, 1);
        }
        lurkers.forEach(chat::leave);
        chat.settle();
        long before = looked();
        for (int i = 0; i < 100; i++) {
            chat.done(ann, new PostMessage(chat.id(), RoomId.LOBBY, "more " + i));
        }
        // Each turn looks at the first one who is leaving, and at no mark of those 1,000.
        assertThat(looked() - before).isLessThan(1_000);
        chat.pass(Duration.ofSeconds(11));
        chat.settle();
        chat.settle();
        boolean here = chat.onLoop(state -> state.people().isHere(lurkers.getLast().id()));
        assertThat(here).isFalse();
    }

    @Test
    void aBanLooksAtWhoCameFromThatAddress() {
        Person owner = chat.owner();
        for (int i = 0; i < 500; i++) {
            from("Far " + i, "198.51.100." + i);
        }
        Person bad = from("Bad", "203.0.113.7");
        chat.done(bad, new PostMessage(chat.id(), RoomId.LOBBY, "spam"));
        Person near = from("Near", "203.0.113.7");
        chat.done(near, new PostMessage(chat.id(), RoomId.LOBBY, "hello"));
        long before = looked();
        var receipt =
                chat.done(owner, new RemovePerson(chat.id(), RoomId.LOBBY, bad.id(), Removal.BAN));
        assertThat(receipt.reach().orElseThrow().notice()).contains("Other people of this chat");
        assertThat(looked() - before).isLessThan(20);
    }
}
