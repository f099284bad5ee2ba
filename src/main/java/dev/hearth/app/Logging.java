package dev.hearth.app;

import dev.hearth.model.SafeText;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What the program says of itself: warnings and worse, a line each, on standard error. Texts of
/// messages are never in it.
final class Logging {
    /// Kept, because the log manager forgets a logger that nobody holds, and its level with it.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    /// It says what we say ourselves: where it listens, and that a port is taken.
    private static final Logger NETTY_SOCKETIO = Logger.getLogger("com.corundumstudio.socketio");

    /// A desktop without a message bus is nothing to warn of.
    private static final Logger DBUS = Logger.getLogger("org.freedesktop.dbus");

    private Logging() {}

    /// The class and method that logged it say nothing to a person; texts of strangers may be in
    /// it.
    private static final class OneLine extends Formatter {
        @Override
        public String format(LogRecord record) {
            return "hearth: " + SafeText.line(formatMessage(record)) + System.lineSeparator();
        }
    }

    static void setUp() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        Handler handler = new ConsoleHandler();
        handler.setFormatter(new OneLine());
        handler.setLevel(Level.WARNING);
        root.addHandler(handler);
        NETTY_SOCKETIO.setLevel(Level.OFF);
        DBUS.setLevel(Level.OFF);
        // It warns that its classes come from the class path, which is what we mean.
        JAVAFX.setFilter(
                record -> !record.getMessage().startsWith("Unsupported JavaFX configuration"));
    }
}
