package dev.hearth.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/// One connection to the file, with its prepared statements. Confined to its holder.
///
/// A call blocks in native code, so a virtual thread holds on to its carrier meanwhile: reads are
/// kept short, and there are few sessions.
public final class SqlSession implements AutoCloseable {
    /// Reads the row under the cursor.
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Takes the row under the cursor; false ends the reading.
    @FunctionalInterface
    public interface Sink {
        boolean take(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private LongAdder ran = new LongAdder();
    private volatile boolean interrupted;

    SqlSession(Connection connection) {
        this.connection = connection;
    }

    /// Adds what this session runs from now on to `all`. Before it is shared.
    SqlSession countInto(LongAdder all) {
        ran = all;
        return this;
    }

    /// Runs statements that have no parameters.
    public void execute(String script) throws SQLException {
        ran.increment();
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }

    /// The first column of what `sql`, which may be a pragma, answers; empty when it answers
    /// nothing.
    public String ask(String sql) throws SQLException {
        ran.increment();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    public int update(String sql, @Nullable Object... values) throws SQLException {
        try {
            return prepared(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw forget(sql, e);
        }
    }

    public <T> List<T> list(String sql, Row<T> reader, @Nullable Object... values)
            throws SQLException {
        List<T> all = new ArrayList<>();
        each(sql, row -> all.add(reader.read(row)), values);
        return all;
    }

    public <T> Optional<T> first(String sql, Row<T> reader, @Nullable Object... values)
            throws SQLException {
        try (ResultSet rows = prepared(sql, values).executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw forget(sql, e);
        }
    }

    public void each(String sql, Sink sink, @Nullable Object... values) throws SQLException {
        try (ResultSet rows = prepared(sql, values).executeQuery()) {
            boolean goOn = true;
            while (goOn && rows.next()) {
                goOn = sink.take(rows);
            }
        } catch (SQLException e) {
            throw forget(sql, e);
        }
    }

    /// A statement that failed (it was interrupted, a page was damaged) cannot be run again.
    private SQLException forget(String sql, SQLException failure) {
        try (PreparedStatement _ = statements.remove(sql)) {
            return failure;
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return failure;
        }
    }

    /// Ends the statement that is running, and keeps more from beginning until [#resume]. Any
    /// thread, while the session is open.
    public void interrupt() {
        interrupted = true;
        try {
            connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException("every connection is one to SQLite", e);
        }
    }

    void resume() {
        interrupted = false;
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        if (interrupted) {
            throw new SQLException("interrupted", "", SQLiteErrorCode.SQLITE_INTERRUPT.code);
        }
        ran.increment();
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        statements.clear();
        connection.close();
    }
}
