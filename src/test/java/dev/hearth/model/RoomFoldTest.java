package dev.hearth.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Invited;
import dev.hearth.model.Payload.Joined;
import dev.hearth.model.Payload.Left;
import dev.hearth.model.Payload.Muted;
import dev.hearth.model.Payload.Opened;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.Payload.Removed;
import dev.hearth.model.Payload.Renamed;
import dev.hearth.model.Payload.RoleGiven;
import dev.hearth.model.Payload.TopicSet;
import dev.hearth.model.Payload.Unbanned;
import dev.hearth.model.Payload.Unmuted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class RoomFoldTest {
    private static final RoomId ROOM = new RoomId("#room");
    private static final Instant START = Instant.ofEpochMilli(1_000);
    private static final List<Person> PEOPLE =
            List.of(person("ann"), person("bob"), person("cid"), person("dan"));

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void tellsAMessageWithAllThatHappenedToIt() {
        RoomState state =
                fold(
                        entry(1, 0, new Posted("first")),
                        entry(2, 0, new Edited(id(1), "second")),
                        entry(3, 0, new Edited(id(1), "third")),
                        entry(4, 1, new Reacted(id(1), "👍", true)),
                        entry(5, 2, new Reacted(id(1), "👍", true)),
                        entry(6, 1, new Reacted(id(1), "👍", false)),
                        entry(7, 1, new Reacted(id(1), "🎉", true)),
                        entry(8, 2, new Reacted(id(1), "🎉", true)),
                        entry(9, 2, new Reacted(id(1), "🎉", false)));
        FoldedMessage message = state.messages().getFirst();
        assertThat(message.text()).isEqualTo("third");
        assertThat(message.edited()).contains(START.plusMillis(3));
        assertThat(message.at()).isEqualTo(START.plusMillis(1));
        assertThat(message.reactions())
                .isEqualTo(Map.of("👍", Set.of(who(2).id()), "🎉", Set.of(who(1).id())));
    }

    @Test
    void aDeletionIsForEver() {
        RoomState state =
                fold(
                        entry(1, 0, new Posted("secret")),
                        entry(2, 1, new Reacted(id(1), "👍", true)),
                        entry(3, 0, new Deleted(id(1))),
                        entry(4, 0, new Edited(id(1), "again")),
                        entry(5, 1, new Reacted(id(1), "👍", true)));
        FoldedMessage message = state.messages().getFirst();
        assertThat(message.deleted()).isTrue();
        assertThat(message.text()).isEmpty();
        assertThat(message.reactions()).isEmpty();
        assertThat(message.edited()).isEmpty();
        assertThat(message.seq()).isEqualTo(1);
        assertThat(message.from()).isEqualTo(who(0));
    }

    @Test
    void tellsTheRoomAndWhoIsInIt() {
        Instant until = START.plusSeconds(60);
        RoomState state =
                fold(
                        entry(1, 0, new Opened("name", "t", RoomKind.PRIVATE, Optional.empty())),
                        entry(2, 0, new TopicSet("topic")),
                        entry(3, 0, new Renamed("other")),
                        entry(4, 0, new Invited(who(1).id())),
                        entry(5, 1, new Joined()),
                        entry(6, 0, new Invited(who(2).id())),
                        entry(7, 0, new Removed(who(3).id(), Removal.BAN)),
                        entry(8, 0, new Muted(who(1).id(), Optional.of(until))),
                        entry(9, 0, new RoleGiven(who(1).id(), Role.MODERATOR)));
        assertThat(state.name()).isEqualTo("other");
        assertThat(state.topic()).isEqualTo("topic");
        assertThat(state.kind()).contains(RoomKind.PRIVATE);
        assertThat(state.members()).containsExactlyInAnyOrder(who(0).id(), who(1).id());
        assertThat(state.standings())
                .containsEntry(who(2).id(), Membership.INVITED)
                .containsEntry(who(3).id(), Membership.BANNED);
        assertThat(state.roles())
                .isEqualTo(Map.of(who(0).id(), Role.OWNER, who(1).id(), Role.MODERATOR));
        assertThat(state.isMuted(who(1).id(), until.minusMillis(1))).isTrue();
        assertThat(state.isMuted(who(1).id(), until)).isFalse();
        assertThat(state.isMuted(who(0).id(), START)).isFalse();
    }

    @Test
    void bothAreInADirectConversation() {
        Opened opened = new Opened("", "", RoomKind.DIRECT, Optional.of(who(1).id()));
        RoomState state = fold(entry(1, 0, opened));
        assertThat(state.members()).containsExactlyInAnyOrder(who(0).id(), who(1).id());
        assertThat(state.roles()).as("nobody owns it").isEmpty();
    }

    @Test
    void refusesAnEntryOfAnotherRoom() {
        RoomFold fold = new RoomFold(new RoomId("#other"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fold.apply(entry(1, 0, new Posted("x"))));
    }

    @RepeatedTest(50)
    void aPrefixAndTheRestAreTheWhole() {
        List<Entry> log = randomLog(80);
        int cut = random.nextInt(log.size());
        RoomFold fold = new RoomFold(ROOM);
        log.subList(0, cut).forEach(fold::apply);
        assertThat(fold.state()).isEqualTo(RoomFold.of(ROOM, log.subList(0, cut)));
        log.subList(cut, log.size()).forEach(fold::apply);
        assertThat(fold.state()).as("seed " + seed).isEqualTo(RoomFold.of(ROOM, log));
    }

    @RepeatedTest(50)
    void neitherRepetitionNorOrderChangesAnything() {
        List<Entry> log = randomLog(80);
        List<Entry> mixed = new ArrayList<>(log);
        log.stream().filter(_ -> random.nextBoolean()).forEach(mixed::add);
        Collections.shuffle(mixed, random);
        assertThat(RoomFold.of(ROOM, mixed)).as("seed " + seed).isEqualTo(RoomFold.of(ROOM, log));
    }

    @RepeatedTest(50)
    void aHoleThatIsFilledLaterLeavesNoTrace() {
        List<Entry> log = randomLog(80);
        int from = random.nextInt(log.size());
        int to = from + random.nextInt(log.size() - from);
        RoomFold fold = new RoomFold(ROOM);
        log.subList(0, from).forEach(fold::apply);
        log.subList(to, log.size()).forEach(fold::apply);
        log.subList(from, to).forEach(fold::apply);
        assertThat(fold.state()).as("seed " + seed).isEqualTo(RoomFold.of(ROOM, log));
    }

    @RepeatedTest(50)
    void messagesThatWereFoldedElsewhereFitWithTheEntriesAroundThem() {
        List<Entry> log = randomLog(80);
        int asOf = random.nextInt(log.size()) + 1;
        RoomFold host = new RoomFold(ROOM);
        log.subList(0, asOf).forEach(host::apply);
        List<Runnable> steps = new ArrayList<>();
        RoomFold fold = new RoomFold(ROOM);
        host.messages().forEach(message -> steps.add(() -> fold.hold(message, asOf)));
        log.forEach(entry -> steps.add(() -> fold.apply(entry)));
        Collections.shuffle(steps, random);
        steps.forEach(Runnable::run);
        assertThat(fold.state()).as("seed " + seed).isEqualTo(RoomFold.of(ROOM, log));
    }

    @RepeatedTest(50)
    void aLogWhoseDeletionsWereCarriedOutTellsTheSame() {
        List<Entry> log = randomLog(80);
        Set<EntryId> gone = new HashSet<>();
        log.stream()
                .map(Entry::payload)
                .filter(Deleted.class::isInstance)
                .forEach(payload -> payload.about().ifPresent(gone::add));
        List<Entry> erased = log.stream().map(entry -> erased(entry, gone)).toList();
        assertThat(RoomFold.of(ROOM, erased)).as("seed " + seed).isEqualTo(RoomFold.of(ROOM, log));
    }

    private static Entry erased(Entry entry, Set<EntryId> gone) {
        return switch (entry.payload()) {
            case Posted _ when gone.contains(entry.id()) ->
                    entry.with(new Erased(Optional.empty()));
            case Edited(EntryId of, var _) when gone.contains(of) ->
                    entry.with(new Erased(Optional.of(of)));
            case Payload _ -> entry;
        };
    }

    private List<Entry> randomLog(int length) {
        return LongStream.rangeClosed(1, length)
                .mapToObj(seq -> entry(seq, random.nextInt(PEOPLE.size()), randomPayload(seq)))
                .toList();
    }

    private Payload randomPayload(long seq) {
        EntryId of = id(1 + random.nextInt((int) seq));
        PersonId person = who(random.nextInt(PEOPLE.size())).id();
        return switch (random.nextInt(18)) {
            case 0 -> new Edited(of, "edit " + seq);
            case 1 -> new Deleted(of);
            case 2, 3, 4 ->
                    new Reacted(of, random.nextBoolean() ? "👍" : "🎉", random.nextBoolean());
            case 5 -> new TopicSet("topic " + seq);
            case 6 -> new Renamed("name " + seq);
            case 7 -> new Invited(person);
            case 8 -> new Joined();
            case 9 -> new Left();
            case 10 -> new Removed(person, random.nextBoolean() ? Removal.BAN : Removal.KICK);
            case 11 -> new Unbanned(person);
            case 12 -> new Muted(person, Optional.of(START.plusSeconds(seq)));
            case 13 -> new Unmuted(person);
            case 14 -> new RoleGiven(person, Role.MODERATOR);
            default -> new Posted("text " + seq, Optional.of(of), List.of(new FileId("f" + seq)));
        };
    }

    private static RoomState fold(Entry... entries) {
        return RoomFold.of(ROOM, List.of(entries));
    }

    private static Entry entry(long seq, int from, Payload payload) {
        return new Entry(ROOM, seq, id(seq), who(from), START.plusMillis(seq), payload);
    }

    private static EntryId id(long seq) {
        return new EntryId("id" + seq);
    }

    private static Person who(int n) {
        return PEOPLE.get(n);
    }

    private static Person person(String id) {
        return new Person(new PersonId(id), id, Role.MEMBER);
    }
}
