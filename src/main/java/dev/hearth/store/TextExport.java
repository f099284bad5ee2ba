package dev.hearth.store;

import dev.hearth.model.FoldedMessage;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A line for each message: time, name, text. The further lines of a text are indented, so that
/// nobody can write a line that looks like another's message.
final class TextExport implements Export {
    private static final String INDENT = " ".repeat(21);
    private static final int QUOTED = 60;

    private final Writer out;
    private final DateTimeFormatter times;

    TextExport(Writer out, ZoneId zone) {
        this.out = out;
        this.times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    @Override
    public void begin(String hostId, Instant at, List<StoredPerson> people) throws IOException {
        out.write("Exported " + times.format(at) + "\n");
    }

    @Override
    public void room(StoredRoom room) throws IOException {
        String name = room.name().isEmpty() ? room.id().value() : room.name();
        String topic = room.topic().isEmpty() ? "" : ": " + room.topic();
        out.write("\n== " + oneLine(name + topic) + " ==\n\n");
    }

    @Override
    public void message(FoldedMessage message, Optional<FoldedMessage> answered)
            throws IOException {
        out.write(times.format(message.at()) + "  " + oneLine(message.from().name()) + ": ");
        if (answered.isPresent()) {
            out.write("(to " + oneLine(answered.get().from().name()) + quoted(answered.get()));
        }
        out.write(message.deleted() ? "(deleted)" : indented(message.text()));
        if (message.edited().isPresent()) {
            out.write(" (edited)");
        }
        out.write("\n");
        if (!message.files().isEmpty()) {
            String files =
                    message.files().stream()
                            .map(file -> oneLine(file.value()))
                            .collect(Collectors.joining(", "));
            out.write(INDENT + "[files: " + files + "]\n");
        }
        if (!message.reactions().isEmpty()) {
            out.write(INDENT + reactions(message) + "\n");
        }
    }

    static String reactions(FoldedMessage message) {
        return message.reactions().entrySet().stream()
                .map(each -> oneLine(each.getKey()) + " " + each.getValue().size())
                .collect(Collectors.joining("  "));
    }

    private static String quoted(FoldedMessage answered) {
        return answered.deleted() ? ") " : ": “" + start(answered.text()) + "”) ";
    }

    /// The beginning of `text`, for where it is quoted.
    static String start(String text) {
        String line = oneLine(text);
        return line.codePointCount(0, line.length()) <= QUOTED
                ? line
                : line.substring(0, line.offsetByCodePoints(0, QUOTED)) + "…";
    }

    private static String indented(String text) {
        return text.lines().map(TextExport::oneLine).collect(Collectors.joining("\n" + INDENT));
    }

    private static String oneLine(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public void endRoom() {}

    @Override
    public void end() {}
}
