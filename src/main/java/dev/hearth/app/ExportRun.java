package dev.hearth.app;

import dev.hearth.cli.ExportRequest;
import dev.hearth.export.ExportFormat;
import dev.hearth.export.Exporter;
import dev.hearth.files.AtomicFile;
import dev.hearth.log.ChatLog;
import dev.hearth.log.StoreNotice;
import dev.hearth.log.StoredRoom;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.model.RoomId;
import dev.hearth.settings.DataFolder;
import dev.hearth.settings.FolderLock;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes out the chat of a data folder, a page at a time.
final class ExportRun {
    private final ExportRequest request;
    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    ExportRun(ExportRequest request, PrintStream out, PrintStream err, Clock clock) {
        this.request = request;
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /// @throws HearthException DATA_IN_USE, NO_CHAT, STORAGE, or CANNOT_WRITE: a file that was
    ///   there is as it was
    void run() {
        try {
            if (request.from().isPresent()) {
                Path folder = request.from().get();
                write(folder, "There is no chat in " + folder + ".");
            } else {
                writeHosted(DataFolder.open(request.data()));
            }
        } catch (IOException e) {
            throw new HearthException(
                    LocalTrouble.CANNOT_WRITE,
                    "The export could not be written: " + e.getMessage() + ".",
                    e);
        }
    }

    private void writeHosted(DataFolder data) throws IOException {
        try (FolderLock folder = data.lock("host")) {
            write(folder.folder(), "No chat has been hosted from " + data.path() + " yet.");
        }
    }

    private void write(Path folder, String none) throws IOException {
        if (!Files.exists(SqliteChatLog.file(folder))) {
            throw new HearthException(LocalTrouble.NO_CHAT, none);
        }
        try (ChatLog store = SqliteChatLog.openSound(folder, clock, this::tell)) {
            write(store);
        }
    }

    private void write(ChatLog store) throws IOException {
        if (request.file().isEmpty()) {
            write(store, out);
            if (out.checkError()) {
                throw new IOException("standard output is closed");
            }
            return;
        }
        AtomicFile.write(request.file().get(), to -> write(store, to));
    }

    private void write(ChatLog store, OutputStream to) throws IOException {
        Set<RoomId> rooms =
                store.rooms().stream().map(StoredRoom::id).collect(Collectors.toUnmodifiableSet());
        Writer writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        new Exporter(store, clock.getZone()).write(format(), rooms, clock.instant(), writer);
    }

    private void tell(StoreNotice notice) {
        err.println(LogNotices.sentence(notice));
    }

    private ExportFormat format() {
        return switch (request.format()) {
            case TEXT -> ExportFormat.TEXT;
            case HTML -> ExportFormat.HTML;
            case JSON -> ExportFormat.JSON;
        };
    }
}
