package dev.hearth.log.sqlite;

import dev.hearth.log.StorageException;
import dev.hearth.log.StorageException.Reason;
import dev.hearth.log.StoreNotice;
import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.DatabaseFiles;
import dev.hearth.sqlite.Schema;
import dev.hearth.sqlite.SchemaGraft;
import dev.hearth.sqlite.Scrubber;
import dev.hearth.sqlite.SqlSession;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of a log in their folder: `chat.db`, what SQLite keeps beside it, and `host-id`. What
/// cannot be used is moved aside, never deleted.
final class LogFile {
    private static final Logger LOG = LoggerFactory.getLogger(LogFile.class);
    static final String NAME = "chat.db";

    /// Logs that are kept after they were set aside for another one.
    static final int EARLIER = 10;

    private static final long EARLIER_BYTES = 1L << 30;

    private final Path folder;
    private final InstantSource clock;
    private boolean closedWell;

    LogFile(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    Path path() {
        return folder.resolve(NAME);
    }

    /// Opens the log, or a new one when there is none. Of one that is damaged what can be read is
    /// saved into a new one.
    ///
    /// @param holes whether it is a copy of a log, which may have holes
    /// @throws StorageException UNREACHABLE, FULL, NEWER, IN_USE
    Storage open(Consumer<StoreNotice> notices, boolean holes) {
        try {
            Files.createDirectories(folder);
            Scrubber.checkFree(path());
            finishRestoring();
            String left = Files.exists(mark()) ? Files.readString(mark()) : "";
            Files.deleteIfExists(mark());
            closedWell = !left.isEmpty() && left.equals(state());
            String damage = closedWell ? "" : LogSchema.LOG.damage(path());
            if (!damage.isEmpty()) {
                Path aside = DatabaseFiles.setAside(path(), "broken", clock.millis());
                notices.accept(salvage(aside, damage, holes));
            }
            Database database = LogSchema.open(path());
            return named(
                    holes
                            ? new Storage(database)
                            : new Storage(database, new Repair(database, clock, notices)));
        } catch (SQLException e) {
            throw Storage.failure(e);
        } catch (IOException e) {
            throw new StorageException(Reason.UNREACHABLE, e);
        }
    }

    private StoreNotice salvage(Path aside, String damage, boolean holes) throws IOException {
        Optional<Salvage.Result> saved = saved(aside, holes);
        if (saved.isEmpty()) {
            Path grafted = folder.resolve(NAME + ".grafted");
            try {
                graft(aside, grafted);
                saved = saved(grafted, holes);
            } finally {
                DatabaseFiles.delete(grafted);
            }
        }
        return saved.<StoreNotice>map(
                        it ->
                                new StoreNotice.Salvaged(
                                        aside, it.saved(), it.lost(), it.sameEpoch()))
                .orElseGet(() -> new StoreNotice.SetAside(aside, damage));
    }

    /// Saves what can be read into the place of the log.
    private Optional<Salvage.Result> saved(Path damaged, boolean holes) throws IOException {
        Path fresh = folder.resolve(NAME + ".salvaged");
        DatabaseFiles.delete(fresh);
        try {
            Salvage.Result result = Salvage.save(damaged, fresh, holes);
            if (result.saved() > 0) {
                Files.move(fresh, path());
                return Optional.of(result);
            }
        } catch (SQLException e) {
            LOG.debug("nothing can be saved of {}", damaged, e);
        }
        DatabaseFiles.delete(fresh);
        return Optional.empty();
    }

    /// Where nothing can be read, the pages that say what tables there are may be all that is
    /// damaged: those of a new log fit.
    private void graft(Path damaged, Path target) throws IOException {
        Path sound = folder.resolve(NAME + ".sound");
        DatabaseFiles.delete(sound);
        try {
            try (SqlSession session = Database.writer(sound)) {
                LogSchema.migrate(session);
                session.ask("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            SchemaGraft.copy(damaged, sound, target);
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            DatabaseFiles.delete(sound);
        }
    }

    /// @throws StorageException DAMAGED
    void checkSound() {
        try {
            String damage = LogSchema.LOG.damage(path());
            if (!damage.isEmpty()) {
                throw new StorageException(Reason.DAMAGED, new IOException(damage));
            }
        } catch (SQLException e) {
            throw Storage.failure(e);
        } catch (IOException e) {
            throw new StorageException(Reason.UNREACHABLE, e);
        }
    }

    /// Whether the log was closed in order the last time and nobody touched it since. To look
    /// through all of a large log takes seconds, and is left out then.
    boolean closedWell() {
        return closedWell;
    }

    /// Says that the log was closed in order. To be called when nobody has it open any more.
    void markClosed() {
        try {
            String state = state();
            if (!state.isEmpty()) {
                Files.writeString(mark(), state);
            }
        } catch (IOException e) {
            LOG.debug("the log is looked through at the next start", e);
        }
    }

    /// Bytes of the file and of what SQLite has beside it.
    ///
    /// @throws StorageException UNREACHABLE
    long size() {
        long bytes = 0;
        try {
            for (String beside : List.of("", "-wal", "-shm")) {
                Path each = folder.resolve(NAME + beside);
                bytes += Files.exists(each) ? Files.size(each) : 0;
            }
            return bytes;
        } catch (IOException e) {
            throw new StorageException(Reason.UNREACHABLE, e);
        }
    }

    private Path mark() {
        return folder.resolve(NAME + ".closed");
    }

    /// Size and time of the file; empty while something is left to be done with it.
    private String state() throws IOException {
        return Files.notExists(path()) || Files.exists(folder.resolve(NAME + "-wal"))
                ? ""
                : Files.size(path())
                        + " "
                        + Files.getLastModifiedTime(path()).to(TimeUnit.NANOSECONDS);
    }

    /// Moves the log away with all that belongs to it.
    ///
    /// @return where it is now
    /// @throws StorageException UNREACHABLE
    Path setAside(String why) {
        try {
            return DatabaseFiles.setAside(path(), why, clock.millis());
        } catch (IOException e) {
            throw new StorageException(Reason.UNREACHABLE, e);
        }
    }

    /// Moves the log into a folder of its own. Where there are [#EARLIER] such folders, or a
    /// gigabyte of them, it is deleted instead: who hosts decides when a log is set aside, and must
    /// neither fill the disk nor push out what was set aside before.
    ///
    /// @return that folder; empty when there is no log any more
    /// @throws StorageException UNREACHABLE
    Optional<Path> setAsideInFolder() {
        try {
            if (isFullOfEarlierOnes()) {
                DatabaseFiles.delete(path());
                return Optional.empty();
            }
            return DatabaseFiles.setAsideInFolder(path(), "earlier-" + clock.millis());
        } catch (IOException e) {
            throw new StorageException(Reason.UNREACHABLE, e);
        }
    }

    private boolean isFullOfEarlierOnes() throws IOException {
        int count = 0;
        long bytes = 0;
        try (DirectoryStream<Path> earlier = Files.newDirectoryStream(folder, "earlier-*")) {
            for (Path each : earlier) {
                Path log = each.resolve(NAME);
                count++;
                bytes += Files.exists(log) ? Files.size(log) : 0;
            }
        }
        return count >= EARLIER || bytes >= EARLIER_BYTES;
    }

    /// The host's id is also kept in a file of its own: when a log is set aside the host is still
    /// the same to everyone who has messages waiting for it.
    void noteHost(String id) {
        try {
            Files.writeString(hostId(), id);
        } catch (IOException e) {
            throw new StorageException(Reason.UNREACHABLE, e);
        }
    }

    private Path hostId() {
        return folder.resolve("host-id");
    }

    /// The same, at the start.
    private Storage named(Storage database) throws IOException {
        Path file = hostId();
        try {
            String known = Files.exists(file) ? Files.readString(file).strip() : "";
            String fallback = known.isEmpty() ? Meta.fresh() : known;
            String host =
                    database.write(
                            session -> {
                                Meta.settle(session, fallback);
                                return Meta.host(session);
                            });
            if (!host.equals(known)) {
                Files.writeString(file, host);
            }
            return database;
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// Puts a backup in the place of the log, which is moved aside.
    ///
    /// @return where the log that was there is now
    /// @throws StorageException DAMAGED or NEWER when the backup cannot be used: nothing was
    ///   changed
    Optional<Path> replaceWith(Path backup) {
        try {
            check(backup);
            Files.createDirectories(folder);
            finishRestoring();
            Files.deleteIfExists(restoring());
            Files.copy(backup, restoring());
            Backup.mark(restoring());
            Optional<Path> kept = Optional.empty();
            if (Files.exists(path())) {
                // To look through it also brings what is beside the file into it.
                LOG.debug("the log that is replaced: {}", LogSchema.LOG.damage(path()));
                kept = Optional.of(DatabaseFiles.setAside(path(), "replaced", clock.millis()));
            }
            finishRestoring();
            return kept;
        } catch (SQLException e) {
            throw Storage.failure(e);
        } catch (IOException e) {
            throw new StorageException(Reason.UNREACHABLE, e);
        }
    }

    /// The copy is whole when the log has been moved away for it, also when that was all that a
    /// crash let happen.
    private void finishRestoring() throws IOException {
        if (Files.notExists(path()) && Files.exists(restoring())) {
            Files.move(restoring(), path());
        }
    }

    private Path restoring() {
        return folder.resolve(NAME + ".restoring");
    }

    private static void check(Path backup) throws SQLException, IOException {
        if (Files.notExists(backup)
                || Files.size(backup) == 0
                || !LogSchema.LOG.damage(backup).isEmpty()) {
            throw new StorageException(Reason.DAMAGED);
        }
        try (SqlSession session = Database.connect(backup)) {
            if (Schema.version(session) > LogSchema.LOG.newest()) {
                throw new StorageException(Reason.NEWER);
            }
        }
    }
}
