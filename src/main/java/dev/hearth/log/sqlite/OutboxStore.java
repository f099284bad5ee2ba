package dev.hearth.log.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.files.AtomicFile;
import dev.hearth.log.StorageException;
import dev.hearth.log.StorageException.Reason;
import dev.hearth.log.StoreNotice;
import dev.hearth.model.Command;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.protocol.CommandCodec;
import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.DatabaseFiles;
import dev.hearth.sqlite.SqlSession;
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
/// By the token the host knows its person, and nobody can give a new one: it also lies in a file
/// `token` beside the database, and is read from there when the database has lost it.
///
/// Any thread; calls block on the disk. When one returns what it wrote is synced.
public final class OutboxStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxStore.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "outbox.db";

    /// Beside the file: what must not be lost with it.
    private static final String TOKEN = "token";

    private static final long TOKEN_BYTES = 1_000;

    private static final List<String> COLUMNS =
            List.of("id", "room", "event", "payload", "at", "code", "reason");

    /// Why a command could not be done.
    public record Failure(ErrorCode code, String reason) {}

    /// A command that waits.
    ///
    /// @param at when it was wanted
    /// @param failure of one that waits for its person to decide
    public record Waiting(Command command, Instant at, Optional<Failure> failure) {}

    /// Something to be written.
    public sealed interface Change {
        /// The command comes last in the order, also when it was there before.
        record Put(Waiting waiting) implements Change {}

        record Fail(EntryId id, Failure failure) implements Change {}

        record Remove(EntryId id) implements Change {}

        /// @param value a text, number, list or map as on the wire
        record Note(String key, Object value) implements Change {}
    }

    /// What waits, and how many commands this version cannot read: they stay where they are.
    public record Contents(List<Waiting> waiting, int unreadable) {
        public Contents {
            waiting = List.copyOf(waiting);
        }
    }

    private final Storage database;
    private final Path token;

    private OutboxStore(Storage database, Path folder) {
        this.database = database;
        this.token = folder.resolve(TOKEN);
    }

    /// Opens the outbox in `folder`, making it when there is none. A file that cannot be used is
    /// set aside, which `notices` is told, and a new one begun, with what could still be read of
    /// the other.
    ///
    /// @throws StorageException UNREACHABLE, FULL, IN_USE, NEWER
    public static OutboxStore open(
            Path folder, InstantSource clock, Consumer<StoreNotice> notices) {
        Path file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            String damage = LogSchema.OUTBOX.damage(file);
            Optional<Path> aside = Optional.empty();
            if (!damage.isEmpty()) {
                aside = Optional.of(DatabaseFiles.setAside(file, "broken", clock.millis()));
                notices.accept(new StoreNotice.SetAside(aside.get(), damage));
            }
            OutboxStore store =
                    new OutboxStore(
                            new Storage(
                                    Database.open(
                                            file,
                                            writer ->
                                                    LogSchema.OUTBOX.bring(
                                                            writer, LogSchema.OUTBOX.newest()))),
                            folder);
            aside.ifPresent(store::rescue);
            store.healToken();
            return store;
        } catch (SQLException e) {
            throw Storage.failure(e);
        } catch (IOException e) {
            throw new StorageException(Reason.UNREACHABLE, e);
        }
    }

    /// Takes over what can still be read of a damaged outbox: the rows before the damage, and those
    /// after it.
    private void rescue(Path damaged) {
        String columns = String.join(", ", COLUMNS);
        try (SqlSession old = Database.connect(damaged)) {
            List<List<@Nullable Object>> first = new ArrayList<>();
            List<List<@Nullable Object>> last = new ArrayList<>();
            rows(old, "SELECT n, " + columns + " FROM commands ORDER BY n", first);
            rows(old, "SELECT n, " + columns + " FROM commands ORDER BY n DESC", last);
            List<List<@Nullable Object>> notes = new ArrayList<>();
            rows(old, "SELECT key, value FROM meta", notes);
            database.write(
                    session -> {
                        first.addAll(last.reversed());
                        for (List<@Nullable Object> row : first) {
                            session.update(
                                    "INSERT OR IGNORE INTO commands (n, "
                                            + columns
                                            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                                    row.toArray());
                        }
                        for (List<@Nullable Object> row : notes) {
                            session.update(
                                    "INSERT OR IGNORE INTO meta VALUES (?, ?)", row.toArray());
                        }
                        return true;
                    });
        } catch (SQLException | RuntimeException e) {
            LOG.warn("nothing could be taken over from a damaged outbox: {}", e.toString());
        }
    }

    private static void rows(SqlSession session, String sql, List<List<@Nullable Object>> all) {
        try {
            session.each(
                    sql,
                    row -> {
                        List<@Nullable Object> values = new ArrayList<>();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            values.add(row.getObject(i));
                        }
                        return all.add(values);
                    });
        } catch (SQLException e) {
            LOG.debug("a damaged outbox is read up to here", e);
        }
    }

    /// Both places have the token, whichever had lost it.
    private void healToken() {
        Optional<String> inside =
                note(TOKEN).filter(String.class::isInstance).map(String.class::cast);
        Optional<String> beside = beside();
        if (inside.isEmpty() && beside.isPresent()) {
            write(List.of(new Change.Note(TOKEN, beside.get())));
        } else if (inside.isPresent() && !inside.equals(beside)) {
            keepBeside(inside.get());
        }
    }

    private Optional<String> beside() {
        try {
            return Files.exists(token) && Files.size(token) <= TOKEN_BYTES
                    ? Optional.of(Files.readString(token).strip()).filter(it -> !it.isEmpty())
                    : Optional.empty();
        } catch (IOException e) {
            LOG.warn("the token beside the outbox cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }

    /// The database has it; should this fail, the next start tries again.
    private void keepBeside(String value) {
        try {
            AtomicFile.writePrivate(token, value + "\n");
        } catch (IOException e) {
            LOG.warn("the token cannot be kept beside the outbox: {}", e.toString());
        }
    }

    /// Everything that waits, in order.
    public List<Waiting> waiting() {
        return contents().waiting();
    }

    /// Everything that waits, in order, and how much could not be read.
    public Contents contents() {
        return database.read(
                session -> {
                    List<Waiting> all = new ArrayList<>();
                    int[] unreadable = {0};
                    session.each(
                            "SELECT event, payload, at, code, reason FROM commands ORDER BY n",
                            row -> {
                                read(row).ifPresentOrElse(all::add, () -> unreadable[0]++);
                                return true;
                            });
                    return new Contents(all, unreadable[0]);
                });
    }

    private static Optional<Waiting> read(ResultSet row) throws SQLException {
        try {
            Map<?, ?> fields = JSON.readValue(row.getString(2), Map.class);
            return Optional.of(
                    new Waiting(
                            CommandCodec.read(row.getString(1), fields),
                            Instant.ofEpochMilli(row.getLong(3)),
                            failure(row.getString(4), row.getString(5))));
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.warn("a command in the outbox cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }

    private static Optional<Failure> failure(@Nullable String code, @Nullable String reason) {
        if (code == null) {
            return Optional.empty();
        }
        ErrorCode known = ErrorCode.ofWire(code).orElse(ErrorCode.REFUSED);
        return Optional.of(new Failure(known, reason == null ? "" : reason));
    }

    /// What is remembered under `key`, as it was given; empty also when that cannot be read.
    public Optional<Object> note(String key) {
        return database.read(
                session ->
                        session.first(
                                        "SELECT value FROM meta WHERE key = ?",
                                        row -> tree(row.getString(1)),
                                        key)
                                .flatMap(it -> it));
    }

    private static Optional<Object> tree(String json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, Object.class));
        } catch (JsonProcessingException e) {
            LOG.warn("a note in the outbox cannot be read: {}", e.toString());
            return Optional.empty();
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
        for (Change change : changes) {
            if (change instanceof Change.Note(String key, String value) && key.equals(TOKEN)) {
                keepBeside(value);
            }
        }
    }

    private static void write(SqlSession session, Change change) throws SQLException {
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

    private static void put(SqlSession session, Waiting waiting) throws SQLException {
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
