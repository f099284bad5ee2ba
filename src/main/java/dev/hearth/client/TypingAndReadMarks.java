package dev.hearth.client;

import dev.hearth.model.RoomId;
import dev.hearth.protocol.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// What one tells others without being asked: that one writes, and how far one has read. Little of
/// it is sent, however often it is said. Confined to the chat's loop.
final class TypingAndReadMarks {
    private static final Duration TYPING_EVERY = Duration.ofSeconds(3);
    private static final Duration READING_EVERY = Duration.ofMillis(300);

    private final DialectContext context;
    private final Map<RoomId, Instant> typed = new HashMap<>();
    private final Map<RoomId, Long> read = new HashMap<>();
    private final Map<RoomId, Long> unsent = new HashMap<>();
    private boolean entered;
    private boolean sending;

    TypingAndReadMarks(DialectContext context) {
        this.context = context;
    }

    void entered() {
        entered = true;
        sendReadSoon();
    }

    void cut() {
        entered = false;
    }

    void typing(RoomId room) {
        Instant now = context.now();
        Instant last = typed.get(room);
        boolean early = last != null && now.isBefore(last.plus(TYPING_EVERY));
        if (entered && !early) {
            typed.put(room, now);
            context.say(Events.TYPING, Map.of("room", room.value()));
        }
    }

    void read(RoomId room, long seq) {
        if (read.getOrDefault(room, 0L) < seq) {
            read.put(room, seq);
            unsent.put(room, seq);
            sendReadSoon();
        }
    }

    private void sendReadSoon() {
        if (entered && !sending && !unsent.isEmpty()) {
            sending = true;
            context.after(READING_EVERY, this::sendRead);
        }
    }

    private void sendRead() {
        sending = false;
        if (entered) {
            Map<RoomId, Long> now = Map.copyOf(unsent);
            unsent.clear();
            now.forEach(
                    (room, seq) ->
                            context.say(Events.READ, Map.of("room", room.value(), "seq", seq)));
        }
    }
}
