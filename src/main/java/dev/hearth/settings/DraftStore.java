package dev.hearth.settings;

import dev.hearth.files.AtomicFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what was begun and not sent in `drafts.properties` of the data folder, for the owner's
/// account alone. A change is written a moment later, on a virtual thread, together with those that
/// follow at once, so that a crash leaves the old or the new text. Thread-safe.
public final class DraftStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DraftStore.class);
    private static final Duration DEBOUNCE = Duration.ofMillis(400);

    /// The oldest go when there are more.
    private static final int MOST = 500;

    /// A draft for which a file is no place.
    private static final int LONGEST = 100_000;

    private static final char BETWEEN = ' ';

    /// Null where nothing can be saved.
    private final @Nullable Path file;

    private final Map<String, String> drafts = new LinkedHashMap<>();
    private final Object disk = new Object();
    private boolean unsaved;
    private boolean saverRuns;

    private DraftStore(@Nullable Path file) {
        this.file = file;
    }

    /// Reads the drafts of `folder`. Where they cannot be read, there are none.
    public static DraftStore open(DataFolder folder) {
        Path file = folder.path().resolve("drafts.properties");
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return unsaved();
        }
        var store = new DraftStore(file);
        try {
            store.read(Files.readString(file));
        } catch (NoSuchFileException _) {
            return store;
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The drafts could not be read: {}", e.toString());
        }
        return store;
    }

    /// Drafts that are kept until the program ends.
    public static DraftStore unsaved() {
        return new DraftStore(null);
    }

    private void read(String text) throws IOException {
        var values = new Properties();
        values.load(new StringReader(text));
        values.stringPropertyNames().forEach(key -> drafts.put(key, values.getProperty(key)));
    }

    /// What was begun in a room of a chat; empty for nothing.
    public synchronized String draft(String chat, String room) {
        return drafts.getOrDefault(key(chat, room), "");
    }

    /// Keeps what was begun; it is on disk a moment later.
    public synchronized void keep(String chat, String room, String text) {
        String key = key(chat, room);
        if (text.length() > LONGEST || text.equals(drafts.getOrDefault(key, ""))) {
            return;
        }
        drafts.remove(key);
        if (!text.isEmpty()) {
            drafts.put(key, text);
        }
        if (drafts.size() > MOST) {
            drafts.remove(drafts.keySet().iterator().next());
        }
        unsaved = true;
        if (!saverRuns) {
            saverRuns = true;
            Thread.ofVirtual().name("hearth drafts").start(this::saveLater);
        }
    }

    private static String key(String chat, String room) {
        return chat + BETWEEN + room;
    }

    private void saveLater() {
        try {
            Thread.sleep(DEBOUNCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        save();
    }

    /// Writes what is not written yet. Who types meanwhile does not wait for the disk.
    private void save() {
        synchronized (disk) {
            @Nullable Path target = file;
            @Nullable String text = unsavedText();
            if (text == null || target == null) {
                return;
            }
            try {
                AtomicFile.writePrivate(target, text);
            } catch (IOException e) {
                LOG.warn("The drafts could not be saved: {}", e.toString());
            }
        }
    }

    private synchronized @Nullable String unsavedText() {
        saverRuns = false;
        if (!unsaved) {
            return null;
        }
        unsaved = false;
        var values = new Properties();
        values.putAll(drafts);
        try (var text = new StringWriter()) {
            values.store(text, "Hearth");
            return text.toString();
        } catch (IOException e) {
            throw new AssertionError("a text in memory cannot fail", e);
        }
    }

    /// Writes at once what is not written yet.
    @Override
    public void close() {
        save();
    }
}
