package dev.hearth.app;

import dev.hearth.log.StorageException;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.Attendance;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.socketio.Gauges;
import dev.hearth.ui.hosting.HostDesk;
import dev.hearth.ui.hosting.Stored;
import dev.hearth.ui.hosting.Traffic;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A hosted chat for the panel of its window. Thread-safe. What waits, for the host loop or the
/// disk, does so on `threads`.
final class WindowDesk implements HostDesk {
    private static final Logger LOG = LoggerFactory.getLogger(WindowDesk.class);
    private static final Duration COUNTING = Duration.ofSeconds(2);

    private final String chatName;
    private final WatchedHost host;
    private final Executor threads;

    WindowDesk(String chatName, WatchedHost host, Executor threads) {
        this.chatName = chatName;
        this.host = host;
        this.threads = threads;
    }

    @Override
    public String chatName() {
        return chatName;
    }

    @Override
    public CompletionStage<Attendance> attendance(int most) {
        // A full queue of the host loop makes who asks wait.
        return CompletableFuture.supplyAsync(() -> host.running().attendance(most), threads)
                .thenCompose(answer -> answer);
    }

    @Override
    public Traffic traffic() {
        Gauges gauges = host.running().gauges();
        return new Traffic(
                System.nanoTime(),
                host.posted(),
                gauges.received() + gauges.sent(),
                gauges.connections());
    }

    @Override
    public CompletionStage<Stored> stored() {
        return CompletableFuture.supplyAsync(this::look, threads);
    }

    private Stored look() {
        SqliteChatLog store = host.running().store();
        return new Stored(count(store), store.sizeOnDisk());
    }

    private static OptionalLong count(SqliteChatLog store) {
        try {
            return OptionalLong.of(store.countMessages(COUNTING));
        } catch (HearthException e) {
            if (e.code() == ErrorCode.BUSY
                    || (e instanceof StorageException disk
                            && disk.reason() == StorageException.Reason.SLOW)) {
                LOG.debug("the messages are too many to be counted", e);
                return OptionalLong.empty();
            }
            throw e;
        }
    }
}
