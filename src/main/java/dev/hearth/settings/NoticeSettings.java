package dev.hearth.settings;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a person wants to be told of while they look elsewhere. Immutable.
///
/// @param quietUntil until when nothing shall disturb; [Instant#MAX] for until they say otherwise
/// @param rooms what was chosen for a room of a chat, the latest choice last
public record NoticeSettings(Optional<Instant> quietUntil, Map<RoomOfChat, Level> rooms) {
    public static final NoticeSettings DEFAULTS = new NoticeSettings(Optional.empty(), Map.of());

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

    /// Of what a person is told in a room; of mentions where nothing was chosen.
    public Level level(String chat, String room) {
        return rooms.getOrDefault(new RoomOfChat(chat, room), Level.MENTIONS);
    }

    public NoticeSettings withLevel(String chat, String room, Level level) {
        Map<RoomOfChat, Level> changed = new LinkedHashMap<>(rooms);
        RoomOfChat key = new RoomOfChat(chat, room);
        changed.remove(key);
        if (level != Level.MENTIONS) {
            changed.put(key, level);
        }
        return new NoticeSettings(quietUntil, changed);
    }

    public NoticeSettings withQuietUntil(Optional<Instant> end) {
        return new NoticeSettings(end, rooms);
    }
}
