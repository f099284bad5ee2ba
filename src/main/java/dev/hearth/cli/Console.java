package dev.hearth.cli;

import dev.hearth.model.SafeText;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/// Where a command reads and writes; always UTF-8, whatever the locale says.
///
/// @param colours whether the output may be coloured: it goes to a terminal whose owner has not
///   asked for none
public record Console(InputStream in, PrintStream out, PrintStream err, boolean colours) {
    /// Without colours.
    public Console(InputStream in, PrintStream out, PrintStream err) {
        this(in, out, err, false);
    }

    /// The standard streams of this process.
    public static Console ofProcess() {
        return new Console(
                new FileInputStream(FileDescriptor.in),
                utf8(new FileOutputStream(FileDescriptor.out)),
                utf8(new FileOutputStream(FileDescriptor.err)),
                coloursAreWelcome());
    }

    /// See https://no-color.org: any value but the empty one asks for none.
    private static boolean coloursAreWelcome() {
        return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent()
                && Objects.requireNonNullElse(System.getenv("NO_COLOR"), "").isEmpty()
                && !"dumb".equals(System.getenv("TERM"));
    }

    /// Flushed at each line's end.
    static PrintStream utf8(OutputStream to) {
        return new PrintStream(
                new java.io.BufferedOutputStream(to, 8_192), true, StandardCharsets.UTF_8);
    }

    /// Writes `sentence` to standard error as a single line, with line breaks escaped.
    void complain(String sentence) {
        err.println("hearth: " + SafeText.line(sentence));
    }
}
