package dev.hearth.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.host.ChatHost.Receipt;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.EntryId;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.store.ChatStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The host loop on a log on disk.
final class DurableHostTest {
    private static final Person ANN = new Person(new PersonId("a"), "Ann", Role.MEMBER);

    @TempDir Path folder;

    @Test
    void aMessageThatIsSentAgainAfterARestartIsNotStoredTwice() {
        try (ChatStore store = open();
                ChatHost host = new ChatHost(InstantSource.system(), store.room(RoomId.LOBBY))) {
            List<CompletableFuture<Receipt>> answers =
                    IntStream.range(0, 200).mapToObj(n -> post(host, n)).toList();
            assertThat(answers).allSatisfy(it -> assertThat(it.join().repeated()).isFalse());
        }
        try (ChatStore store = open();
                ChatHost host = new ChatHost(InstantSource.system(), store.room(RoomId.LOBBY))) {
            assertThat(host.lastSeq()).isEqualTo(200);
            assertThat(post(host, 77).join().repeated()).isTrue();
            assertThat(post(host, 200).join().entry().seq()).isEqualTo(201);
        }
    }

    private static CompletableFuture<Receipt> post(ChatHost host, int n) {
        return host.post(
                new PostMessage(ANN, RoomId.LOBBY, new EntryId("id" + n), "text " + n),
                Duration.ofSeconds(1));
    }

    private ChatStore open() {
        return ChatStore.open(folder, InstantSource.system(), _ -> {});
    }
}
