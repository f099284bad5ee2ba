package dev.hearth.settings;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a person wants to be told of while they look elsewhere. Immutable.
///
/// @param quietUntil until when nothing shall disturb; [Instant#MAX] for until they say otherwise
/// @param usual of what in rooms for which nothing was chosen
/// @param sound whether what the desktop shows may be heard as well
/// @param rooms what was chosen for a room of a chat, the latest choice last
public record NoticeSettings(
        Optional<Instant> quietUntil, Level usual, boolean sound, Map<RoomOfChat, Level> rooms) {
    public static final NoticeSettings DEFAULTS =
            new NoticeSettings(Optional.empty(), Level.MENTIONS, false, Map.of());

    private static final int MOST_ROOMS = 500;

    /// Which messages of a room a person is told of.
    public enum Level {
        ALL,
        MENTIONS,
        NONE
    }

    /// A room, and the chat that it belongs to.
    public record RoomOfChat(String chat, String room) {}

    public NoticeSettings {
        Map<RoomOfChat, Level> kept = new LinkedHashMap<>();
        rooms.entrySet().stream()
                .skip(Math.max(0, rooms.size() - MOST_ROOMS))
                .forEach(each -> kept.put(each.getKey(), each.getValue()));
        rooms = Collections.unmodifiableMap(kept);
    }

    /// Of what a person is told in a room.
    public Level level(String chat, String room) {
        return rooms.getOrDefault(new RoomOfChat(chat, room), usual);
    }

    public NoticeSettings withLevel(String chat, String room, Level level) {
        Map<RoomOfChat, Level> changed = new LinkedHashMap<>(rooms);
        RoomOfChat key = new RoomOfChat(chat, room);
        changed.remove(key);
        if (level != usual) {
            changed.put(key, level);
        }
        return new NoticeSettings(quietUntil, usual, sound, changed);
    }

    /// Rooms with a choice of their own keep it.
    public NoticeSettings withUsual(Level level) {
        return new NoticeSettings(quietUntil, level, sound, rooms);
    }

    public NoticeSettings withSound(boolean now) {
        return new NoticeSettings(quietUntil, usual, now, rooms);
    }

    public NoticeSettings withQuietUntil(Optional<Instant> end) {
        return new NoticeSettings(end, usual, sound, rooms);
    }
}
