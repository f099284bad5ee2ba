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
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Command.React;
import dev.hearth.model.Command.RemovePerson;
import dev.hearth.model.Command.RenameRoom;
import dev.hearth.model.Command.SetTopic;
import dev.hearth.model.Command.Unban;
import dev.hearth.model.Command.Unmute;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Membership;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may know of private rooms and of conversations of two, and act in them
/// (docs/decisions/0006). Whatever is refused changes nothing.
final class PrivateRoomRulesTest extends OnRules {
    PrivateRoomRulesTest(@TempDir Path folder) {
        super(folder);
    }

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
}
