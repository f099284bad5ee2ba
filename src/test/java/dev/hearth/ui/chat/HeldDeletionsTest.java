package dev.hearth.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.HearthException;
import dev.hearth.model.Message;
import dev.hearth.model.RoomId;
import dev.hearth.ui.fakes.FakeChat;
import dev.hearth.ui.fakes.FakeTimers;
import dev.hearth.ui.fakes.FakeWorld;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// When deletions are sent, and what is shown until the host has said something about them.
final class HeldDeletionsTest {
    private final FakeWorld world = new FakeWorld();
    private final FakeTimers time = new FakeTimers();
    private final List<String> problems = new ArrayList<>();
    private final SessionViewModel session;
    private final FakeChat chat;

    HeldDeletionsTest() {
        world.onJoin(FakeChat::goOnline);
        var request = new JoinRequest(URI.create("http://a:1"), "Mira");
        session = new SessionViewModel(world, request, time.context());
        session.commands().tellProblemsTo(problems::add);
        chat = world.chat();
    }

    private String shown(EntryId id) {
        Message now = session.room().timeline().message(id).orElseThrow();
        return now.details().deleted() ? "deleted" : now.text();
    }

    private List<EntryId> asked() {
        return chat.commands().stream()
                .map(command -> ((Command.DeleteMessage) command).of())
                .toList();
    }

    @Test
    void aDeletionIsSentAfterAWhileAndStaysOutOfSight() {
        Message one = chat.said("Omar", FakeWorld.NOW, "one");
        Message two = chat.said("Omar", FakeWorld.NOW, "two");
        session.deletions().delete(List.of(one, two));
        assertThat(shown(one.id())).isEqualTo("deleted");
        assertThat(session.lastSaidProperty().get().orElseThrow().line()).isEmpty();
        assertThat(asked()).isEmpty();
        time.pass(HeldDeletions.PAUSE);
        assertThat(asked()).containsExactly(one.id(), two.id());
        chat.become(one, "one", FakeChat.reacted("👍 Omar"));
        assertThat(shown(one.id())).as("not deleted yet at the host").isEqualTo("deleted");
        assertThat(session.deletions().undo()).as("too late").isFalse();
        assertThat(time.waiting()).isZero();
    }

    @Test
    void whatTheHostRefusesIsThereAgainAsItIsByThen() {
        var answer = new CompletableFuture<Accepted>();
        chat.answerCommandsWith(answer);
        Message one = chat.said("Omar", FakeWorld.NOW, "one");
        session.deletions().delete(List.of(one));
        chat.become(one, "edited", FakeChat.edited(FakeWorld.NOW));
        time.pass(HeldDeletions.PAUSE);
        assertThat(shown(one.id())).isEqualTo("deleted");
        answer.completeExceptionally(new HearthException(ErrorCode.FORBIDDEN, "You may not."));
        assertThat(shown(one.id())).isEqualTo("edited");
        assertThat(problems).hasSize(1);
    }

    @Test
    void whatIsToldAgainWhileItIsHeldStaysOutOfSight() {
        Message one = chat.said("Omar", FakeWorld.NOW, "one");
        session.deletions().delete(List.of(one));
        chat.tell(new Event.RoomReset(RoomId.LOBBY));
        chat.tell(new Event.OlderMessages(RoomId.LOBBY, List.of(one), false));
        assertThat(shown(one.id())).isEqualTo("deleted");
        assertThat(session.deletions().undo()).isTrue();
        assertThat(shown(one.id())).isEqualTo("one");
    }

    @Test
    void theEndWaitsForTheHostsAnswer() {
        var answer = new CompletableFuture<Accepted>();
        chat.answerCommandsWith(answer);
        Message one = chat.said("Omar", FakeWorld.NOW, "one");
        session.deletions().delete(List.of(one));
        session.close();
        assertThat(asked()).containsExactly(one.id());
        assertThat(chat.calls()).doesNotContain("close");
        answer.complete(new Accepted(RoomId.LOBBY, 2));
        assertThat(chat.calls()).endsWith("close");
        assertThat(session.left().toCompletableFuture()).isDone();
    }

    @Test
    void whatSomebodyElseHasDeletedMeanwhileIsNotAskedFor() {
        Message one = chat.said("Omar", FakeWorld.NOW, "one");
        session.deletions().delete(List.of(one));
        chat.become(one, "", FakeChat.deleted());
        session.close();
        assertThat(asked()).isEmpty();
        assertThat(session.deletions().undo()).isFalse();
        assertThat(time.waiting()).isZero();
    }
}
