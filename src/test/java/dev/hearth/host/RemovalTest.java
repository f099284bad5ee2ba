package dev.hearth.host;

import static dev.hearth.model.RoomId.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.host.People.Entered;
import dev.hearth.host.People.Entrance;
import dev.hearth.log.Batch;
import dev.hearth.log.StoredPerson;
import dev.hearth.log.StoredRoom;
import dev.hearth.model.Command.CloseRoom;
import dev.hearth.model.Command.ForgetPerson;
import dev.hearth.model.Command.GiveRole;
import dev.hearth.model.Command.JoinRoom;
import dev.hearth.model.Command.Mute;
import dev.hearth.model.Command.OpenDirect;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Entry;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Payload.Closed;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.testkit.Patience;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How rooms end and people are removed.
final class RemovalTest {
    private final TestChat chat;
    private final Person owner;
    private final Entered annEntered;
    private final Person ann;
    private final Person bob;

    RemovalTest(@TempDir Path folder) {
        chat = new TestChat(folder);
        owner = chat.owner();
        annEntered = enter("Ann", Optional.empty());
        ann = annEntered.person();
        bob = chat.member("Bob");
    }

    @AfterEach
    void close() {
        chat.close();
    }

    private Entered enter(String name, Optional<String> token) {
        return chat.enter(new Entrance(Optional.of(name), false, token));
    }

    private List<RoomId> rooms(Person person) {
        return chat.onLoop(state -> state.rooms().firstOf(person.id(), 100)).stream()
                .map(RoomHead::id)
                .toList();
    }

    @Test
    void aClosedRoomIsThereForNobodyAlsoAfterARestart() {
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        chat.join(bob, garden);
        CloseRoom close = new CloseRoom(chat.id(), garden);
        chat.done(ann, close);
        assertThat(chat.news).endsWith("entry closed", "closed");
        for (int round = 0; round < 2; round++) {
            for (Person person : List.of(owner, ann, bob)) {
                assertThat(rooms(person)).containsExactly(LOBBY);
                chat.refuses(person, new JoinRoom(chat.id(), garden), ErrorCode.NO_ROOM);
                chat.refuses(person, new PostMessage(chat.id(), garden, "x"), ErrorCode.NO_ROOM);
            }
            assertThat(chat.done(ann, close).repeated()).isTrue();
            chat.reopen();
        }
        // Its name is free.
        Person again = enter("Ann", Optional.of(annEntered.token())).person();
        assertThat(chat.open(again, "Garden", RoomKind.PUBLIC)).isNotEqualTo(garden);
    }

    @Test
    void ofAClosedRoomTheLogKeepsOnlyThatItWasClosed() {
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        chat.join(bob, garden);
        for (int i = 0; i < 600; i++) {
            chat.post(bob, garden);
        }
        CloseRoom close = new CloseRoom(chat.id(), garden);
        chat.done(ann, close);
        Patience.await()
                .untilAsserted(
                        () ->
                                assertThat(chat.store.after(garden, 0, 10))
                                        .extracting(Entry::payload)
                                        .containsExactly(new Closed()));
        chat.reopen();
        assertThat(chat.done(ann, close).repeated()).isTrue();
        assertThat(chat.store.rooms()).extracting(StoredRoom::id).containsExactly(LOBBY);
    }

    @Test
    void whatWasLeftOfAClosedRoomIsTakenAwayAfterTheNextStart() {
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        long last = chat.store.lastSeq(garden);
        chat.host.close();
        Entry closed =
                new Entry(garden, last + 1, chat.id(), ann, Instant.ofEpochMilli(1), new Closed());
        chat.store.append(Batch.of(List.of(closed)));
        chat.reopen();
        Patience.await()
                .untilAsserted(
                        () ->
                                assertThat(chat.store.after(garden, 0, 10))
                                        .extracting(Entry::payload)
                                        .containsExactly(new Closed()));
    }

    @Test
    void onlyOwnersCloseRooms() {
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        RoomId cellar = chat.open(ann, "Cellar", RoomKind.PRIVATE);
        RoomId two = chat.done(ann, new OpenDirect(chat.id(), bob.id())).entry().room();
        chat.join(bob, garden);
        chat.done(ann, new GiveRole(chat.id(), garden, bob.id(), Role.MODERATOR));
        chat.refuses(bob, new CloseRoom(chat.id(), garden), ErrorCode.FORBIDDEN);
        chat.refuses(bob, new CloseRoom(chat.id(), cellar), ErrorCode.NO_ROOM);
        chat.refuses(ann, new CloseRoom(chat.id(), two), ErrorCode.FORBIDDEN);
        chat.refuses(owner, new CloseRoom(chat.id(), LOBBY), ErrorCode.FORBIDDEN);
        chat.refuses(owner, new CloseRoom(chat.id(), cellar), ErrorCode.NO_ROOM);
        chat.done(owner, new CloseRoom(chat.id(), garden));
        chat.done(ann, new CloseRoom(chat.id(), cellar));
        assertThat(rooms(ann)).containsExactly(LOBBY, two);
    }

    @Test
    void whoIsForgottenIsNobodyAndWhatTheyWroteKeepsTheirName() {
        chat.post(ann, LOBBY);
        ForgetPerson forget = new ForgetPerson(chat.id(), ann.id());
        chat.done(owner, forget);
        assertThat(chat.news)
                .endsWith("entry forgotten", "present Ann GUEST offline", "out ? removed");
        assertThat(chat.store.people()).extracting(StoredPerson::person).doesNotContain(ann);
        assertThat(chat.store.after(LOBBY, 0, 1).getFirst().from()).isEqualTo(ann);
        chat.refuses(ann, new PostMessage(chat.id(), LOBBY, "still here"), ErrorCode.FORBIDDEN);
        chat.refuses(
                owner, new Mute(chat.id(), LOBBY, ann.id(), Optional.empty()), ErrorCode.NO_PERSON);
        chat.reopen();
        assertThat(chat.store.after(LOBBY, 0, 1).getFirst().from()).isEqualTo(ann);
        assertThat(chat.done(owner, forget).repeated()).isTrue();
        Entered again = enter("Ann", Optional.of(annEntered.token()));
        assertThat(again.person().id()).isNotEqualTo(ann.id());
        assertThat(again.person().name()).isEqualTo("Ann");
        chat.post(again.person(), LOBBY);
        assertThat(chat.store.people()).extracting(StoredPerson::person).contains(again.person());
    }

    @Test
    void onlyTheOwnerOfTheChatRemovesPeople() {
        chat.post(ann, LOBBY);
        chat.post(owner, LOBBY);
        chat.refuses(bob, new ForgetPerson(chat.id(), ann.id()), ErrorCode.FORBIDDEN);
        chat.refuses(owner, new ForgetPerson(chat.id(), owner.id()), ErrorCode.FORBIDDEN);
        chat.refuses(owner, new ForgetPerson(chat.id(), bob.id()), ErrorCode.FORBIDDEN);
        chat.refuses(
                owner, new ForgetPerson(chat.id(), new PersonId("nobody")), ErrorCode.NO_PERSON);
    }
}
