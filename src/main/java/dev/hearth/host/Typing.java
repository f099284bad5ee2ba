package dev.hearth.host;

import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Who was said to be typing a moment ago, so that it is not said all the time. Confined to the
/// host loop.
final class Typing {
    static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int MANY = 1_000;

    private record Where(PersonId person, RoomId room) {}

    private final Map<Where, Instant> said = new HashMap<>();

    /// @return whether it is to be said again
    boolean isNews(PersonId person, RoomId room, Instant now) {
        if (said.size() > MANY) {
            said.values().removeIf(at -> isLongAgo(at, now));
        }
        Where where = new Where(person, room);
        Instant before = said.get(where);
        if (before != null && !isLongAgo(before, now)) {
            return false;
        }
        said.put(where, now);
        return true;
    }

    /// Also when the clock went back: better said twice than never again.
    private static boolean isLongAgo(Instant at, Instant now) {
        return Duration.between(at, now).abs().compareTo(PAUSE) >= 0;
    }
}
