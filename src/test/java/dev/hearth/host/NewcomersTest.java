package dev.hearth.host;

import static dev.hearth.model.RoomId.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.host.People.Entered;
import dev.hearth.host.People.Entrance;
import dev.hearth.model.Command;
import dev.hearth.model.Command.OpenDirect;
import dev.hearth.model.Command.OpenRoom;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Command.React;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.FailureCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Limits;
import dev.hearth.model.Origin;
import dev.hearth.model.Payload.Opened;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What identities that cost nothing may cost others.
final class NewcomersTest {
    private static final Origin HERE = Origin.of(InetAddress.ofLiteral("192.0.2.1"));
    private static final Origin THERE = Origin.of(InetAddress.ofLiteral("192.0.2.2"));

    private final TestChat chat;

    NewcomersTest(@TempDir Path folder) {
        chat = new TestChat(folder, HostOptions.DEFAULT);
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void anAddressMayBringSoManyNewPeopleAndTheKnownComeInAllTheSame() {
        Entered ann = enter(HERE, Optional.empty());
        chat.post(ann.person(), LOBBY);
        assertThat(entered(300, HERE)).isEqualTo(Limits.ENTERING_OF_ADDRESS.value() - 1);
        assertThat(enter(HERE, Optional.of(ann.token())).person()).isEqualTo(ann.person());
        assertThat(entered(1, THERE)).isEqualTo(1);
        chat.pass(Duration.ofSeconds(10));
        assertThat(entered(300, HERE)).isEqualTo(Limits.ENTERING_OF_ADDRESS.value() / 10);
    }

    @Test
    void allAddressesTogetherMayBringSoManyNewPeople() {
        int entered = IntStream.range(0, 20).map(n -> entered(150, address(n))).sum();
        assertThat(entered).isEqualTo(Limits.ENTERING_IN_ALL.value());
        assertThat(entered(1, Origin.LOCAL)).as("also from this computer").isZero();
    }

    @Test
    void anAddressMayHaveSoManyNewPeopleStored() {
        List<Person> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(enter(HERE, Optional.empty()).person());
        }
        long stored = many.stream().filter(this::posts).count();
        assertThat(stored).isEqualTo(Limits.STORED_OF_ADDRESS.value());
        assertThat(chat.store.people()).hasSize(Limits.STORED_OF_ADDRESS.value());
        assertThat(posts(many.getFirst())).as("who is stored writes on").isTrue();
        assertThat(posts(enter(THERE, Optional.empty()).person())).isTrue();
        assertThat(posts(chat.owner())).isTrue();
        chat.pass(Duration.ofMinutes(1));
        assertThat(many.reversed().stream().filter(this::posts).count())
                .isEqualTo(Limits.STORED_OF_ADDRESS.value() + 3);
    }

    @Test
    void whoIsNewOpensThreeRoomsAndTheOwnerAsManyAsTheyLike() {
        Person ann = chat.member("Ann");
        for (int i = 0; i < 3; i++) {
            chat.open(ann, "Room " + i, i == 0 ? RoomKind.PRIVATE : RoomKind.PUBLIC);
        }
        chat.refuses(ann, opening("More"), ErrorCode.FORBIDDEN);
        Person owner = chat.owner();
        for (int i = 0; i < 10; i++) {
            chat.open(owner, "House " + i, RoomKind.PUBLIC);
        }
        chat.pass(Duration.ofHours(Limits.NEWCOMER_HOURS.value()));
        chat.open(ann, "More", RoomKind.PUBLIC);
    }

    @Test
    void conversationsOfTwoAreCountedByThemselves() {
        Person ann = chat.member("Ann");
        for (int i = 0; i < Limits.DIRECTS_OF_NEWCOMER.value(); i++) {
            chat.done(ann, new OpenDirect(chat.id(), chat.member("P" + i).id()));
        }
        Person late = chat.member("Late");
        chat.refuses(ann, new OpenDirect(chat.id(), late.id()), ErrorCode.FORBIDDEN);
        chat.open(ann, "Garden", RoomKind.PUBLIC);
    }

    @Test
    void aPersonOpensFiftyRoomsAndAChatHasTwoThousand() {
        RoomQuota quota = new RoomQuota(true);
        Instant now = Instant.ofEpochSecond(1_000_000_000);
        for (int n = 0; n < Limits.ROOMS.value(); n++) {
            Person opener = person(n / Limits.ROOMS_OF_PERSON.value());
            quota.checkRoom(opener, Instant.EPOCH, now);
            quota.apply(opened(n, opener));
            if (n % Limits.ROOMS_OF_PERSON.value() == Limits.ROOMS_OF_PERSON.value() - 1
                    && n < Limits.ROOMS.value() - 1) {
                assertThat(refusal(() -> quota.checkRoom(opener, Instant.EPOCH, now)).sentence())
                        .isEqualTo("You have opened 50 rooms, as many as you may.");
            }
        }
        assertThat(refusal(() -> quota.checkRoom(person(1_000), Instant.EPOCH, now)).code())
                .isEqualTo(ErrorCode.FORBIDDEN);
    }

    @Test
    void aPersonPutsAndTakesBackReactionsTenTimesAMinute() {
        Person ann = chat.member("Ann");
        EntryId of = chat.post(ann, LOBBY);
        long accepted = IntStream.range(0, 200).filter(n -> reacts(ann, of, "👍", n)).count();
        assertThat(accepted).isEqualTo(Limits.REACTIONS_OF_PERSON.value());
        assertThat(refusal(ann, of, "👍")).isEqualTo(ErrorCode.RATE);
        assertThat(reacts(ann, chat.post(ann, LOBBY), "👍", 0)).as("another message").isTrue();
        chat.pass(Duration.ofSeconds(6));
        assertThat(reacts(ann, of, "👍", 0)).isTrue();
    }

    @Test
    void aMessageGetsSoManyReactionsAMinuteHoweverManyIdentitiesReact() {
        EntryId of = chat.post(chat.member("Ann"), LOBBY);
        long accepted = 0;
        for (int p = 0; p < 58; p++) {
            Person person = chat.member("P" + p);
            accepted += IntStream.range(0, 100).filter(n -> reacts(person, of, "👍", n)).count();
        }
        assertThat(accepted)
                .as("of 5,800 reactions")
                .isEqualTo(Limits.REACTIONS_OF_MESSAGE.value());
    }

    @Test
    void aMessageHasTwentyDifferentEmoji() {
        EntryId of = chat.post(chat.member("Ann"), LOBBY);
        int accepted = 0;
        for (int n = 0; n < 40; n++) {
            String emoji = Character.toString(0x1F600 + n);
            accepted += reacts(chat.member("P" + n), of, emoji, 0) ? 1 : 0;
        }
        assertThat(accepted).isEqualTo(Limits.EMOJI_OF_MESSAGE.value());
        Person late = chat.member("Late");
        assertThat(refusal(late, of, "🦊")).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(reacts(late, of, Character.toString(0x1F600), 0)).as("one of them").isTrue();
    }

    private int entered(int wished, Origin from) {
        int entered = 0;
        for (int n = 0; n < wished; n++) {
            try {
                enter(from, Optional.empty());
                entered++;
            } catch (CompletionException e) {
                assertThat(e)
                        .cause()
                        .asInstanceOf(InstanceOfAssertFactories.type(HearthException.class))
                        .returns(ErrorCode.RATE, HearthException::code);
            }
        }
        return entered;
    }

    private Entered enter(Origin from, Optional<String> token) {
        return chat.enter(new Entrance(Optional.empty(), false, token, from));
    }

    private boolean posts(Person person) {
        return succeeds(person, new PostMessage(chat.id(), LOBBY, "text"));
    }

    private boolean reacts(Person person, EntryId of, String emoji, int n) {
        return succeeds(person, new React(chat.id(), Optional.of(LOBBY), of, emoji, n % 2 == 0));
    }

    private FailureCode refusal(Person person, EntryId of, String emoji) {
        React command = new React(chat.id(), Optional.of(LOBBY), of, emoji, true);
        return TestChat.failure(chat.submit(person, command)).code();
    }

    private boolean succeeds(Person person, Command command) {
        return chat.submit(person, command).handle((_, failure) -> failure == null).join();
    }

    private static HearthException refusal(Runnable check) {
        try {
            check.run();
        } catch (HearthException e) {
            return e;
        }
        throw new AssertionError("it was allowed");
    }

    private OpenRoom opening(String name) {
        return new OpenRoom(chat.id(), name, "", RoomKind.PUBLIC);
    }

    private static Origin address(int n) {
        return Origin.of(InetAddress.ofLiteral("198.51.100." + n));
    }

    private static Person person(int n) {
        return new Person(new PersonId("p" + n), "P" + n, Role.MEMBER);
    }

    private static Entry opened(int n, Person from) {
        return new Entry(
                new RoomId("room" + n),
                1,
                new EntryId("id" + n),
                from,
                Instant.EPOCH,
                new Opened("Room " + n, "", RoomKind.PUBLIC, Optional.empty()));
    }
}
