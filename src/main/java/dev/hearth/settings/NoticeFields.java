package dev.hearth.settings;

import dev.hearth.settings.NoticeSettings.Level;
import dev.hearth.settings.NoticeSettings.RoomOfChat;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// [NoticeSettings] among the lines of a settings file.
final class NoticeFields {
    private static final String QUIET = "notices.quietUntil";
    private static final String USUAL = "notices.usual";
    private static final String SOUND = "notices.sound";

    private NoticeFields() {}

    static void write(NoticeSettings notices, Properties values) {
        notices.quietUntil().ifPresent(end -> values.setProperty(QUIET, end.toString()));
        values.setProperty(USUAL, word(notices.usual()));
        values.setProperty(SOUND, Boolean.toString(notices.sound()));
        int index = 0;
        for (Map.Entry<RoomOfChat, Level> each : notices.rooms().entrySet()) {
            String key = "notices." + index++ + ".";
            values.setProperty(key + "chat", each.getKey().chat());
            values.setProperty(key + "room", each.getKey().room());
            values.setProperty(key + "level", word(each.getValue()));
        }
    }

    static NoticeSettings read(Properties values) {
        Map<RoomOfChat, Level> rooms = new LinkedHashMap<>();
        for (int index = 0; values.containsKey("notices." + index + ".chat"); index++) {
            String key = "notices." + index + ".";
            RoomOfChat room =
                    new RoomOfChat(
                            values.getProperty(key + "chat"), values.getProperty(key + "room", ""));
            level(values.getProperty(key + "level", "")).ifPresent(it -> rooms.put(room, it));
        }
        return new NoticeSettings(
                moment(values.getProperty(QUIET, "")),
                level(values.getProperty(USUAL, "")).orElse(NoticeSettings.DEFAULTS.usual()),
                Boolean.parseBoolean(values.getProperty(SOUND)),
                rooms);
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Level> level(String name) {
        return Arrays.stream(Level.values()).filter(each -> word(each).equals(name)).findFirst();
    }

    private static Optional<Instant> moment(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
