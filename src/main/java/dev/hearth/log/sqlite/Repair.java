package dev.hearth.log.sqlite;

import dev.hearth.files.AtomicFile;
import dev.hearth.log.StoreNotice;
import dev.hearth.log.sqlite.UnreadableRows.Unreadable;
import dev.hearth.model.RoomKind;
import dev.hearth.sqlite.Database;
import dev.hearth.sqlite.DatabaseFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Mends the log of a host while the chat goes on, where rows make no sense: a tombstone takes the
/// place of each entry, and what the rows held is kept in a file beside the log. Without that a
/// single changed byte would end each page that comes across it. Thread-safe.
final class Repair implements Storage.Mender {
    private static final Logger LOG = LoggerFactory.getLogger(Repair.class);

    /// Each look reads the whole log.
    private static final int MOST_LOOKS = 10;

    private final Database database;
    private final InstantSource clock;
    private final Consumer<StoreNotice> notices;
    private int looks;

    Repair(Database database, InstantSource clock, Consumer<StoreNotice> notices) {
        this.database = database;
        this.clock = clock;
        this.notices = notices;
    }

    @Override
    public synchronized boolean mend() throws SQLException {
        if (looks >= MOST_LOOKS) {
            return false;
        }
        looks++;
        boolean owners = database.read(UnreadableRows::areOwnersUnreadable);
        if (owners) {
            database.write(
                    session -> {
                        UnreadableRows.mendOwners(session, RoomKind.PRIVATE);
                        return true;
                    });
        }
        List<Unreadable> entries = database.read(UnreadableRows::entries);
        if (!entries.isEmpty()) {
            Path kept = keep(entries);
            database.write(
                    session -> {
                        for (Unreadable entry : entries) {
                            UnreadableRows.bury(session, entry);
                        }
                        return true;
                    });
            LOG.debug("{} entries could not be read and are kept in {}", entries.size(), kept);
            notices.accept(new StoreNotice.Unreadable(kept, entries.size()));
        }
        // Another thread may have mended it meanwhile: to read once more tells.
        return true;
    }

    private Path keep(List<Unreadable> entries) throws SQLException {
        try {
            Path file = DatabaseFiles.aside(database.path(), "unreadable", clock.millis());
            AtomicFile.writePrivate(
                    file,
                    entries.stream()
                            .map(entry -> entry.original() + "\n")
                            .collect(Collectors.joining()));
            return file;
        } catch (IOException e) {
            throw new SQLException("what cannot be read cannot be kept either", e);
        }
    }
}
