package dev.hearth.store;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.model.Command;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.protocol.CommandCodec;
import dev.hearth.store.StorageException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a person wants a host to do and the host has not answered yet, in the order in which it was
/// wanted; and a few things to be remembered of that host, by key. In a file of its own,
/// `outbox.db`: the copy of the log beside it may be dropped at any time, this may not.
///
/// Any thread; calls block on the disk. When one returns what it wrote is synced.
public final class OutboxStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxStore.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "outbox.db";

    /// The file itself last: without it SQLite would delete what is beside it.
    private static final List<String> PARTS = List.of("-wal", "-shm", "");

    private static final int VERSION = 1;
    private static final String TABLES =
            """
            CREATE TABLE commands (
                n INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                room TEXT,
                event TEXT NOT NULL,
                payload TEXT NOT NULL,
                at INTEGER NOT NULL,
                code TEXT,
                reason TEXT
            ) STRICT;
            CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
            PRAGMA application_id = %d;
            PRAGMA user_version = %d;
            """
                    .formatted(Schema.APPLICATION_ID, VERSION);

    /// Why a command could not be done.
    public record Failure(ErrorCode code, String reason) {
        public Failure {
            requireNonNull(code);
            requireNonNull(reason);
        }
    }

    /// A command that waits.
    ///
    /// @param at when it was wanted
    /// @param failure of one that waits for its person to decide
    public record Waiting(Command command, Instant at, Optional<Failure> failure) {
        public Waiting {
            requireNonNull(command);
            requireNonNull(at);
            requireNonNull(failure);
        }
    }

    /// Something to be written.
    public sealed interface Change {
        /// The command comes last in the order, also when it was there before.
        record Put(Waiting waiting) implements Change {}

        record Fail(EntryId id, Failure failure) implements Change {}

        record Remove(EntryId id) implements Change {}

        /// @param value a text, number, list or map as on the wire
        record Note(String key, Object value) implements Change {}
    }

    private final Database database;

    private OutboxStore(Database database) {
        this.database = database;
    }

    /// Opens the outbox in `folder`, making it when there is none. A file that cannot be used is
    /// set aside, which `notices` is told, and a new one begun.
    ///
    /// @throws StorageException UNREACHABLE, FULL, IN_USE, NEWER
    public static OutboxStore open(
            Path folder, InstantSource clock, Consumer<StoreNotice> notices) {
        Path file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            String damage = StoreFile.damage(file);
            if (!damage.isEmpty()) {
                notices.accept(new StoreNotice.SetAside(setAside(file, clock), damage));
            }
            return new OutboxStore(Database.open(file, OutboxStore::prepare));
        } catch (SQLException e) {
            throw StorageException.of(e);
        } catch (IOException e) {
            throw new StorageException(Reason.UNREACHABLE, e);
        }
    }

    private static void prepare(Session writer) throws SQLException {
        int version = Schema.version(writer);
        if (version > VERSION) {
            throw new StorageException(Reason.NEWER);
        }
        if (version == 0) {
            writer.execute("BEGIN IMMEDIATE");
            try {
                writer.execute(TABLES);
                writer.execute("COMMIT");
            } catch (SQLException e) {
                writer.execute("ROLLBACK");
                throw e;
            }
        }
    }

    private static Path setAside(Path file, InstantSource clock) throws IOException {
        Path aside = file.resolveSibling(NAME + ".broken-" + clock.millis());
        for (int n = 2; Files.exists(aside); n++) {
            aside = file.resolveSibling(NAME + ".broken-" + clock.millis() + "-" + n);
        }
        for (String part : PARTS) {
            Path from = file.resolveSibling(NAME + part);
            if (Files.exists(from)) {
                Files.move(from, aside.resolveSibling(aside.getFileName() + part));
            }
        }
        return aside;
    }

    /// Everything that waits, in order. What this version cannot read stays where it is.
    public List<Waiting> waiting() {
        List<Waiting> all = new ArrayList<>();
        database.read(
                session -> {
                    session.each(
                            "SELECT event, payload, at, code, reason FROM commands ORDER BY n",
                            row -> {
                                read(row).ifPresent(all::add);
                                return true;
                            });
                    return all;
                });
        return all;
    }

    private static Optional<Waiting> read(ResultSet row) throws SQLException {
        try {
            Map<?, ?> fields = JSON.readValue(row.getString(2), Map.class);
            return Optional.of(
                    new Waiting(
                            CommandCodec.read(row.getString(1), fields),
                            Instant.ofEpochMilli(row.getLong(3)),
                            failure(row.getString(4), row.getString(5))));
        } catch (JsonProcessingException | HearthException e) {
            LOG.warn("a command in the outbox cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }

    private static Optional<Failure> failure(@Nullable String code, @Nullable String reason) {
        if (code == null) {
            return Optional.empty();
        }
        ErrorCode known = ErrorCode.REFUSED;
        for (ErrorCode each : ErrorCode.values()) {
            known = each.wire().equals(code) ? each : known;
        }
        return Optional.of(new Failure(known, reason == null ? "" : reason));
    }

    /// What is remembered under `key`, as it was given.
    public Optional<Object> note(String key) {
        return database.read(
                session ->
                        session.first(
                                "SELECT value FROM meta WHERE key = ?",
                                row -> tree(row.getString(1)),
                                key));
    }

    private static Object tree(String json) throws SQLException {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("a note is no JSON", e);
        }
    }

    /// Writes all of `changes` or nothing.
    ///
    /// @throws StorageException nothing was written; the same again may succeed later
    public void write(List<Change> changes) {
        database.write(
                session -> {
                    for (Change change : changes) {
                        write(session, change);
                    }
                    return true;
                });
    }

    private static void write(Session session, Change change) throws SQLException {
        switch (change) {
            case Change.Put(Waiting waiting) -> put(session, waiting);
            case Change.Fail(EntryId id, Failure failure) ->
                    session.update(
                            "UPDATE commands SET code = ?, reason = ? WHERE id = ?",
                            failure.code().wire(),
                            failure.reason(),
                            id.value());
            case Change.Remove(EntryId id) ->
                    session.update("DELETE FROM commands WHERE id = ?", id.value());
            case Change.Note(String key, Object value) ->
                    session.update("INSERT OR REPLACE INTO meta VALUES (?, ?)", key, json(value));
        }
    }

    private static void put(Session session, Waiting waiting) throws SQLException {
        Command command = waiting.command();
        session.update(
                """
                INSERT OR REPLACE INTO commands (id, room, event, payload, at, code, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                command.id().value(),
                command.room().map(Object::toString).orElse(null),
                CommandCodec.event(command),
                json(CommandCodec.fields(command)),
                waiting.at().toEpochMilli(),
                waiting.failure().map(it -> it.code().wire()).orElse(null),
                waiting.failure().map(Failure::reason).orElse(null));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError("a neutral tree always becomes JSON", e);
        }
    }

    /// Ends after the write that is under way. Idempotent.
    @Override
    public void close() {
        database.close();
    }
}
