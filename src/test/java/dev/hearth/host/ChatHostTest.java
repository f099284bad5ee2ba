package dev.hearth.host;

import static dev.hearth.host.TestChat.fails;
import static dev.hearth.model.RoomId.LOBBY;
import static dev.hearth.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.host.ChatHost.Receipt;
import dev.hearth.model.Command.DeleteMessage;
import dev.hearth.model.Command.EditMessage;
import dev.hearth.model.Command.OpenRoom;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.EntryPlace;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.Limits;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.model.RoomState;
import dev.hearth.model.SearchRequest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Order, batches and failures of the loop.
final class ChatHostTest {
    private final TestChat chat;
    private final Person ann;

    ChatHostTest(@TempDir Path folder) {
        chat = new TestChat(folder);
        ann = chat.member("Ann");
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void numbersEntriesWithoutGapsWhoeverPosts() {
        List<CompletableFuture<Receipt>> answers =
                IntStream.range(0, 1_000)
                        .parallel()
                        .mapToObj(i -> post("id" + i, "text " + i))
                        .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join().repeated()).isFalse());
        chat.settle();
        assertThat(chat.published)
                .extracting(Entry::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 1_000).boxed().toList());
        assertThat(chat.host.after(LOBBY, 0, 2_000)).isEqualTo(chat.published);
    }

    @Test
    void theSameIdInOneTurnIsTheSameMessage() throws SQLException {
        CompletableFuture<Receipt> first;
        CompletableFuture<Receipt> again;
        CompletableFuture<Receipt> other;
        try (var _ = chat.hold()) {
            var _ = post("blocker", "x");
            first = post("id", "hello");
            again = post("id", "hello");
            other = post("id", "something else");
        }
        assertThat(first.join().repeated()).isFalse();
        assertThat(again.join()).isEqualTo(new Receipt(first.join().entry(), true));
        fails(other, ErrorCode.CONFLICT);
    }

    @Test
    void nothingIsAnsweredOrPublishedBeforeTheLogHasIt() throws SQLException {
        CompletableFuture<Receipt> answer;
        try (var _ = chat.hold()) {
            answer = post("id", "hello");
            CompletableFuture<Boolean> after = chat.host.call(state -> true);
            await().during(Duration.ofMillis(100)).until(() -> !answer.isDone());
            assertThat(after).as("a step waits for the commit before it").isNotDone();
            assertThat(chat.published).isEmpty();
        }
        assertThat(answer.join().entry().payload()).isEqualTo(new Posted("hello"));
    }

    @Test
    void manyMessagesAreOneCommit() throws SQLException {
        List<CompletableFuture<Receipt>> answers;
        try (var _ = chat.hold()) {
            var _ = post("blocker", "x");
            answers = IntStream.range(0, 100).mapToObj(i -> post("id" + i, "t")).toList();
        }
        answers.forEach(CompletableFuture::join);
        chat.settle();
        assertThat(chat.turns).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void anEditAndADeletionOfAMessageOfTheSameTurnWork() throws SQLException {
        CompletableFuture<Receipt> edit;
        CompletableFuture<Receipt> deletion;
        CompletableFuture<Receipt> late;
        EntryId of = new EntryId("id");
        try (var _ = chat.hold()) {
            var _ = post("blocker", "x");
            var _ = post("id", "hello");
            edit = chat.submit(ann, new EditMessage(chat.id(), Optional.empty(), of, "better"));
            deletion = chat.submit(ann, new DeleteMessage(chat.id(), Optional.empty(), of));
            late = chat.submit(ann, new EditMessage(chat.id(), Optional.empty(), of, "again"));
        }
        assertThat(edit.join().entry().seq()).isEqualTo(3);
        assertThat(deletion.join().entry().seq()).isEqualTo(4);
        fails(late, ErrorCode.NO_MESSAGE);
    }

    @Test
    void aStoreThatFailsFailsTheTurnAndRecoversByItself() throws SQLException {
        EntryId before = chat.post(ann, LOBBY);
        chat.published.clear();
        Map<RoomId, RoomState> held = chat.held();
        CompletableFuture<Receipt> opening;
        List<CompletableFuture<Receipt>> posts;
        OpenRoom command = new OpenRoom(new EntryId("open"), "Garden", "", RoomKind.PUBLIC);
        try (var _ = chat.hold()) {
            posts = List.of(post("a", "x"), post("b", "y"));
            chat.settle();
            opening = chat.submit(ann, command);
            posts.forEach(each -> fails(each, ErrorCode.STORAGE));
            fails(opening, ErrorCode.STORAGE);
            chat.settle();
            assertThat(chat.published).isEmpty();
            assertThat(chat.held()).isEqualTo(held);
            assertThat(chat.host.after(LOBBY, 0, 1))
                    .as("reading goes on")
                    .extracting(Entry::id)
                    .contains(before);
        }
        assertThat(post("a", "x").join().entry().seq()).isEqualTo(2);
        assertThat(chat.done(ann, command).repeated()).isFalse();
        assertThat(chat.held()).isEqualTo(chat.states());
    }

    @Test
    void aClockThatIsSetBackByALittleMakesTimeStandStillAlsoAfterARestart() {
        Instant first = post("a", "x").join().entry().at();
        chat.pass(EntryClock.STANDS_STILL.negated());
        assertThat(post("b", "x").join().entry().at()).isEqualTo(first);
        chat.reopen();
        assertThat(post("c", "x").join().entry().at()).isEqualTo(first);
        chat.pass(EntryClock.STANDS_STILL.plusMillis(1));
        assertThat(post("d", "x").join().entry().at()).isEqualTo(first.plusMillis(1));
        assertThat(chat.news).noneMatch(each -> each.startsWith("clock"));
    }

    @Test
    void afterAClockThatWasDaysAheadIsPutRightTimesAreRightAndTheOwnerIsToldOnce() {
        chat.pass(Duration.ofDays(3));
        RoomId garden = chat.open(ann, "Garden", RoomKind.PUBLIC);
        Instant ahead = post("a", "x").join().entry().at();
        chat.pass(Duration.ofDays(-3));
        Receipt next = post("b", "x").join();
        assertThat(next.entry().at()).isEqualTo(ahead.minus(Duration.ofDays(3)));
        assertThat(next.entry().seq()).isEqualTo(2);
        chat.pass(Duration.ofMinutes(5));
        assertThat(post("c", "x").join().entry().at())
                .as("the minute after is another one")
                .isEqualTo(next.entry().at().plus(Duration.ofMinutes(5)));
        chat.post(ann, garden);
        assertThat(chat.news).containsOnlyOnce("clock fell by 72 h");
        assertThat(chat.host.after(LOBBY, 0, 10))
                .extracting(Entry::seq)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void aPlainMessageMayBeLongerAndItsOffsetCountsForAllPeople() {
        Person bob = chat.guest("Bob");
        String offset = "o".repeat(200);
        String large = "x".repeat(900_000);
        Entry first = plain(ann, offset, large).join().entry();
        assertThat(first.id().value()).hasSizeLessThanOrEqualTo(Limits.ID_CHARACTERS.value());
        assertThat(plain(bob, offset, large).join().repeated()).isTrue();
        chat.reopen();
        assertThat(plain(bob, offset, large).join().repeated()).isTrue();
        assertThat(plain(bob, offset, "y").join().repeated()).isFalse();
        String tooLong = "é".repeat(Limits.PLAIN_TEXT_BYTES.value() / 2 + 1);
        fails(plain(bob, "a", tooLong), ErrorCode.TOO_LONG);
        fails(plain(bob, "b", ""), ErrorCode.EMPTY);
        assertThat(chat.host.lastSeq(LOBBY)).isEqualTo(2);
    }

    @Test
    void aPlainMessageIsTheSameAfterItWasEditedAndDeleted() {
        EntryId id = plain(ann, "7", "first").join().entry().id();
        chat.done(ann, new EditMessage(chat.id(), Optional.of(LOBBY), id, "second"));
        assertThat(plain(ann, "7", "first").join().repeated()).isTrue();
        assertThat(plain(ann, "7", "second").join().repeated()).isFalse();
        chat.done(ann, new DeleteMessage(chat.id(), Optional.of(LOBBY), id));
        assertThat(plain(ann, "7", "first").join().repeated()).isTrue();
    }

    @Test
    void aFullQueueIsBusyAndTheHostGoesOn() {
        CompletableFuture<Boolean> gate = new CompletableFuture<>();
        CompletableFuture<Boolean> held = new CompletableFuture<>();
        chat.host.run(
                state -> {
                    held.complete(true);
                    gate.join();
                });
        // From here on the loop takes nothing more out of its queue.
        held.join();
        List<CompletableFuture<Receipt>> waiting =
                IntStream.rangeClosed(0, HostLoop.QUEUE)
                        .mapToObj(i -> post("id" + i, "x"))
                        .toList();
        fails(waiting.getLast(), ErrorCode.BUSY);
        gate.complete(true);
        chat.settle();
        assertThat(waiting.getFirst().join().entry().seq()).isEqualTo(1);
        assertThat(post("one more", "x").join().repeated()).isFalse();
    }

    @Test
    void stepsSeeTheLogExactlyAsItWasPublished() {
        CompletableFuture<Receipt> before = post("a", "x");
        CompletableFuture<Integer> seen = chat.host.call(_ -> chat.published.size());
        CompletableFuture<Receipt> after = post("b", "x");
        assertThat(seen.join()).isEqualTo(1);
        before.join();
        after.join();
    }

    @Test
    void stateExpiresWithItsTurn() {
        HostState kept = chat.host.call(state -> state).join();
        chat.settle();
        assertThatThrownBy(kept::people).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(kept::rooms).isInstanceOf(IllegalStateException.class);
        CompletableFuture<Rooms> later = chat.host.call(_ -> kept.rooms());
        assertThatThrownBy(later::join).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void stateAnswersOnTheLoopsThreadOnly() {
        CompletableFuture<People> elsewhere =
                chat.host.call(state -> CompletableFuture.supplyAsync(state::people).join());
        assertThatThrownBy(elsewhere::join).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasWrittenIsReadAndFound() {
        EntryId id = post("a", "a red fox").join().entry().id();
        RoomId room = chat.open(ann, "Garden", RoomKind.PUBLIC);
        assertThat(chat.host.places(List.of(id, new EntryId("another"))))
                .containsExactly(new EntryPlace(LOBBY, 1, id));
        HistoryRequest newest =
                new HistoryRequest(LOBBY, new HistoryRequest.Where.Before(Long.MAX_VALUE), 10);
        assertThat(chat.host.history(newest).messages()).hasSize(1);
        SearchRequest fox = SearchRequest.of("fox", 10);
        assertThat(chat.host.search(fox, new SeenRooms(Set.of(LOBBY), Set.of())).hits()).hasSize(1);
        assertThat(chat.host.search(fox, new SeenRooms(Set.of(), Set.of(room))).hits()).isEmpty();
    }

    @Test
    void aClosedChatSaysSo() {
        chat.host.close();
        fails(post("id", "hello"), ErrorCode.CLOSED);
        assertThatThrownBy(() -> chat.host.call(state -> 1).join())
                .hasCauseInstanceOf(HearthException.class);
    }

    private CompletableFuture<Receipt> post(String id, String text) {
        return chat.host.submit(
                ann, Submission.of(new PostMessage(new EntryId(id), LOBBY, text)), Duration.ZERO);
    }

    private CompletableFuture<Receipt> plain(Person from, String offset, String text) {
        return chat.host.submit(
                from, chat.host.plainPost(LOBBY, text, Optional.of(offset)), Duration.ZERO);
    }
}
