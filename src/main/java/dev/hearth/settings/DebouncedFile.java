package dev.hearth.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file that follows something in memory: a change is written a moment later, on a virtual
/// thread, together with those that follow at once. Nobody who makes a change waits for the disk.
/// Thread-safe.
final class DebouncedFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DebouncedFile.class);
    private static final Duration DEBOUNCE = Duration.ofMillis(400);

    /// How the text gets to the disk.
    interface Writing {
        void write(Path file, String text) throws IOException;
    }

    /// Null where nothing can be saved.
    private final @Nullable Path file;

    private final Writing writing;
    private final Supplier<String> text;
    private final Object disk = new Object();
    private boolean unsaved;
    private boolean saverRuns;

    /// @param text what the file is to hold, at the moment of writing; any thread
    DebouncedFile(@Nullable Path file, Writing writing, Supplier<String> text) {
        this.file = file;
        this.writing = writing;
        this.text = text;
    }

    synchronized void changed() {
        unsaved = true;
        if (!saverRuns && file != null) {
            saverRuns = true;
            Thread.ofVirtual().name("hearth " + file.getFileName()).start(this::saveLater);
        }
    }

    private void saveLater() {
        try {
            Thread.sleep(DEBOUNCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        save();
    }

    /// Writes at once what is not written yet.
    void save() {
        synchronized (disk) {
            if (file == null || !isDue()) {
                return;
            }
            try {
                writing.write(file, text.get());
            } catch (IOException e) {
                LOG.warn("{} could not be saved: {}", file.getFileName(), e.toString());
            }
        }
    }

    private synchronized boolean isDue() {
        boolean due = unsaved;
        saverRuns = false;
        unsaved = false;
        return due;
    }

    @Override
    public void close() {
        save();
    }
}
