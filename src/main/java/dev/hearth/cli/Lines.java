package dev.hearth.cli;

import dev.hearth.model.FoldedMessage;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.SafeText;
import dev.hearth.model.SearchHits.Range;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/// Messages as lines on a terminal. Whatever they hold, each is one line, and nothing in it drives
/// the terminal. Stateless.
final class Lines {
    private static final String FOUND = "\u001b[1;33m";
    private static final String PLAIN = "\u001b[0m";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private Lines() {}

    /// `maria: hello`, `maria (edited): hello`.
    static String spoken(Message message) {
        return spoken(
                message.from(),
                message.details().edited().isPresent(),
                SafeText.line(message.text()));
    }

    /// The same of a message that was read, with what was made of it.
    static String spoken(FoldedMessage message) {
        if (message.deleted()) {
            return name(message.from()) + " (deleted)";
        }
        String reactions =
                message.reactions().entrySet().stream()
                        .map(entry -> SafeText.line(entry.getKey()) + " " + entry.getValue().size())
                        .collect(Collectors.joining(" ", "  [", "]"));
        return spoken(message, List.of(), false) + (message.reactions().isEmpty() ? "" : reactions);
    }

    /// The same with parts of the text in colour.
    static String spoken(FoldedMessage message, List<Range> ranges, boolean colours) {
        String text = message.text();
        return spoken(
                message.from(),
                message.edited().isPresent(),
                colours ? coloured(text, ranges) : SafeText.line(text));
    }

    static String time(Instant at, ZoneId zone) {
        return TIME.withZone(zone).format(at);
    }

    private static String spoken(Person from, boolean edited, String text) {
        String mark = edited ? " (edited)" : "";
        if (!from.isKnown()) {
            return edited ? "(edited): " + text : text;
        }
        return name(from) + mark + ": " + text;
    }

    private static String name(Person person) {
        return SafeText.line(person.name());
    }

    private static String coloured(String text, List<Range> ranges) {
        var line = new StringBuilder();
        int end = 0;
        for (Range range : ranges) {
            int from = Math.clamp(range.start(), end, text.length());
            int to = Math.clamp(range.end(), from, text.length());
            line.append(SafeText.line(text.substring(end, from)))
                    .append(FOUND)
                    .append(SafeText.line(text.substring(from, to)))
                    .append(PLAIN);
            end = to;
        }
        return line.append(SafeText.line(text.substring(end))).toString();
    }
}
