package dev.hearth.app;

import dev.hearth.model.SafeText;
import dev.hearth.ui.settings.Folders;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Also keeps what [Logging] says in two files of the data folder, up to 1 MB each, with the
/// details of what nobody expected: who started the window from an icon sees no standard error.
/// Thread-safe.
final class LogFiles implements AutoCloseable {
    private static final int LARGEST = 1_000_000;
    private static final int FILES = 2;

    private final Optional<FileHandler> handler;

    private LogFiles(Optional<FileHandler> handler) {
        this.handler = handler;
        handler.ifPresent(Logger.getLogger("")::addHandler);
    }

    /// Where the files are below a data folder.
    static Path folder(Path data) {
        return data.resolve("logs");
    }

    /// Keeps them from now on, where that can be done.
    static LogFiles in(Folders folders) {
        return new LogFiles(folders.logs().flatMap(LogFiles::handler));
    }

    private static Optional<FileHandler> handler(Path folder) {
        try {
            Files.createDirectories(folder);
            // In the pattern a per cent sign means something.
            String pattern = folder.toString().replace("%", "%%") + "/hearth-%g.log";
            FileHandler handler = new FileHandler(pattern, LARGEST, FILES, true);
            handler.setEncoding("UTF-8");
            handler.setLevel(Level.WARNING);
            handler.setFormatter(new WithDetails());
            return Optional.of(handler);
        } catch (IOException e) {
            Logger.getLogger(LogFiles.class.getName())
                    .warning("The log is not kept in " + folder + ": " + e);
            return Optional.empty();
        }
    }

    /// Texts of strangers may be in what was thrown, too.
    private static final class WithDetails extends Formatter {
        @Override
        public String format(LogRecord record) {
            var text = new StringBuilder();
            text.append(record.getInstant().truncatedTo(ChronoUnit.SECONDS));
            text.append(' ').append(record.getLevel().getName()).append(' ');
            text.append(record.getLoggerName()).append(": ");
            text.append(SafeText.line(formatMessage(record))).append(System.lineSeparator());
            if (record.getThrown() != null) {
                var details = new StringWriter();
                record.getThrown().printStackTrace(new PrintWriter(details));
                details.toString()
                        .lines()
                        .map(line -> SafeText.line(line) + System.lineSeparator())
                        .forEach(text::append);
            }
            return text.toString();
        }
    }

    @Override
    public void close() {
        handler.ifPresent(
                open -> {
                    Logger.getLogger("").removeHandler(open);
                    open.close();
                });
    }
}
