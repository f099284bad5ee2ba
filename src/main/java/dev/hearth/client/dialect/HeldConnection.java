package dev.hearth.client.dialect;

import dev.hearth.client.outbox.ConfirmationPolicy.Answer;
import java.time.Duration;
import java.util.function.Consumer;

/// Confirms messages on servers that say nothing to their author: a message counts as there when
/// the connection held for a moment after it. Confined to the chat's loop.
final class HeldConnection {
    /// A cut within this time may have come before the message.
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final DialectContext context;

    /// Counts connections: what was waited for on an earlier one is over.
    private int connection;

    HeldConnection(DialectContext context) {
        this.context = context;
    }

    void cut() {
        connection++;
    }

    /// A message was just written to the connection.
    void confirm(Consumer<Answer> answered) {
        int now = connection;
        context.after(
                MOMENT,
                () -> {
                    if (now == connection) {
                        answered.accept(new Answer.Received(Duration.ZERO));
                    }
                });
    }
}
