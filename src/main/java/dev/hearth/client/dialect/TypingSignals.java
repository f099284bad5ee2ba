package dev.hearth.client.dialect;

import dev.hearth.model.RoomId;
import dev.hearth.protocol.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Tells the host that this person writes: once in three seconds, with however many keys. Confined
/// to the chat's loop.
final class TypingSignals {
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final DialectContext context;
    private final Map<RoomId, Instant> next = new HashMap<>();
    private boolean entered;

    TypingSignals(DialectContext context) {
        this.context = context;
    }

    void entered() {
        entered = true;
    }

    void cut() {
        entered = false;
    }

    void typing(RoomId room) {
        Instant now = context.now();
        next.values().removeIf(each -> !now.isBefore(each));
        if (entered && next.putIfAbsent(room, now.plus(EVERY)) == null) {
            context.say(Events.TYPING, Map.of("room", room.value()));
        }
    }
}
