package dev.hearth.app;

import dev.hearth.files.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file `program-uses`: when each program last posted. Only the process that hosts the chat
/// writes it, once a minute at most: it is there for a look, and the disk has better to do.
/// Thread-safe.
final class TokenUses {
    private static final String FILE = "program-uses";
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(TokenUses.class);

    private final Path file;
    private final InstantSource clock;
    private final Map<String, Instant> last = new HashMap<>();
    private boolean loaded;
    private boolean changed;
    private Instant written = Instant.EPOCH;

    TokenUses(Path folder, InstantSource clock) {
        this.file = folder.resolve(FILE);
        this.clock = clock;
    }

    synchronized Optional<Instant> of(String id) {
        load();
        return Optional.ofNullable(last.get(id));
    }

    synchronized void note(String id) {
        load();
        Instant now = clock.instant();
        last.put(id, now);
        changed = true;
        if (Duration.between(written, now).compareTo(PAUSE) > 0) {
            write();
        }
    }

    /// Writes down what is still to be written. Nothing depends on it: where that fails the last
    /// use is not known after a restart.
    synchronized void write() {
        if (!changed) {
            return;
        }
        written = clock.instant();
        changed = false;
        var lines = new StringBuilder();
        last.forEach(
                (id, at) -> lines.append(id).append(' ').append(at.toEpochMilli()).append('\n'));
        try {
            AtomicFile.writePrivate(file, lines.toString());
        } catch (IOException e) {
            LOG.warn("“{}” cannot be written: {}", file, e.toString());
        }
    }

    private void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file, StandardCharsets.UTF_8).forEach(this::take);
            }
        } catch (IOException e) {
            LOG.warn("“{}” cannot be read: {}", file, e.toString());
        }
    }

    private void take(String line) {
        String[] parts = line.split(" ", 2);
        if (parts.length == 2 && parts[1].matches("\\d{1,15}")) {
            last.put(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1])));
        }
    }
}
