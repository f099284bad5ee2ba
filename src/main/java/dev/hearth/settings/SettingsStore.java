package dev.hearth.settings;

import dev.hearth.files.AtomicFile;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Keeps the [Settings] of one data folder in `settings.properties`, written as [DebouncedFile]
/// says. A crash leaves the old or the new ones. A link to a file elsewhere stays a link.
/// Thread-safe.
public final class SettingsStore implements AutoCloseable {
    private final DebouncedFile file;
    private final Optional<String> notice;
    private Settings current;

    /// @param file null where nothing can be saved
    private SettingsStore(@Nullable Path file, Settings current, Optional<String> notice) {
        this.file = new DebouncedFile(file, AtomicFile::write, () -> SettingsFile.write(current()));
        this.current = current;
        this.notice = notice;
    }

    /// Reads the settings of `folder`. A file that cannot be understood is set aside beside it,
    /// which [#notice] says.
    ///
    /// @throws HearthException DATA_NOT_WRITABLE when the file can be neither read nor set aside
    public static SettingsStore open(DataFolder folder, InstantSource clock) {
        Path file = folder.path().resolve("settings.properties");
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            // To read a pipe waits for somebody who writes.
            return unsaved("Settings are not kept: " + file + " is no file.");
        }
        try {
            Settings settings = SettingsFile.read(Files.readString(file));
            return new SettingsStore(file, settings, Optional.empty());
        } catch (NoSuchFileException _) {
            return new SettingsStore(file, Settings.defaults(), Optional.empty());
        } catch (IOException _) {
            Path aside = setAside(file, clock);
            return new SettingsStore(
                    file,
                    Settings.defaults(),
                    Optional.of(
                            "The settings could not be read and start afresh. The old file is kept"
                                    + " as "
                                    + aside
                                    + "."));
        }
    }

    /// Settings that are kept until the program ends, where they cannot be saved.
    ///
    /// @param notice what to tell a person
    public static SettingsStore unsaved(String notice) {
        return new SettingsStore(null, Settings.defaults(), Optional.of(notice));
    }

    private static Path setAside(Path file, InstantSource clock) {
        Path aside =
                file.resolveSibling("settings.broken-" + clock.instant().toEpochMilli() + ".txt");
        try {
            return Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new HearthException(
                    LocalTrouble.DATA_NOT_WRITABLE,
                    file + " can be neither read nor moved away. Use --data OTHER.",
                    e);
        }
    }

    /// What a person should be told about the settings that were found.
    public Optional<String> notice() {
        return notice;
    }

    public synchronized Settings current() {
        return current;
    }

    /// Changes the settings; they are on disk a moment later.
    public synchronized void update(UnaryOperator<Settings> change) {
        Settings changed = change.apply(current);
        if (changed.equals(current)) {
            return;
        }
        current = changed;
        file.changed();
    }

    /// Writes at once what is not written yet.
    public void save() {
        file.save();
    }

    @Override
    public void close() {
        file.close();
    }
}
