package dev.hearth.host;

import dev.hearth.model.Command;
import dev.hearth.model.Command.DeleteMessage;
import dev.hearth.model.Command.EditMessage;
import dev.hearth.model.Command.GiveRole;
import dev.hearth.model.Command.Mute;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Command.React;
import dev.hearth.model.Command.RemovePerson;
import dev.hearth.model.Command.Unmute;
import dev.hearth.model.EntryId;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/// A chat with its owner, two members and a guest, and the commands that tests of its rules give.
abstract class OnRules {
    static final PersonId NOBODY = new PersonId("nobody");

    final TestChat chat;
    final Person owner;
    final Person ann;
    final Person bob;
    final Person gus;

    OnRules(Path folder) {
        chat = new TestChat(folder);
        owner = chat.owner();
        ann = chat.member("Ann");
        bob = chat.member("Bob");
        gus = chat.guest("Gus");
    }

    @AfterEach
    final void close() {
        chat.close();
    }

    final List<Command> onPerson(RoomId room, PersonId person) {
        return List.of(
                new RemovePerson(chat.id(), room, person, Removal.KICK),
                new RemovePerson(chat.id(), room, person, Removal.BAN),
                new Mute(chat.id(), room, person, Optional.empty()),
                new Unmute(chat.id(), room, person),
                new GiveRole(chat.id(), room, person, Role.MEMBER));
    }

    final List<RoomHead> heads(Person person) {
        return chat.onLoop(state -> state.rooms().firstOf(person.id(), 1_000));
    }

    final EditMessage edit(EntryId of, String text) {
        return new EditMessage(chat.id(), Optional.empty(), of, text);
    }

    final DeleteMessage delete(EntryId of) {
        return new DeleteMessage(chat.id(), Optional.empty(), of);
    }

    final React react(EntryId of, String emoji) {
        return new React(chat.id(), Optional.empty(), of, emoji, true);
    }

    final PostMessage answer(RoomId room, EntryId to) {
        return new PostMessage(chat.id(), room, "x", Optional.of(to), List.of());
    }
}
