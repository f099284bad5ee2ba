package dev.hearth.settings;

import dev.hearth.settings.RecentChat.Said;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// The recent chats among the lines of a settings file.
final class RecentFields {
    private static final String NAME = ".name";
    private static final String SAID = ".said";
    private static final String AT = ".at";

    private RecentFields() {}

    private static String key(int index) {
        return "recent." + index;
    }

    static void write(List<RecentChat> recent, Properties values) {
        for (int index = 0; index < recent.size(); index++) {
            RecentChat chat = recent.get(index);
            String key = key(index);
            values.setProperty(key, chat.address());
            if (!chat.name().isEmpty()) {
                values.setProperty(key + NAME, chat.name());
            }
            chat.last()
                    .ifPresent(
                            said -> {
                                values.setProperty(key + SAID, said.line());
                                values.setProperty(key + AT, said.at().toString());
                            });
        }
    }

    static List<RecentChat> read(Properties values) {
        List<RecentChat> recent = new ArrayList<>();
        for (int index = 0; values.containsKey(key(index)); index++) {
            String key = key(index);
            recent.add(
                    new RecentChat(
                            values.getProperty(key),
                            values.getProperty(key + NAME, ""),
                            said(
                                    values.getProperty(key + SAID, ""),
                                    values.getProperty(key + AT, ""))));
        }
        return recent;
    }

    private static Optional<Said> said(String line, String at) {
        try {
            return line.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Said(line, Instant.parse(at)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
