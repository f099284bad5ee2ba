package dev.hearth.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Moves and deletes a database together with the files that SQLite keeps beside it, and sets aside
/// a database that cannot be used: it is moved, whole, and never deleted. Nobody may have it open.
/// Stateless.
public final class DatabaseFiles {
    /// The database itself comes last: without it SQLite would delete the files beside it.
    private static final List<String> PARTS = List.of("-wal", "-shm", "");

    private DatabaseFiles() {}

    /// Moves the database away, under a free name beside it: `chat.db.broken-1700000000000`.
    ///
    /// @param why a word for the name, `broken` for instance
    /// @return where it is now
    public static Path setAside(Path file, String why, long millis) throws IOException {
        Path aside = aside(file, why, millis);
        move(file, aside);
        return aside;
    }

    /// A free name for what is set aside of the database.
    public static Path aside(Path file, String why, long millis) {
        return free(file.resolveSibling(file.getFileName() + "." + why + "-" + millis));
    }

    /// Moves the database, under its own name, into a new folder beside it.
    ///
    /// @param folder the name of the new folder, if it is free
    /// @return the folder; empty when there is no database
    public static Optional<Path> setAsideInFolder(Path file, String folder) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        Path aside = Files.createDirectory(free(file.resolveSibling(folder)));
        move(file, aside.resolve(file.getFileName()));
        return Optional.of(aside);
    }

    public static void delete(Path file) throws IOException {
        for (String part : PARTS) {
            Files.deleteIfExists(part(file, part));
        }
    }

    private static void move(Path file, Path target) throws IOException {
        for (String part : PARTS) {
            if (Files.exists(part(file, part))) {
                Files.move(part(file, part), part(target, part));
            }
        }
    }

    private static Path part(Path file, String part) {
        return file.resolveSibling(file.getFileName() + part);
    }

    private static Path free(Path wanted) {
        Path path = wanted;
        for (int n = 2; Files.exists(path); n++) {
            path = wanted.resolveSibling(wanted.getFileName() + "-" + n);
        }
        return path;
    }
}
