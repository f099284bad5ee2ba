package dev.hearth.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The exit code in a file, for `mvn`: its plugin that runs the program keeps the code to itself.
final class ExitNote {
    private static final Logger LOG = LoggerFactory.getLogger(ExitNote.class);

    /// The file; not set unless `mvn` runs the program.
    private static final String PROPERTY = "hearth.exit.code";

    private ExitNote() {}

    static void write(int code) {
        @Nullable String file = System.getProperty(PROPERTY);
        if (file == null) {
            return;
        }
        try {
            Files.writeString(Path.of(file), Integer.toString(code));
        } catch (IOException e) {
            LOG.warn("the exit code could not be written to {}: {}", file, e.toString());
        }
    }
}
