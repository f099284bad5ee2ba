package dev.hearth.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.log.sqlite.StatementCount;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a message costs the log, in statements of SQLite.
final class PostCostTest {
    private TestChat chat;
    private Person ann;

    PostCostTest(@TempDir Path folder) {
        chat = new TestChat(folder);
        ann = chat.member("Ann");
    }

    @BeforeEach
    void theFirstMessageStoresItsAuthor() {
        chat.post(ann, RoomId.LOBBY);
        plain("first");
    }

    @AfterEach
    void close() {
        chat.close();
    }

    private void plain(String text) {
        chat.host
                .submit(
                        ann,
                        chat.host.plainPost(RoomId.LOBBY, text, Optional.of(text)),
                        Duration.ZERO)
                .join();
        chat.settle();
    }

    private long cost(Runnable what) {
        long before = StatementCount.of(chat.store);
        what.run();
        return StatementCount.of(chat.store) - before;
    }

    /// A look for its id; the room's last number, the author, the entry, its text for search and
    /// the number again; and the beginnings and ends of two transactions.
    private static final long OF_A_MESSAGE = 1 + 5 + 4;

    @Test
    void aPlainMessageTakesSixStatementsInTwoTransactions() {
        assertThat(cost(() -> plain("second"))).isEqualTo(OF_A_MESSAGE);
    }

    @Test
    void aMessageOfTheAppTakesAsMany() {
        assertThat(cost(() -> chat.post(ann, RoomId.LOBBY))).isEqualTo(OF_A_MESSAGE);
    }

    private static void await(CountDownLatch turn) {
        try {
            assertThat(turn.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRepetitionTakesOneLook() {
        plain("again");
        assertThat(cost(() -> plain("again"))).isEqualTo(3);
    }

    /// One look for all ids, one transaction, and what each message writes.
    @Test
    void manyAtOnceShareTheirLookAndTheirTransaction() {
        int many = 100;
        CompletableFuture<Boolean> gate = new CompletableFuture<>();
        CountDownLatch turn = new CountDownLatch(1);
        chat.host.run(
                state -> {
                    turn.countDown();
                    gate.join();
                });
        // What comes before it began would be looked up with it.
        await(turn);
        List<CompletableFuture<?>> all =
                IntStream.range(0, many)
                        .<CompletableFuture<?>>mapToObj(
                                i ->
                                        chat.submit(
                                                ann,
                                                new PostMessage(
                                                        chat.id(), RoomId.LOBBY, "text " + i)))
                        .toList();
        long cost =
                cost(
                        () -> {
                            gate.complete(true);
                            all.forEach(CompletableFuture::join);
                            chat.settle();
                        });
        assertThat(cost).isEqualTo(OF_A_MESSAGE + 2L * (many - 1));
    }
}
