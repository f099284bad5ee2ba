package dev.hearth.gateway;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Holds up whoever writes to the log in a folder, until it is closed: another program has begun to
/// write to the same file.
final class HeldStore implements AutoCloseable {
    private final Connection connection;

    HeldStore(Path folder) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("chat.db"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
