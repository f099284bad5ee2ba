package dev.hearth.log.sqlite;

import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.SqlSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What can be told of a log without opening it: nothing is made, changed or waited for, and
/// somebody else may have it open.
public final class LogGlance {
    private static final Logger LOG = LoggerFactory.getLogger(LogGlance.class);

    private final Optional<String> note;
    private final long messages;

    private LogGlance(Optional<String> note, long messages) {
        this.note = note;
        this.messages = messages;
    }

    /// Looks at the log in `folder`. Blocks on the disk.
    ///
    /// @param note the key of a note that is read as well
    /// @return empty where there is none, and where it cannot be read as it is
    public static Optional<LogGlance> at(Path folder, String note) {
        Path file = folder.resolve(LogFile.NAME);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try (SqlSession session = Database.onlooker(file)) {
            return Optional.of(
                    new LogGlance(Meta.note(session, note), EntryRows.countMessages(session)));
        } catch (SQLException e) {
            // Whoever opens it in earnest hears what is wrong with it.
            LOG.debug("nothing is told of {}", file, e);
            return Optional.empty();
        }
    }

    public Optional<String> note() {
        return note;
    }

    /// How many messages there are in all rooms, without deleted ones.
    public long messages() {
        return messages;
    }
}
