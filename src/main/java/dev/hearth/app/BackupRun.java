package dev.hearth.app;

import dev.hearth.cli.BackupRequest;
import dev.hearth.log.StorageException;
import dev.hearth.log.StorageException.Reason;
import dev.hearth.log.sqlite.SqliteChatLog;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.settings.DataFolder;
import dev.hearth.settings.FolderLock;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Copies the log of a data folder into a file, or such a file into a data folder. What takes long
/// is told on standard error.
final class BackupRun {
    private static final long MEGABYTE = 1_000_000;

    /// Of a log that is copied in a moment nothing is told.
    private static final long LARGE = 100 * MEGABYTE;

    private final BackupRequest request;
    private final PrintStream err;
    private final Clock clock;

    BackupRun(BackupRequest request, PrintStream err, Clock clock) {
        this.request = request;
        this.err = err;
        this.clock = clock;
    }

    /// @throws HearthException DATA_IN_USE, NO_CHAT, IN_THE_WAY, STORAGE, or CANNOT_WRITE: a file
    ///   that was there is as it was
    void backup() {
        DataFolder data = DataFolder.open(request.data());
        try (FolderLock folder = data.lock("host")) {
            Path log = log(folder);
            if (Files.notExists(log)) {
                throw new HearthException(
                        LocalTrouble.NO_CHAT,
                        "No chat has been hosted from " + data.path() + " yet.");
            }
            Path place = request.file().toAbsolutePath().resolveSibling("");
            if (!Files.isDirectory(place)) {
                throw new HearthException(
                        LocalTrouble.CANNOT_WRITE,
                        "There is no folder for “" + request.file() + "”.");
            }
            if (Files.exists(request.file()) && !request.force()) {
                throw inTheWay("“" + request.file() + "” is there already.");
            }
            long size = Files.size(log);
            try (SqliteChatLog store = SqliteChatLog.openSound(folder.folder(), clock, _ -> {})) {
                store.backup(request.file(), progress("Copied", size));
            }
        } catch (IOException e) {
            throw cannotWrite(e);
        } catch (StorageException e) {
            throw e.reason() == Reason.UNREACHABLE ? cannotWrite(e) : e;
        }
    }

    /// @throws HearthException DATA_IN_USE, NO_BACKUP, IN_THE_WAY, STORAGE: nothing was changed
    void restore() {
        if (!Files.isRegularFile(request.file())) {
            throw new HearthException(
                    LocalTrouble.NO_BACKUP, "There is no file “" + request.file() + "”.");
        }
        try (FolderLock folder = DataFolder.open(request.data()).lock("host")) {
            if (Files.exists(log(folder)) && !request.force()) {
                throw inTheWay("There is a chat in " + folder.folder() + ".");
            }
            if (size(request.file()) > LARGE) {
                err.println("Looking through “%s”…".formatted(request.file()));
            }
            Optional<Path> kept = SqliteChatLog.restore(folder.folder(), request.file(), clock);
            kept.ifPresent(old -> err.println("The chat that was there is kept as " + old + "."));
            if (!HostKeyFile.isIn(folder.folder())) {
                err.println(
                        "Put the “host-key” of this chat into %s before you host it: members know the chat by it."
                                .formatted(folder.folder()));
            }
        } catch (StorageException e) {
            throw switch (e.reason()) {
                case DAMAGED -> noBackup("is no backup of a chat, or is damaged", e);
                case NEWER -> noBackup("was written by a newer Hearth: update this one", e);
                case FULL, UNREACHABLE, IN_USE, CLOSED, SLOW, FAULT -> e;
            };
        }
    }

    private LongConsumer progress(String what, long size) {
        return done -> {
            if (size > LARGE) {
                err.println(
                        "%s %,d of about %,d MB".formatted(what, done / MEGABYTE, size / MEGABYTE));
            }
        };
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            // To say what takes long is all that it is for.
            return 0;
        }
    }

    private static Path log(FolderLock folder) {
        return SqliteChatLog.file(folder.folder());
    }

    private static HearthException inTheWay(String what) {
        return new HearthException(
                LocalTrouble.IN_THE_WAY, what + " Replace it with --force, or choose another.");
    }

    private HearthException noBackup(String why, Exception cause) {
        return new HearthException(
                LocalTrouble.NO_BACKUP,
                "“" + request.file() + "” " + why + ". Nothing was changed.",
                cause);
    }

    private HearthException cannotWrite(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new HearthException(
                LocalTrouble.CANNOT_WRITE,
                "The backup could not be written: " + cause.getMessage() + ".",
                e);
    }
}
