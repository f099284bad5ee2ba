package dev.hearth.app;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The exit code in a file, for `mvn`: its plugin that runs the program keeps the code to itself.
final class ExitNote {
    private static final System.Logger LOG = System.getLogger(ExitNote.class.getName());

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
            LOG.log(Level.WARNING, "the exit code could not be written to {0}: {1}", file, e);
        }
    }
}
