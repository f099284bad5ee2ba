package dev.hearth.client.dialect;

import java.time.Duration;

/// Lets others know that this person writes: once when it begins, and where the server wants it
/// once when it is over. Confined to the chat's loop.
final class OwnTyping {
    /// Without a key it is over.
    private static final Duration OVER_AFTER = Duration.ofSeconds(3);

    private final DialectContext context;
    private final Runnable begin;
    private final Runnable end;
    private boolean writing;
    private Runnable cancel = () -> {};

    /// @param begin says that it begins
    /// @param end says that it is over
    OwnTyping(DialectContext context, Runnable begin, Runnable end) {
        this.context = context;
        this.begin = begin;
        this.end = end;
    }

    /// A key was pressed.
    void key() {
        cancel.run();
        cancel = context.after(OVER_AFTER, this::over);
        if (!writing) {
            writing = true;
            begin.run();
        }
    }

    void over() {
        cancel.run();
        if (writing) {
            writing = false;
            end.run();
        }
    }

    /// The server forgets it with the connection.
    void cut() {
        cancel.run();
        writing = false;
    }
}
