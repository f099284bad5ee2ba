package dev.hearth.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.host.ChatHost.Receipt;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Limits;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.store.ChatStore;
import dev.hearth.store.MemoryRoomLog;
import dev.hearth.store.RoomLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChatHostTest {
    private static final Person ANN = new Person(new PersonId("a"), "Ann", Role.MEMBER);

    private final AtomicLong now = new AtomicLong(1_000);
    private final InstantSource clock = () -> Instant.ofEpochMilli(now.get());
    private final HeldLog log = new HeldLog();
    private final List<Entry> published = Collections.synchronizedList(new ArrayList<>());
    private final ChatStore store;
    private final ChatHost host;

    ChatHostTest(@TempDir Path folder) {
        store = ChatStore.open(folder, clock, _ -> {});
        host = new ChatHost(clock, log, store.book());
    }

    @BeforeEach
    void listen() {
        host.listen(published::addAll);
    }

    @AfterEach
    void close() {
        log.release();
        host.close();
        store.close();
    }

    @Test
    void numbersEntriesWithoutGapsWhoeverPosts() {
        List<CompletableFuture<Receipt>> answers =
                IntStream.range(0, 1_000)
                        .parallel()
                        .mapToObj(i -> post("id" + i, "text " + i))
                        .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join().repeated()).isFalse());
        settle();
        assertThat(published)
                .extracting(Entry::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 1_000).boxed().toList());
        assertThat(log.after(0, 2_000)).isEqualTo(published);
    }

    @Test
    void theSameIdAgainIsTheSameMessage() {
        Receipt first = post("id", "hello").join();
        Receipt again = post("id", "hello").join();
        assertThat(again.repeated()).isTrue();
        assertThat(again.entry()).isEqualTo(first.entry());
        settle();
        assertThat(published).hasSize(1);
    }

    @Test
    void theSameIdInOneTurnIsTheSameMessage() {
        log.hold();
        CompletableFuture<Receipt> blocker = post("blocker", "x");
        CompletableFuture<Receipt> first = post("id", "hello");
        CompletableFuture<Receipt> again = post("id", "hello");
        CompletableFuture<Receipt> other = post("id", "something else");
        log.release();
        blocker.join();
        assertThat(first.join().repeated()).isFalse();
        assertThat(again.join().repeated()).isTrue();
        fails(other, ErrorCode.CONFLICT);
    }

    @Test
    void nothingIsAnsweredOrPublishedBeforeTheLogHasIt() throws InterruptedException {
        log.hold();
        CompletableFuture<Receipt> answer = post("id", "hello");
        log.awaitHeld();
        assertThat(answer).isNotDone();
        assertThat(published).isEmpty();
        log.release();
        assertThat(answer.join().entry().payload()).isEqualTo(new Posted("hello"));
    }

    @Test
    void aTurnIsAppendedAtOnce() {
        log.hold();
        CompletableFuture<Receipt> blocker = post("blocker", "x");
        List<CompletableFuture<Receipt>> answers =
                IntStream.range(0, 100).mapToObj(i -> post("id" + i, "t")).toList();
        log.release();
        blocker.join();
        answers.forEach(CompletableFuture::join);
        assertThat(log.appends()).isLessThanOrEqualTo(3);
    }

    @Test
    void aFailingLogFailsTheTurnAndNothingElse() {
        log.fail = true;
        fails(post("id", "hello"), ErrorCode.STORAGE);
        settle();
        assertThat(published).isEmpty();
        log.fail = false;
        assertThat(post("id", "hello").join().entry().seq()).isEqualTo(1);
    }

    @Test
    void timeNeverFallsWithinARoom() {
        Instant first = post("a", "x").join().entry().at();
        now.set(5);
        assertThat(post("b", "x").join().entry().at()).isEqualTo(first);
    }

    @Test
    void refusesWhatIsTooLongOrElsewhere() {
        fails(post("a", "x".repeat(Limits.PLAIN_TEXT_BYTES.value() + 1)), ErrorCode.TOO_LONG);
        fails(post("b", "é".repeat(450_001)), ErrorCode.TOO_LONG);
        PostMessage elsewhere = new PostMessage(new EntryId("c"), new RoomId("#nowhere"), "x");
        fails(host.post(ANN, elsewhere, Duration.ZERO), ErrorCode.NO_ROOM);
        assertThat(log.lastSeq()).isZero();
    }

    @Test
    void aFullQueueIsBusyAndTheHostGoesOn() throws InterruptedException {
        log.hold();
        CompletableFuture<Receipt> held = post("first", "x");
        log.awaitHeld();
        List<CompletableFuture<Receipt>> waiting =
                IntStream.range(0, ChatHost.QUEUE).mapToObj(i -> post("id" + i, "x")).toList();
        fails(post("one too many", "x"), ErrorCode.BUSY);
        log.release();
        held.join();
        waiting.forEach(CompletableFuture::join);
        assertThat(post("one too many", "x").join().repeated()).isFalse();
    }

    @Test
    void stepsSeeTheLogExactlyAsItWasPublished() {
        CompletableFuture<Receipt> before = post("a", "x");
        CompletableFuture<Integer> seen = host.call(published::size);
        CompletableFuture<Receipt> after = post("b", "x");
        assertThat(seen.join()).isEqualTo(1);
        before.join();
        after.join();
    }

    @Test
    void aClosedChatSaysSo() {
        host.close();
        fails(post("id", "hello"), ErrorCode.CLOSED);
        assertThatThrownBy(() -> host.call(() -> 1).join())
                .hasCauseInstanceOf(HearthException.class);
    }

    private CompletableFuture<Receipt> post(String id, String text) {
        return host.post(ANN, new PostMessage(new EntryId(id), RoomId.LOBBY, text), Duration.ZERO);
    }

    /// Answers come before an entry is published; a step comes after.
    private void settle() {
        host.call(() -> true).join();
    }

    private static void fails(CompletableFuture<?> answer, ErrorCode code) {
        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        HearthException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    /// A real log that can be held up.
    private static final class HeldLog implements RoomLog {
        private final MemoryRoomLog log = new MemoryRoomLog();
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private final CountDownLatch held = new CountDownLatch(1);
        private int appends;
        volatile boolean fail;

        void hold() {
            gate = new CountDownLatch(1);
        }

        void release() {
            gate.countDown();
        }

        void awaitHeld() throws InterruptedException {
            held.await();
        }

        synchronized int appends() {
            return appends;
        }

        @Override
        public void append(List<Entry> entries) {
            held.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (fail) {
                throw new IllegalStateException("the disk is full");
            }
            synchronized (this) {
                appends++;
            }
            log.append(entries);
        }

        @Override
        public long lastSeq() {
            return log.lastSeq();
        }

        @Override
        public List<Entry> after(long seq, int limit) {
            return log.after(seq, limit);
        }

        @Override
        public Optional<Entry> find(EntryId id) {
            return log.find(id);
        }
    }
}
