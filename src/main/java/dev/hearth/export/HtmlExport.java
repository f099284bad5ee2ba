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
import java.util.stream.Collectors;

/// A page that needs nothing else: no script, no picture, no address. Whatever people wrote is
/// escaped, and has a direction of its own.
final class HtmlExport implements ExportWriter {
    private static final String HEAD =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Chat of {time}</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
            h2 { margin: 2.5rem 0 0; }
            .topic, time, .quote, .note { color: GrayText; font-size: .875rem; }
            article { margin: .75rem 0; }
            article p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
            .quote { border-inline-start: 3px solid; padding-inline-start: .5rem; }
            </style>
            </head>
            <body>
            <h1>Chat</h1>
            <p class="note">{exported}</p>
            """;

    private final Writer out;
    private final ExportTimes times;

    HtmlExport(Writer out, ZoneId zone) {
        this.out = out;
        this.times = new ExportTimes(zone);
    }

    @Override
    public void begin(String hostId, Instant at, List<StoredPerson> people) throws IOException {
        out.write(
                HEAD.replace("{time}", times.of(at))
                        .replace("{exported}", escaped(times.exported(at))));
    }

    @Override
    public void room(StoredRoom room) throws IOException {
        String name = room.name().isEmpty() ? room.id().value() : room.name();
        out.write("<section>\n<h2 dir=\"auto\">" + escaped(name) + "</h2>\n");
        if (!room.topic().isEmpty()) {
            out.write("<p class=\"topic\" dir=\"auto\">" + escaped(room.topic()) + "</p>\n");
        }
    }

    @Override
    public void message(FoldedMessage message, Optional<FoldedMessage> answered)
            throws IOException {
        out.write("<article id=\"" + escaped(message.room() + "-" + message.seq()) + "\">\n");
        out.write("<b dir=\"auto\">" + escaped(message.from().name()) + "</b> ");
        out.write("<time datetime=\"" + message.at() + "\">" + times.of(message.at()));
        out.write("</time>" + note(message.edited().isPresent() ? "edited" : "") + "\n");
        if (answered.isPresent()) {
            out.write("<p class=\"quote\" dir=\"auto\">" + quoted(answered.get()) + "</p>\n");
        }
        out.write(
                message.deleted()
                        ? "<p class=\"note\">deleted</p>\n"
                        : "<p dir=\"auto\">" + escaped(message.text()) + "</p>\n");
        String files =
                message.files().stream()
                        .map(file -> isolated(file.value()))
                        .collect(Collectors.joining(", "));
        out.write(files.isEmpty() ? "" : "<p class=\"note\">files: " + files + "</p>\n");
        if (!message.reactions().isEmpty()) {
            out.write("<p class=\"note\">" + escaped(TextExport.reactions(message)) + "</p>\n");
        }
        out.write("</article>\n");
    }

    private static String note(String text) {
        return text.isEmpty() ? "" : " <span class=\"note\">" + text + "</span>";
    }

    private static String quoted(FoldedMessage answered) {
        return isolated(answered.from().name())
                + ": "
                + (answered.deleted() ? "deleted" : isolated(TextExport.start(answered.text())));
    }

    /// With a direction of its own in the middle of a line.
    private static String isolated(String text) {
        return "<bdi>" + escaped(text) + "</bdi>";
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        SafeText.shown(text).codePoints().forEach(c -> append(safe, c));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int c) {
        switch (c) {
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '&' -> safe.append("&amp;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(c);
        }
    }

    @Override
    public void endRoom() throws IOException {
        out.write("</section>\n");
    }

    @Override
    public void end() throws IOException {
        out.write("</body>\n</html>\n");
    }
}
