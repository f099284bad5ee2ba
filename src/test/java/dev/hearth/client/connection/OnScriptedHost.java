package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinRequest;
import dev.hearth.model.Command;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.FailureCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.RoomId;
import dev.hearth.testkit.Abilities;
import dev.hearth.testkit.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// What tests have in common that have a host do what they want, on real sockets and disks.
abstract class OnScriptedHost {
    static final ConnectionState ONLINE = new ConnectionState.Online(Abilities.HEARTH);

    @TempDir Path folder;
    Kept kept = new Kept(Path.of(""));
    ScriptedHost host = new ScriptedHost();

    @BeforeEach
    void makeFolder() {
        kept = new Kept(folder);
    }

    @AfterEach
    void close() {
        host.close();
    }

    JoinRequest request() {
        return new JoinRequest(host.address(), "Ada");
    }

    Joined join() {
        return online(Joined.to(request(), kept));
    }

    static Joined online(Joined joined) {
        joined.awaitState(ONLINE::equals);
        return joined;
    }

    static void awaitTexts(Joined joined, String... texts) {
        Patience.await().untilAsserted(() -> assertThat(joined.texts()).containsExactly(texts));
    }

    static void awaitConfirmed(Joined joined, int count) {
        Patience.await().until(() -> joined.confirmed().size() == count);
    }

    static void leave(Joined joined) {
        joined.leave();
        joined.await(ConnectionState.Closed.class);
    }

    static Command edit(EntryId of, String text) {
        return new Command.EditMessage(EntryId.next(5), Optional.of(RoomId.LOBBY), of, text);
    }

    static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }

    static FailureCode failure(CompletionStage<?> stage) {
        try {
            get(stage);
            throw new AssertionError("it did not fail");
        } catch (CompletionException e) {
            if (e.getCause() instanceof HearthException why) {
                return why.code();
            }
            throw e;
        }
    }

    void restart(String epoch) {
        int port = host.port();
        List<Entry> log = host.log();
        host.close();
        host = new ScriptedHost(port).is("host-1", epoch);
        log.forEach(each -> host.log(each.id(), each.from(), each.payload()));
    }

    static void copyFiles(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    static void leaveAfter(Joined joined, int messages) {
        joined.awaitMessages(messages);
        leave(joined);
    }
}
