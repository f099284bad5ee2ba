package dev.hearth.host;

import static dev.hearth.host.TestChat.fails;
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
import dev.hearth.model.Person;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same command again is done once; the same id with anything else is a conflict.
final class RepeatedCommandsTest {
    private record Said(Person from, Command command, Receipt receipt) {}

    private final TestChat chat;
    private final Person ann;
    private final Person bob;
    private final List<Said> said = new ArrayList<>();

    RepeatedCommandsTest(@TempDir Path folder) {
        chat = new TestChat(folder);
        ann = chat.member("Ann");
        bob = chat.member("Bob");
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void everyCommandIsDoneOnceAlsoAfterARestart() {
        sayEverything();
        repeatEverything();
        chat.reopen();
        repeatEverything();
    }

    @Test
    void anIdIsForOneCommandOnly() {
        sayEverything();
        Map<RoomId, Long> seqs = chat.seqs();
        for (Said each : said) {
            EntryId id = each.command().id();
            fails(
                    chat.submit(each.from(), new PostMessage(id, LOBBY, "something else")),
                    ErrorCode.CONFLICT);
            fails(chat.submit(each.from(), new SetTopic(id, LOBBY, "other")), ErrorCode.CONFLICT);
        }
        assertThat(chat.seqs()).isEqualTo(seqs);
    }

    @Test
    void theSameTextInAnotherRoomIsAnotherCommand() {
        RoomId room = chat.open(ann, "Garden", RoomKind.PUBLIC);
        EntryId id = chat.post(ann, LOBBY);
        fails(chat.submit(ann, new PostMessage(id, room, "text")), ErrorCode.CONFLICT);
    }

    @Test
    void anIdThatSomebodyElseUsedInTheRoomIsAConflict() {
        EntryId id = chat.post(ann, LOBBY);
        chat.refuses(bob, new PostMessage(id, LOBBY, "text"), ErrorCode.CONFLICT);
        RoomId room = chat.open(bob, "Garden", RoomKind.PUBLIC);
        assertThat(chat.done(bob, new PostMessage(id, room, "text")).repeated()).isFalse();
    }

    @Test
    void whatWasErasedSinceWasStillSaid() {
        PostMessage post = new PostMessage(chat.id(), LOBBY, "secret");
        EditMessage edit = new EditMessage(chat.id(), Optional.empty(), post.id(), "more secret");
        long posted = chat.done(ann, post).entry().seq();
        long edited = chat.done(ann, edit).entry().seq();
        chat.done(ann, new DeleteMessage(chat.id(), Optional.empty(), post.id()));
        Receipt again = chat.done(ann, post);
        assertThat(again.repeated()).isTrue();
        assertThat(again.entry().seq()).isEqualTo(posted);
        assertThat(chat.done(ann, edit).entry().seq()).isEqualTo(edited);
        chat.refuses(ann, new PostMessage(edit.id(), LOBBY, "x"), ErrorCode.CONFLICT);
    }

    private void repeatEverything() {
        Map<RoomId, Long> seqs = chat.seqs();
        int published = chat.published.size();
        for (Said each : said) {
            Receipt again = chat.done(each.from(), each.command());
            assertThat(again.repeated()).as(each.command().toString()).isTrue();
            assertThat(again.entry().seq()).isEqualTo(each.receipt().entry().seq());
            assertThat(again.entry().room()).isEqualTo(each.receipt().entry().room());
        }
        assertThat(chat.seqs()).isEqualTo(seqs);
        assertThat(chat.published).hasSize(published);
    }

    private void sayEverything() {
        RoomId room = say(ann, new OpenRoom(chat.id(), " The  Garden ", "t ", RoomKind.PRIVATE));
        say(ann, new OpenDirect(chat.id(), bob.id()));
        say(ann, new Invite(chat.id(), room, bob.id()));
        say(bob, new JoinRoom(chat.id(), room));
        EntryId of = chat.id();
        Optional<RoomId> in = Optional.of(room);
        say(bob, new PostMessage(of, room, "text", Optional.empty(), List.of()));
        say(bob, new EditMessage(chat.id(), in, of, "other"));
        say(ann, new React(chat.id(), Optional.empty(), of, "👍", true));
        say(ann, new DeleteMessage(chat.id(), in, of));
        say(ann, new SetTopic(chat.id(), room, " topic "));
        say(ann, new RenameRoom(chat.id(), room, " name "));
        say(ann, new Mute(chat.id(), room, bob.id(), Optional.of(chat.now().plusNanos(1))));
        say(ann, new Unmute(chat.id(), room, bob.id()));
        say(ann, new GiveRole(chat.id(), room, bob.id(), Role.MODERATOR));
        say(bob, new LeaveRoom(chat.id(), room));
        say(ann, new RemovePerson(chat.id(), room, bob.id(), Removal.BAN));
        say(ann, new Unban(chat.id(), room, bob.id()));
    }

    private RoomId say(Person from, Command command) {
        Receipt receipt = chat.done(from, command);
        assertThat(receipt.repeated()).isFalse();
        said.add(new Said(from, command, receipt));
        return receipt.entry().room();
    }

    /// One that the look-up of a whole turn took for another would fail all that is stored with it.
    @Test
    void anyIdIsFoundAgainAmongOthersOfItsTurn() throws Exception {
        List<String> ids = List.of("a", "\u0000", "a\u0000b", "%", "\uD83D\uDD25", "'", "é");
        for (int round = 0; round < 2; round++) {
            List<CompletableFuture<Receipt>> answers = new ArrayList<>();
            CompletableFuture<Boolean> gate = new CompletableFuture<>();
            chat.host.run(_ -> gate.join());
            for (String id : ids) {
                for (Person person : List.of(ann, ann, bob)) {
                    // The other's id in the same room is a conflict, whoever was first.
                    String own = person.equals(bob) ? id + "-bob" : id;
                    answers.add(
                            chat.submit(
                                    person,
                                    new PostMessage(new EntryId(own), RoomId.LOBBY, "text")));
                }
            }
            gate.complete(true);
            for (CompletableFuture<Receipt> answer : answers) {
                assertThat(answer.get(10, TimeUnit.SECONDS).entry().room()).isEqualTo(LOBBY);
            }
        }
        assertThat(chat.host.lastSeq(LOBBY)).isEqualTo(2L * ids.size());
    }
}
