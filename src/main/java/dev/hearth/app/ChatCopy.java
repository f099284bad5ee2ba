package dev.hearth.app;

import dev.hearth.export.ExportFormat;
import dev.hearth.export.Exporter;
import dev.hearth.files.AtomicFile;
import dev.hearth.log.StorageException;
import dev.hearth.log.StorageException.Reason;
import dev.hearth.log.StoredRoom;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.model.RoomId;
import dev.hearth.ui.hosting.Saving;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/// Writes a chat that is hosted into a file, on a thread of its own: SQLite copies in native code,
/// which would keep a carrier from all virtual threads. Thread-safe.
final class ChatCopy implements Saving {
    private static final Duration COUNTING = Duration.ofSeconds(2);

    private final SqliteChatLog store;
    private final Form form;
    private final Path file;
    private final Clock clock;
    private final DoubleConsumer progress;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("hearth-copy").unstarted(this::run);
    private volatile boolean cancelled;

    private ChatCopy(
            SqliteChatLog store, Form form, Path file, Clock clock, DoubleConsumer progress) {
        this.store = store;
        this.form = form;
        this.file = file;
        this.clock = clock;
        this.progress = progress;
    }

    static ChatCopy start(
            SqliteChatLog store, Form form, Path file, Clock clock, DoubleConsumer progress) {
        ChatCopy copy = new ChatCopy(store, form, file, clock, progress);
        copy.thread.start();
        return copy;
    }

    @Override
    public CompletionStage<Void> done() {
        return done.minimalCompletionStage();
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    /// Gives it up, and waits until nothing of it is left, two seconds at most.
    void end() {
        cancel();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            write();
            done.complete(null);
        } catch (IOException e) {
            done.completeExceptionally(cannotWrite(e));
        } catch (StorageException e) {
            done.completeExceptionally(e.reason() == Reason.UNREACHABLE ? cannotWrite(e) : e);
        } catch (Throwable t) {
            // Also cancelled. Who waits for it tells the person.
            done.completeExceptionally(t);
        }
    }

    private void write() throws IOException {
        if (form == Form.BACKUP) {
            long size = store.sizeOnDisk();
            store.backup(file, bytes -> written(bytes, size));
        } else {
            AtomicFile.write(file, this::export);
        }
    }

    private void export(OutputStream to) throws IOException {
        OptionalLong all = WindowDesk.count(store, COUNTING);
        Set<RoomId> rooms =
                store.rooms().stream().map(StoredRoom::id).collect(Collectors.toUnmodifiableSet());
        Writer writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        new Exporter(store, clock.getZone())
                .write(
                        format(),
                        rooms,
                        clock.instant(),
                        writer,
                        messages -> written(messages, all.orElse(0)));
    }

    private ExportFormat format() {
        return switch (form) {
            case HTML -> ExportFormat.HTML;
            case TEXT -> ExportFormat.TEXT;
            case JSON -> ExportFormat.JSON;
            case BACKUP -> throw new IllegalStateException("a backup is no export");
        };
    }

    private void written(long part, long whole) {
        if (cancelled) {
            throw new CancellationException("nobody wants the copy any more");
        }
        if (whole > 0) {
            progress.accept(Math.min(1, (double) part / whole));
        }
    }

    private HearthException cannotWrite(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new HearthException(
                LocalTrouble.CANNOT_WRITE,
                "“%s” could not be written: %s.".formatted(file, cause.getMessage()),
                e);
    }
}
