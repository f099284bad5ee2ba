package dev.hearth.app;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// What the program says of itself: warnings and worse, a line each, on standard error. Texts of
/// messages are never in it.
final class Logging {
    /// Kept, because the log manager forgets a logger that nobody holds, and its level with it.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    /// It says what we say ourselves: where it listens, and that a port is taken.
    private static final Logger NETTY_SOCKETIO = Logger.getLogger("com.corundumstudio.socketio");

    private Logging() {}

    static void setUp() {
        // One line each; the class and method that logged it say nothing to a person.
        System.setProperty("java.util.logging.SimpleFormatter.format", "hearth: %5$s%n");
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        Handler handler = new ConsoleHandler();
        handler.setFormatter(new SimpleFormatter());
        handler.setLevel(Level.WARNING);
        root.addHandler(handler);
        NETTY_SOCKETIO.setLevel(Level.OFF);
        // It warns that its classes come from the class path, which is what we mean.
        JAVAFX.setFilter(
                record -> !record.getMessage().startsWith("Unsupported JavaFX configuration"));
    }
}
