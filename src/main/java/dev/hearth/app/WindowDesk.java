package dev.hearth.app;

import dev.hearth.log.StorageException;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.Attendance;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.socketio.Gauges;
import dev.hearth.ui.hosting.HostDesk;
import dev.hearth.ui.hosting.Program;
import dev.hearth.ui.hosting.Saving;
import dev.hearth.ui.hosting.Stored;
import dev.hearth.ui.hosting.Traffic;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A hosted chat for the panel of its window. Thread-safe. What waits, for the host loop or the
/// disk, does so on `threads`.
final class WindowDesk implements HostDesk {
    private static final Logger LOG = LoggerFactory.getLogger(WindowDesk.class);
    private static final Duration COUNTING = Duration.ofSeconds(2);

    private final WatchedHost host;
    private final Executor threads;
    private final Clock clock;
    private final Set<ChatCopy> copies = ConcurrentHashMap.newKeySet();

    WindowDesk(WatchedHost host, Executor threads, Clock clock) {
        this.clock = clock;
        this.host = host;
        this.threads = threads;
    }

    @Override
    public String chatName() {
        return host.running().chatName();
    }

    @Override
    public CompletionStage<String> rename(String name) {
        return CompletableFuture.supplyAsync(
                () -> host.running().chat().rename(name).join(), threads);
    }

    @Override
    public CompletionStage<Attendance> attendance(int most) {
        // A full queue of the host loop makes who asks wait.
        return CompletableFuture.supplyAsync(() -> host.running().attendance(most).join(), threads);
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

    @Override
    public Optional<Duration> keepFor() {
        return host.running().chat().keepFor();
    }

    @Override
    public CompletionStage<Void> keepFor(Optional<Duration> days) {
        return CompletableFuture.runAsync(() -> host.running().chat().keepFor(days), threads);
    }

    @Override
    public CompletionStage<OptionalLong> countOlder(Duration age) {
        return CompletableFuture.supplyAsync(
                () -> counted(() -> host.running().chat().countOlder(age, COUNTING)), threads);
    }

    @Override
    public CompletionStage<List<Program>> programs() {
        return CompletableFuture.supplyAsync(
                () ->
                        host.running().tokens().list().stream()
                                .map(each -> new Program(each.name(), each.since(), each.used()))
                                .toList(),
                threads);
    }

    @Override
    public CompletionStage<String> addProgram(String name) {
        return CompletableFuture.supplyAsync(() -> host.running().tokens().add(name), threads);
    }

    @Override
    public CompletionStage<Void> removeProgram(String name) {
        return CompletableFuture.runAsync(() -> host.running().tokens().revoke(name), threads);
    }

    @Override
    public Saving save(Saving.Form form, Path file, DoubleConsumer progress) {
        ChatCopy copy = ChatCopy.start(host.running().store(), form, file, clock, progress);
        copies.add(copy);
        var _ = copy.done().whenComplete((_, _) -> copies.remove(copy));
        return copy;
    }

    /// Gives up the copies that are being written, so that nothing of them is left.
    void close() {
        copies.forEach(ChatCopy::cancel);
        copies.forEach(ChatCopy::end);
    }

    private Stored look() {
        SqliteChatLog store = host.running().store();
        return new Stored(count(store, COUNTING), store.sizeOnDisk());
    }

    /// How many messages there are; empty where counting them takes longer than `patience`.
    static OptionalLong count(SqliteChatLog store, Duration patience) {
        return counted(() -> store.countMessages(patience));
    }

    private static OptionalLong counted(LongSupplier count) {
        try {
            return OptionalLong.of(count.getAsLong());
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
