package dev.hearth.host;

import static dev.hearth.model.RoomId.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.model.Command;
import dev.hearth.model.Command.GiveRole;
import dev.hearth.model.Command.Invite;
import dev.hearth.model.Command.JoinRoom;
import dev.hearth.model.Command.LeaveRoom;
import dev.hearth.model.Command.Mute;
import dev.hearth.model.Command.OpenDirect;
import dev.hearth.model.Command.OpenRoom;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Command.RemovePerson;
import dev.hearth.model.Command.RenameRoom;
import dev.hearth.model.Command.SetTopic;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Membership;
import dev.hearth.model.Person;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people may do in public rooms and in the lobby (docs/decisions/0006). Whatever is refused
/// changes nothing.
final class PublicRoomRulesTest extends OnRules {
    PublicRoomRulesTest(@TempDir Path folder) {
        super(folder);
    }

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
    void namesOfPublicRoomsDifferToTheEye() {
        RoomId form = chat.open(ann, "Form 10", RoomKind.PUBLIC);
        RoomId other = chat.open(ann, "Other", RoomKind.PUBLIC);
        for (String alike : List.of("Fоrm 10", "Forrn l0", "Ϝorm 1Ο", "1obby")) {
            OpenRoom again = new OpenRoom(chat.id(), alike, "", RoomKind.PUBLIC);
            chat.refuses(bob, again, ErrorCode.NAME_TAKEN);
            chat.refuses(ann, new RenameRoom(chat.id(), other, alike), ErrorCode.NAME_TAKEN);
        }
        assertThat(chat.submit(ann, new RenameRoom(chat.id(), other, "Fоrm 10")))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("This name looks like that of the room “Form 10”.");
        chat.done(ann, new RenameRoom(chat.id(), form, "Forrn 10"));
        chat.open(bob, "Form 11", RoomKind.PUBLIC);
        chat.open(bob, "Fоrm 10", RoomKind.PRIVATE);
        chat.done(ann, new RenameRoom(chat.id(), form, "Park"));
        chat.open(bob, "Fоrm 10", RoomKind.PUBLIC);
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
}
