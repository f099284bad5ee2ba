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
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Command.RemovePerson;
import dev.hearth.model.Command.Unban;
import dev.hearth.model.Command.Unmute;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Person;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may kick, ban, mute and give roles (docs/decisions/0006). Whatever is refused changes
/// nothing.
final class ModerationRulesTest extends OnRules {
    ModerationRulesTest(@TempDir Path folder) {
        super(folder);
    }

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
}
