package dev.hearth.export;

import dev.hearth.log.StoredPerson;
import dev.hearth.log.StoredRoom;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.SafeText;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A line for each message: time, name, text. The further lines of a text are indented, so that
/// nobody can write a line that looks like another's message.
final class TextExport implements ExportWriter {
    private static final String INDENT = " ".repeat(21);
    private static final int QUOTED = 60;
    private static final Pattern BREAK = Pattern.compile("\\R");

    private final Writer out;
    private final ExportTimes times;

    TextExport(Writer out, ZoneId zone) {
        this.out = out;
        this.times = new ExportTimes(zone);
    }

    @Override
    public void begin(String hostId, Instant at, List<StoredPerson> people) throws IOException {
        out.write(times.exported(at) + "\n");
    }

    @Override
    public void room(StoredRoom room) throws IOException {
        String name = room.name().isEmpty() ? room.id().value() : room.name();
        String topic = room.topic().isEmpty() ? "" : ": " + room.topic();
        out.write("\n== " + SafeText.line(name + topic) + " ==\n\n");
    }

    @Override
    public void message(FoldedMessage message, Optional<FoldedMessage> answered)
            throws IOException {
        out.write(times.of(message.at()) + "  " + SafeText.line(message.from().name()) + ": ");
        if (answered.isPresent()) {
            out.write(
                    "(to " + SafeText.line(answered.get().from().name()) + quoted(answered.get()));
        }
        out.write(message.deleted() ? "(deleted)" : indented(message.text()));
        if (message.edited().isPresent()) {
            out.write(" (edited)");
        }
        out.write("\n");
        if (!message.files().isEmpty()) {
            String files =
                    message.files().stream()
                            .map(file -> SafeText.line(file.value()))
                            .collect(Collectors.joining(", "));
            out.write(INDENT + "[files: " + files + "]\n");
        }
        if (!message.reactions().isEmpty()) {
            out.write(INDENT + reactions(message) + "\n");
        }
    }

    static String reactions(FoldedMessage message) {
        return message.reactions().entrySet().stream()
                .map(each -> SafeText.line(each.getKey()) + " " + each.getValue().size())
                .collect(Collectors.joining("  "));
    }

    private static String quoted(FoldedMessage answered) {
        return answered.deleted() ? ") " : ": “" + start(answered.text()) + "”) ";
    }

    /// The beginning of `text`, for where it is quoted.
    static String start(String text) {
        String line = SafeText.line(BREAK.matcher(text).replaceAll(" "));
        return line.codePointCount(0, line.length()) <= QUOTED
                ? line
                : line.substring(0, line.offsetByCodePoints(0, QUOTED)) + "…";
    }

    private static String indented(String text) {
        return text.lines().map(SafeText::line).collect(Collectors.joining("\n" + INDENT));
    }

    @Override
    public void endRoom() {}

    @Override
    public void end() {}
}
