package dev.hearth.host;

import static dev.hearth.host.TestChat.NOWHERE;
import static dev.hearth.model.RoomId.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.host.ChatHost.Receipt;
import dev.hearth.model.Command;
import dev.hearth.model.Command.DeleteMessage;
import dev.hearth.model.Command.EditMessage;
import dev.hearth.model.Command.GiveRole;
import dev.hearth.model.Command.Invite;
import dev.hearth.model.Command.JoinRoom;
import dev.hearth.model.Command.LeaveRoom;
import dev.hearth.model.Command.Mute;
import dev.hearth.model.Command.OpenDirect;
import dev.hearth.model.Command.OpenRoom;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Command.React;
import dev.hearth.model.Command.RemovePerson;
import dev.hearth.model.Command.RenameRoom;
import dev.hearth.model.Command.SetTopic;
import dev.hearth.model.Command.Unban;
import dev.hearth.model.Command.Unmute;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.FileId;
import dev.hearth.model.HearthException;
import dev.hearth.model.Membership;
import dev.hearth.model.Payload;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may do what (docs/decisions/0006). Whatever is refused changes nothing.
final class RulesTest {
    private static final PersonId NOBODY = new PersonId("nobody");

    private final TestChat chat;
    private final Person owner;
    private final Person ann;
    private final Person bob;
    private final Person gus;

    RulesTest(@TempDir Path folder) {
        chat = new TestChat(folder);
        owner = chat.owner();
        ann = chat.member("Ann");
        bob = chat.member("Bob");
        gus = chat.guest("Gus");
    }

    @AfterEach
    void close() {
        chat.close();
    }

    // What a message may be.

    @Test
    void refusesMessagesThatAreEmptyOrTooLong() {
        chat.refuses(ann, new PostMessage(chat.id(), LOBBY, " \n"), ErrorCode.EMPTY);
        chat.refuses(ann, new PostMessage(chat.id(), LOBBY, "é".repeat(4_001)), ErrorCode.TOO_LONG);
        List<FileId> files = List.of(new FileId("f"));
        chat.refuses(
                ann,
                new PostMessage(chat.id(), LOBBY, "look", Optional.empty(), files),
                ErrorCode.NO_FILE);
        EntryId of = chat.post(ann, LOBBY);
        for (String unseen : List.of("", "\u00a0", "\u200b", "\u2800\n", "\ufe0f")) {
            chat.refuses(ann, new PostMessage(chat.id(), LOBBY, unseen), ErrorCode.EMPTY);
            chat.refuses(ann, edit(of, unseen), ErrorCode.EMPTY);
        }
        chat.refuses(ann, edit(of, "x".repeat(8_001)), ErrorCode.TOO_LONG);
    }

    @Test
    void aHeartIsTheSameReactionHoweverItIsWritten() {
        EntryId of = chat.post(ann, LOBBY);
        chat.done(bob, react(of, "❤"));
        assertThat(chat.published.getLast().payload())
                .isEqualTo(new Payload.Reacted(of, "❤️", true));
        chat.done(ann, new React(chat.id(), Optional.empty(), of, "❤️", true));
        assertThat(chat.published.getLast().payload())
                .isEqualTo(new Payload.Reacted(of, "❤️", true));
    }

    @Test
    void refusesReactionsThatAreNone() {
        EntryId of = chat.post(ann, LOBBY);
        chat.refuses(ann, react(of, " "), ErrorCode.MALFORMED);
        chat.refuses(ann, react(of, "x".repeat(65)), ErrorCode.MALFORMED);
        chat.refuses(ann, react(of, "🇩"), ErrorCode.MALFORMED);
        chat.done(bob, react(of, "👍"));
    }

    @Test
    void refusesIdsThatAreNone() {
        EntryId blank = new EntryId(" ");
        EntryId large = new EntryId("x".repeat(65));
        chat.refuses(ann, new PostMessage(blank, LOBBY, "x"), ErrorCode.MALFORMED);
        chat.refuses(ann, new PostMessage(large, LOBBY, "x"), ErrorCode.MALFORMED);
    }

    @Test
    void answersOnlyToMessagesOfTheSameRoom() {
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        EntryId of = chat.post(ann, LOBBY);
        chat.refuses(ann, answer(garden, of), ErrorCode.NO_MESSAGE);
        chat.refuses(ann, answer(LOBBY, new EntryId("none")), ErrorCode.NO_MESSAGE);
        chat.done(bob, answer(LOBBY, of));
    }

    // Whose message it is.

    @Test
    void onlyItsAuthorChangesAMessage() {
        EntryId of = chat.post(ann, LOBBY);
        chat.refuses(bob, edit(of, "x"), ErrorCode.FORBIDDEN);
        chat.refuses(owner, edit(of, "x"), ErrorCode.FORBIDDEN);
        chat.done(ann, edit(of, "x"));
    }

    @Test
    void aMessageIsDeletedByItsAuthorOrAModerator() {
        EntryId of = chat.post(ann, LOBBY);
        chat.refuses(bob, delete(of), ErrorCode.FORBIDDEN);
        chat.done(owner, delete(of));
        chat.refuses(ann, delete(of), ErrorCode.NO_MESSAGE);
        chat.refuses(ann, edit(of, "x"), ErrorCode.NO_MESSAGE);
        chat.refuses(ann, react(of, "👍"), ErrorCode.NO_MESSAGE);
        chat.done(ann, answer(LOBBY, of));
    }

    @Test
    void whatIsNoMessageCannotBeChanged() {
        EntryId joining = chat.id();
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        chat.done(bob, new JoinRoom(joining, garden));
        chat.refuses(bob, delete(joining), ErrorCode.NO_MESSAGE);
        chat.refuses(
                bob,
                new React(chat.id(), Optional.of(garden), joining, "👍", true),
                ErrorCode.NO_MESSAGE);
    }

    // Public rooms.

    @Test
    void onlyMembersWriteInAPublicRoomAndEveryoneReads() {
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        EntryId of = chat.post(ann, garden);
        assertThat(heads(gus)).extracting(RoomHead::id).containsExactly(LOBBY, garden);
        for (Person person : List.of(bob, gus, owner)) {
            chat.refuses(person, new PostMessage(chat.id(), garden, "x"), ErrorCode.FORBIDDEN);
            chat.refuses(person, react(of, "👍"), ErrorCode.FORBIDDEN);
            chat.join(person, garden);
            chat.post(person, garden);
        }
        chat.done(gus, new LeaveRoom(chat.id(), garden));
        chat.refuses(gus, new PostMessage(chat.id(), garden, "x"), ErrorCode.FORBIDDEN);
        chat.refuses(gus, new LeaveRoom(chat.id(), garden), ErrorCode.FORBIDDEN);
        assertThat(
                        chat.onLoop(
                                (HostState state) ->
                                        state.rooms().members(garden, Optional.empty(), 10)))
                .containsExactlyInAnyOrder(ann.id(), bob.id(), owner.id());
    }

    @Test
    void guestsReadAndWriteAndNothingElse() {
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        chat.join(gus, garden);
        EntryId of = chat.post(gus, garden);
        chat.done(gus, edit(of, "x"));
        chat.done(gus, delete(of));
        for (Command command :
                List.of(
                        new OpenRoom(chat.id(), "x", "", RoomKind.PUBLIC),
                        new OpenRoom(chat.id(), "x", "", RoomKind.PRIVATE),
                        new OpenDirect(chat.id(), ann.id()),
                        new Invite(chat.id(), garden, bob.id()),
                        new SetTopic(chat.id(), garden, "x"),
                        new RenameRoom(chat.id(), garden, "x"),
                        new Mute(chat.id(), garden, bob.id(), Optional.empty()),
                        new RemovePerson(chat.id(), garden, bob.id(), Removal.KICK),
                        new GiveRole(chat.id(), garden, bob.id(), Role.GUEST))) {
            chat.refuses(gus, command, ErrorCode.FORBIDDEN);
        }
    }

    @Test
    void namesOfPublicRoomsDiffer() {
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        RoomId other = chat.open(ann, "Other", RoomKind.PUBLIC);
        for (String taken : List.of("GARDEN", "ｇarden", " garden ", "Lobby")) {
            OpenRoom again = new OpenRoom(chat.id(), taken, "", RoomKind.PUBLIC);
            chat.refuses(bob, again, ErrorCode.NAME_TAKEN);
            chat.refuses(ann, new RenameRoom(chat.id(), other, taken), ErrorCode.NAME_TAKEN);
        }
        chat.open(bob, "Garden", RoomKind.PRIVATE);
        chat.done(ann, new RenameRoom(chat.id(), garden, "GARDEN"));
        chat.done(ann, new RenameRoom(chat.id(), garden, "Park"));
        chat.open(bob, "garden", RoomKind.PUBLIC);
    }

    @Test
    void refusesNamesAndTopicsThatAreNotFit() {
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        BiFunction<String, String, Command> open =
                (name, topic) -> new OpenRoom(chat.id(), name, topic, RoomKind.PRIVATE);
        chat.refuses(ann, open.apply(" ", ""), ErrorCode.EMPTY);
        chat.refuses(ann, open.apply("x".repeat(41), ""), ErrorCode.TOO_LONG);
        chat.refuses(ann, open.apply("a\u0007b", ""), ErrorCode.MALFORMED);
        chat.refuses(ann, open.apply("x", "t".repeat(251)), ErrorCode.TOO_LONG);
        chat.refuses(ann, open.apply("x", "a\nb"), ErrorCode.MALFORMED);
        chat.refuses(ann, new RenameRoom(chat.id(), garden, "\u202Ex"), ErrorCode.MALFORMED);
        chat.refuses(ann, new SetTopic(chat.id(), garden, "t".repeat(251)), ErrorCode.TOO_LONG);
        chat.refuses(ann, new OpenRoom(chat.id(), "x", "", RoomKind.DIRECT), ErrorCode.MALFORMED);
    }

    @Test
    void whoOpensARoomOwnsIt() {
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        chat.refuses(bob, new SetTopic(chat.id(), garden, "x"), ErrorCode.FORBIDDEN);
        chat.done(ann, new SetTopic(chat.id(), garden, " roses "));
        chat.done(ann, new GiveRole(chat.id(), garden, bob.id(), Role.MODERATOR));
        chat.refuses(bob, new SetTopic(chat.id(), garden, "x"), ErrorCode.FORBIDDEN);
        chat.join(bob, garden);
        chat.done(bob, new SetTopic(chat.id(), garden, "tulips"));
        assertThat(heads(ann).getLast().topic()).isEqualTo("tulips");
        chat.refuses(bob, new SetTopic(chat.id(), LOBBY, "x"), ErrorCode.FORBIDDEN);
    }

    // The lobby.

    @Test
    void theLobbyStaysWhatItIs() {
        for (Command command :
                List.of(
                        new JoinRoom(chat.id(), LOBBY),
                        new LeaveRoom(chat.id(), LOBBY),
                        new RenameRoom(chat.id(), LOBBY, "x"),
                        new Invite(chat.id(), LOBBY, bob.id()))) {
            chat.refuses(owner, command, ErrorCode.FORBIDDEN);
        }
        chat.done(owner, new SetTopic(chat.id(), LOBBY, "welcome"));
        assertThat(heads(gus).getFirst())
                .isEqualTo(
                        new RoomHead(
                                LOBBY,
                                "lobby",
                                "welcome",
                                RoomKind.PUBLIC,
                                1,
                                0,
                                Membership.MEMBER,
                                0,
                                Optional.empty()));
    }

    @Test
    void aRoleInTheLobbyHoldsInPublicRoomsAndNotInPrivateOnes() {
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        RoomId cellar = chat.open(ann, "Cellar", RoomKind.PRIVATE);
        chat.done(ann, new Invite(chat.id(), cellar, bob.id()));
        chat.join(bob, cellar);
        chat.done(owner, new GiveRole(chat.id(), LOBBY, bob.id(), Role.MODERATOR));
        chat.done(bob, new SetTopic(chat.id(), garden, "x"));
        chat.done(bob, delete(chat.post(ann, garden)));
        chat.refuses(bob, new SetTopic(chat.id(), cellar, "x"), ErrorCode.FORBIDDEN);
        chat.refuses(owner, new SetTopic(chat.id(), cellar, "x"), ErrorCode.NO_ROOM);
    }

    @Test
    void whoIsBannedFromTheLobbyCanDoNothing() {
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        chat.done(owner, new RemovePerson(chat.id(), LOBBY, ann.id(), Removal.BAN));
        chat.refuses(ann, new PostMessage(chat.id(), LOBBY, "x"), ErrorCode.BANNED);
        chat.refuses(ann, new SetTopic(chat.id(), garden, "x"), ErrorCode.BANNED);
        chat.refuses(ann, new OpenDirect(chat.id(), bob.id()), ErrorCode.BANNED);
    }

    // Moderation.

    @Test
    void nobodyActsOnThemselvesOrOnTheirEqualsAndBetters() {
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        chat.join(bob, garden);
        chat.join(gus, garden);
        chat.done(ann, new GiveRole(chat.id(), garden, bob.id(), Role.MODERATOR));
        chat.done(ann, new GiveRole(chat.id(), garden, gus.id(), Role.MODERATOR));
        for (Person target : List.of(bob, gus, ann, owner)) {
            for (Command command : onPerson(garden, target.id())) {
                chat.refuses(bob, command, ErrorCode.FORBIDDEN);
            }
        }
        for (Command command : onPerson(garden, ann.id())) {
            chat.refuses(ann, command, ErrorCode.FORBIDDEN);
        }
        chat.done(ann, new GiveRole(chat.id(), garden, gus.id(), Role.MEMBER));
        chat.done(bob, new RemovePerson(chat.id(), garden, gus.id(), Removal.KICK));
    }

    @Test
    void onlyOwnersGiveRoles() {
        chat.done(owner, new GiveRole(chat.id(), LOBBY, ann.id(), Role.MODERATOR));
        chat.refuses(
                ann, new GiveRole(chat.id(), LOBBY, bob.id(), Role.GUEST), ErrorCode.FORBIDDEN);
        chat.done(owner, new GiveRole(chat.id(), LOBBY, ann.id(), Role.OWNER));
        chat.done(ann, new GiveRole(chat.id(), LOBBY, bob.id(), Role.MODERATOR));
        chat.refuses(
                owner, new GiveRole(chat.id(), LOBBY, ann.id(), Role.MEMBER), ErrorCode.FORBIDDEN);
    }

    @Test
    void aMuteEndsByItselfOrWhenItIsLifted() {
        EntryId before = chat.post(ann, LOBBY);
        Optional<Instant> until = Optional.of(chat.now().plusSeconds(60));
        chat.done(owner, new Mute(chat.id(), LOBBY, ann.id(), until));
        chat.refuses(ann, new PostMessage(chat.id(), LOBBY, "x"), ErrorCode.MUTED);
        chat.refuses(ann, edit(before, "x"), ErrorCode.MUTED);
        chat.refuses(ann, react(before, "👍"), ErrorCode.MUTED);
        chat.pass(Duration.ofSeconds(60));
        chat.post(ann, LOBBY);
        chat.done(owner, new Mute(chat.id(), LOBBY, ann.id(), Optional.empty()));
        chat.pass(Duration.ofDays(1_000));
        chat.reopen();
        chat.refuses(ann, new PostMessage(chat.id(), LOBBY, "x"), ErrorCode.MUTED);
        chat.done(ann, delete(before));
        chat.done(chat.owner(), new Unmute(chat.id(), LOBBY, ann.id()));
        chat.post(ann, LOBBY);
    }

    @Test
    void whoIsKickedMayComeBackAndWhoIsBannedMayNot() {
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        chat.join(bob, garden);
        chat.done(ann, new RemovePerson(chat.id(), garden, bob.id(), Removal.KICK));
        assertThat(chat.news).endsWith("entry removed", "standing Bob Garden", "room Garden");
        chat.refuses(
                ann,
                new RemovePerson(chat.id(), garden, bob.id(), Removal.KICK),
                ErrorCode.FORBIDDEN);
        chat.join(bob, garden);
        chat.done(ann, new RemovePerson(chat.id(), garden, bob.id(), Removal.BAN));
        chat.refuses(bob, new JoinRoom(chat.id(), garden), ErrorCode.BANNED);
        chat.refuses(bob, new LeaveRoom(chat.id(), garden), ErrorCode.FORBIDDEN);
        chat.refuses(bob, new PostMessage(chat.id(), garden, "x"), ErrorCode.BANNED);
        chat.refuses(ann, new Invite(chat.id(), garden, bob.id()), ErrorCode.FORBIDDEN);
        chat.done(ann, new Unban(chat.id(), garden, bob.id()));
        chat.refuses(ann, new Unban(chat.id(), garden, bob.id()), ErrorCode.FORBIDDEN);
        chat.join(bob, garden);
    }

    @Test
    void peopleWhoDoNotExistAreSaidSo() {
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        for (Command command : onPerson(garden, NOBODY)) {
            chat.refuses(ann, command, ErrorCode.NO_PERSON);
        }
        chat.refuses(ann, new Unban(chat.id(), garden, NOBODY), ErrorCode.NO_PERSON);
        chat.refuses(ann, new Invite(chat.id(), garden, NOBODY), ErrorCode.NO_PERSON);
        chat.refuses(ann, new OpenDirect(chat.id(), NOBODY), ErrorCode.NO_PERSON);
    }

    // Private rooms.

    @Test
    void aPrivateRoomExistsForWhoIsInItOrInvited() {
        RoomId cellar = chat.open(ann, "Cellar", RoomKind.PRIVATE);
        assertThat(heads(bob)).extracting(RoomHead::id).containsExactly(LOBBY);
        chat.done(ann, new Invite(chat.id(), cellar, bob.id()));
        assertThat(chat.news).endsWith("entry invited", "standing Bob Cellar");
        assertThat(heads(bob).getLast().membership()).isEqualTo(Membership.INVITED);
        chat.refuses(bob, new PostMessage(chat.id(), cellar, "x"), ErrorCode.FORBIDDEN);
        chat.refuses(bob, new Invite(chat.id(), cellar, gus.id()), ErrorCode.FORBIDDEN);
        chat.join(bob, cellar);
        chat.post(bob, cellar);
        chat.refuses(ann, new Invite(chat.id(), cellar, bob.id()), ErrorCode.FORBIDDEN);
        chat.done(bob, new LeaveRoom(chat.id(), cellar));
        chat.refuses(bob, new JoinRoom(chat.id(), cellar), ErrorCode.NO_ROOM);
        assertThat(chat.onLoop((HostState state) -> state.rooms().seenBy(bob.id()).all()))
                .containsExactly(LOBBY);
    }

    @Test
    void whoMayNotSeeARoomLearnsNothing() {
        RoomId cellar = chat.open(ann, "Cellar", RoomKind.PRIVATE);
        EntryId of = chat.post(ann, cellar);
        chat.done(ann, new GiveRole(chat.id(), cellar, gus.id(), Role.OWNER));
        RoomId direct = chat.done(ann, new OpenDirect(chat.id(), bob.id())).entry().room();
        chat.done(owner, new GiveRole(chat.id(), LOBBY, gus.id(), Role.MODERATOR));
        EntryId none = new EntryId("none");
        for (Person person : List.of(owner, gus)) {
            for (RoomId hidden : List.of(cellar, direct)) {
                List<Command> real = all(hidden, of);
                List<Command> unreal = all(NOWHERE, none);
                for (int i = 0; i < real.size(); i++) {
                    HearthException refusal = chat.refusal(person, real.get(i));
                    HearthException other = chat.refusal(person, unreal.get(i));
                    assertThat(refusal.code()).isEqualTo(ErrorCode.NO_ROOM);
                    assertThat(refusal.sentence()).isEqualTo(other.sentence());
                    assertThat(other.code()).isEqualTo(ErrorCode.NO_ROOM);
                }
            }
            assertThat(chat.refusal(person, delete(of)))
                    .hasMessage(chat.refusal(person, delete(none)).sentence());
            chat.refuses(person, edit(of, "x"), ErrorCode.NO_MESSAGE);
            chat.refuses(person, react(of, "👍"), ErrorCode.NO_MESSAGE);
            // An id that was used there is free here.
            chat.done(person, new PostMessage(new EntryId(of + person.name()), LOBBY, "x"));
        }
        chat.done(owner, new PostMessage(of, LOBBY, "x"));
    }

    /// Every command about a room that there is.
    private List<Command> all(RoomId room, EntryId of) {
        Optional<RoomId> in = Optional.of(room);
        PersonId person = ann.id();
        return List.of(
                new PostMessage(chat.id(), room, "x"),
                answer(room, of),
                new EditMessage(chat.id(), in, of, "x"),
                new DeleteMessage(chat.id(), in, of),
                new React(chat.id(), in, of, "👍", true),
                new Invite(chat.id(), room, person),
                new Invite(chat.id(), room, NOBODY),
                new JoinRoom(chat.id(), room),
                new LeaveRoom(chat.id(), room),
                new SetTopic(chat.id(), room, "x"),
                new RenameRoom(chat.id(), room, "x"),
                new RemovePerson(chat.id(), room, person, Removal.KICK),
                new RemovePerson(chat.id(), room, NOBODY, Removal.BAN),
                new Unban(chat.id(), room, person),
                new Mute(chat.id(), room, person, Optional.empty()),
                new Unmute(chat.id(), room, person),
                new GiveRole(chat.id(), room, person, Role.MEMBER));
    }

    // Conversations of two.

    @Test
    void thereIsOneConversationForTwoPeople() {
        Receipt opened = chat.done(ann, new OpenDirect(chat.id(), bob.id()));
        RoomId room = opened.entry().room();
        assertThat(chat.news).endsWith("entry opened", "standing Ann ", "standing Bob ", "room ");
        chat.post(bob, room);
        chat.reopen();
        Receipt again = chat.done(bob, new OpenDirect(chat.id(), ann.id()));
        assertThat(again).isEqualTo(new Receipt(opened.entry(), true));
        assertThat(chat.done(ann, new OpenDirect(chat.id(), bob.id()))).isEqualTo(again);
        chat.refuses(ann, new OpenDirect(chat.id(), ann.id()), ErrorCode.FORBIDDEN);
        assertThat(chat.done(ann, new OpenDirect(chat.id(), chat.owner().id())).repeated())
                .isFalse();
    }

    @Test
    void aConversationOfTwoStaysAsItIs() {
        RoomId room = chat.done(ann, new OpenDirect(chat.id(), bob.id())).entry().room();
        EntryId of = chat.post(bob, room);
        chat.refuses(ann, delete(of), ErrorCode.FORBIDDEN);
        for (Command command :
                List.of(
                        new Invite(chat.id(), room, gus.id()),
                        new JoinRoom(chat.id(), room),
                        new LeaveRoom(chat.id(), room),
                        new SetTopic(chat.id(), room, "x"),
                        new RenameRoom(chat.id(), room, "x"),
                        new Unban(chat.id(), room, bob.id()))) {
            chat.refuses(ann, command, ErrorCode.FORBIDDEN);
        }
        for (Command command : onPerson(room, bob.id())) {
            chat.refuses(ann, command, ErrorCode.FORBIDDEN);
        }
        chat.done(bob, delete(of));
    }

    private List<Command> onPerson(RoomId room, PersonId person) {
        return List.of(
                new RemovePerson(chat.id(), room, person, Removal.KICK),
                new RemovePerson(chat.id(), room, person, Removal.BAN),
                new Mute(chat.id(), room, person, Optional.empty()),
                new Unmute(chat.id(), room, person),
                new GiveRole(chat.id(), room, person, Role.MEMBER));
    }

    private List<RoomHead> heads(Person person) {
        return chat.onLoop(state -> state.rooms().firstOf(person.id(), 1_000));
    }

    private EditMessage edit(EntryId of, String text) {
        return new EditMessage(chat.id(), Optional.empty(), of, text);
    }

    private DeleteMessage delete(EntryId of) {
        return new DeleteMessage(chat.id(), Optional.empty(), of);
    }

    private React react(EntryId of, String emoji) {
        return new React(chat.id(), Optional.empty(), of, emoji, true);
    }

    private PostMessage answer(RoomId room, EntryId to) {
        return new PostMessage(chat.id(), room, "x", Optional.of(to), List.of());
    }
}
