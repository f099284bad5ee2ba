package dev.hearth.settings;

import dev.hearth.files.AtomicFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what was begun and not sent in `drafts.properties` of the data folder, for the owner's
/// account alone, written as [DebouncedFile] says. A crash leaves the old or the new text.
/// Thread-safe.
public final class DraftStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DraftStore.class);

    /// The oldest go when there are more.
    private static final int MOST = 500;

    /// A draft for which a file is no place.
    private static final int LONGEST = 100_000;

    private static final char BETWEEN = ' ';
    private static final String PLACE = "place.";
    private static final String TEXT = "text.";

    private final DebouncedFile file;

    /// The latest last.
    private final Map<String, String> drafts = new LinkedHashMap<>();

    /// @param file null where nothing can be saved
    private DraftStore(@Nullable Path file) {
        this.file = new DebouncedFile(file, AtomicFile::writePrivate, this::text);
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
        for (int n = 0; values.containsKey(PLACE + n); n++) {
            drafts.put(values.getProperty(PLACE + n), values.getProperty(TEXT + n, ""));
        }
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
        file.changed();
    }

    private static String key(String chat, String room) {
        return chat + BETWEEN + room;
    }

    /// Numbered, because properties have no order.
    private synchronized String text() {
        var values = new Properties();
        int n = 0;
        for (Map.Entry<String, String> draft : drafts.entrySet()) {
            values.setProperty(PLACE + n, draft.getKey());
            values.setProperty(TEXT + n, draft.getValue());
            n++;
        }
        try (var text = new StringWriter()) {
            values.store(text, "Hearth");
            return text.toString();
        } catch (IOException e) {
            throw new AssertionError("a text in memory cannot fail", e);
        }
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
