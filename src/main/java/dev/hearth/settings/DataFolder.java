package dev.hearth.settings;

import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The folder where everything is kept. Immutable.
public final class DataFolder {
    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /// The folder that was chosen, or the one of this platform; it is made when it is missing.
    ///
    /// @throws HearthException DATA_NOT_WRITABLE
    public static DataFolder open(Optional<Path> chosen) {
        Path path = where(chosen);
        DataFolder folder = new DataFolder(path);
        folder.make(path);
        return folder;
    }

    /// Where it is or would be; nothing is made.
    public static Path where(Optional<Path> chosen) {
        return chosen.orElseGet(
                        () ->
                                ofPlatform(
                                        System.getProperty("os.name", ""),
                                        System.getenv(),
                                        Path.of(System.getProperty("user.home", "."))))
                .toAbsolutePath()
                .normalize();
    }

    /// Where each platform keeps what belongs to a person's programs.
    static Path ofPlatform(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return absolute(environment.get("APPDATA"))
                    .orElse(home.resolve("AppData").resolve("Roaming"))
                    .resolve("Hearth");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Hearth");
        }
        // The XDG specification says that a relative path there is to be ignored.
        return absolute(environment.get("XDG_DATA_HOME"))
                .orElse(home.resolve(".local").resolve("share"))
                .resolve("hearth");
    }

    private static Optional<Path> absolute(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .filter(value -> !value.isEmpty())
                    .map(Path::of)
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    public Path path() {
        return path;
    }

    /// A subfolder, whoever else uses it; it is made when it is missing.
    ///
    /// @throws HearthException DATA_NOT_WRITABLE
    public Path subfolder(String name) {
        Path inner = path.resolve(name);
        make(inner);
        return inner;
    }

    /// Takes a subfolder for this process alone, until the lock is closed or the process ends.
    ///
    /// @throws HearthException DATA_IN_USE, or DATA_NOT_WRITABLE
    public FolderLock lock(String subfolder) {
        return FolderLock.take(subfolder(subfolder));
    }

    private void make(Path folder) {
        try {
            makePrivate(folder);
            Files.delete(Files.createTempFile(folder, "try", ".tmp"));
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    /// What was said is nobody else's on this computer. A folder that is there stays as it is.
    private static void makePrivate(Path folder) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    static HearthException notWritable(Path folder, IOException e) {
        return new HearthException(
                LocalTrouble.DATA_NOT_WRITABLE,
                "The data folder "
                        + folder
                        + " cannot be written to. Make it writable, or use another with --data"
                        + " OTHER.",
                e);
    }
}
