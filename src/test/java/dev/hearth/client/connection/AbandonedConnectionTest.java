package dev.hearth.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.client.JoinedFolders;
import dev.hearth.client.MessageArguments;
import dev.hearth.client.dialect.Dialect;
import dev.hearth.client.dialect.DialectContext;
import dev.hearth.client.dialect.DialectList;
import dev.hearth.client.replica.ReplicaWriter;
import dev.hearth.log.sqlite.OutboxStore;
import dev.hearth.model.Accepted;
import dev.hearth.model.Capabilities;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.model.Message;
import dev.hearth.protocol.Events;
import dev.hearth.testkit.Abilities;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What was under way when a connection was given up, or the chat left, does nothing more.
final class AbandonedConnectionTest extends OnScriptedHost {
    private final List<Fragile> dialects = new CopyOnWriteArrayList<>();
    private final CountDownLatch recovering = new CountDownLatch(1);

    /// Is in as soon as the connection is open. The first one opens a folder then, and runs out of
    /// memory; the second one has the first do, late, all that a dialect may do.
    private final class Fragile implements Dialect {
        private final DialectContext context;
        private final ReplicaWriter writer;

        Fragile(DialectContext context, ReplicaWriter writer) {
            this.context = context;
            this.writer = writer;
        }

        @Override
        public void opened() {
            context.recognised();
            context.become(new ConnectionState.Entering());
            if (dialects.size() == 1) {
                context.after(Duration.ZERO, () -> context.giveUp("a timer that was forgotten"));
                writer.open(host.address(), "host", _ -> writer.note("late", "written"));
                throw new OutOfMemoryError("a test");
            }
            late(dialects.getFirst().context);
            context.become(new ConnectionState.Online(Abilities.HEARTH));
        }

        private static void late(DialectContext abandoned) {
            abandoned.become(new ConnectionState.Entering());
            abandoned.recognised();
            abandoned.notSpoken(true);
            abandoned.notSpoken(false);
            abandoned.giveUp("late");
            abandoned.refuse(ErrorCode.REFUSED, "late");
            abandoned.tell(new Event.Noticed("late"));
        }

        @Override
        public DialectContext context() {
            return context;
        }

        @Override
        public String namespace() {
            return Events.NAMESPACE;
        }

        @Override
        public Map<String, Object> auth() {
            return Map.of();
        }

        @Override
        public Capabilities capabilities() {
            return Abilities.HEARTH;
        }

        @Override
        public void closed() {}

        @Override
        public void heard(String event, List<@Nullable Object> arguments) {}

        @Override
        public List<Message> standAside() {
            return List.of();
        }

        @Override
        public void adopt(List<Message> messages) {}

        @Override
        public void post(PostMessage message, @Nullable CompletableFuture<Accepted> answer) {}

        @Override
        public void retry(EntryId id) {}

        @Override
        public void discard(EntryId id) {}
    }

    /// Opens folders when it may.
    private record Slow(JoinedFolders folders, Runnable first) implements JoinedFolders {
        @Override
        public Optional<String> hostAt(URI server) {
            return folders.hostAt(server);
        }

        @Override
        public void remember(URI server, String hostId) {
            folders.remember(server, hostId);
        }

        @Override
        public Optional<MessageArguments> argumentsAt(URI server) {
            return Optional.empty();
        }

        @Override
        public void rememberArguments(URI server, Optional<MessageArguments> arguments) {}

        @Override
        public Optional<String> dialectAt(URI server) {
            return Optional.empty();
        }

        @Override
        public void rememberDialect(URI server, Optional<String> chosen) {}

        @Override
        public Optional<JoinedFolder> open(String hostId) {
            first.run();
            return folders.open(hostId);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Dialect fragile(DialectContext context, ReplicaWriter writer) {
        Fragile fragile = new Fragile(context, writer);
        dialects.add(fragile);
        if (dialects.size() == 2) {
            recovering.countDown();
        }
        return fragile;
    }

    @Test
    void afterAnErrorTheConnectionBeforeTriesNothingAndWritesNothing() {
        DialectList list = (_, context, writer) -> List.of(fragile(context, writer));
        Slow folders = new Slow(kept, () -> await(recovering));
        try (Joined ada = Joined.to(request(), folders, list)) {
            ada.awaitState(ONLINE::equals);
            assertThat(ada.states())
                    .containsExactly(
                            new ConnectionState.Connecting(1),
                            new ConnectionState.Entering(),
                            new ConnectionState.Connecting(1),
                            new ConnectionState.Entering(),
                            ONLINE);
            assertThat(ada.events(Event.Noticed.class)).hasSize(1);
        }
        assertThat(dialects).hasSize(2);
        try (OutboxStore outbox =
                OutboxStore.open(kept.path("host"), InstantSource.system(), _ -> {})) {
            assertThat(outbox.note("late")).isEmpty();
        }
    }

    @Test
    void aChatThatIsLeftWhileAnotherHasItsFolderEndsCleanly() {
        leave(join());
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        Slow folders =
                new Slow(
                        kept,
                        () -> {
                            asked.countDown();
                            await(left);
                            throw new HearthException(LocalTrouble.DATA_IN_USE, "It is taken.");
                        });
        Joined ada = Joined.to(request(), folders);
        await(asked);
        ada.leave();
        left.countDown();
        ada.await(ConnectionState.Closed.class);
        assertThat(ada.states()).containsExactly(new ConnectionState.Closed());
    }

    @Test
    void aChatThatIsLeftIsNotConnectedAgain() {
        try (Joined ada = join()) {
            host.close();
            ada.await(ConnectionState.Offline.class);
            int told = ada.states().size();
            ada.leave();
            ada.chat().reconnectNow();
            ada.await(ConnectionState.Closed.class);
            assertThat(ada.states().subList(told, ada.states().size()))
                    .containsExactly(new ConnectionState.Closed());
        }
    }
}
