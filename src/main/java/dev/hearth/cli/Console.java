package dev.hearth.cli;

import dev.hearth.model.FailureCode;
import dev.hearth.model.FailureText;
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
/// @param terminal whether the output goes to a terminal
/// @param colours whether it may be coloured: the owner of that terminal has not asked for none
public record Console(
        InputStream in, PrintStream out, PrintStream err, boolean terminal, boolean colours) {
    /// To a file or another program.
    public Console(InputStream in, PrintStream out, PrintStream err) {
        this(in, out, err, false, false);
    }

    /// The standard streams of this process.
    public static Console ofProcess() {
        return new Console(
                new FileInputStream(FileDescriptor.in),
                utf8(new FileOutputStream(FileDescriptor.out)),
                utf8(new FileOutputStream(FileDescriptor.err)),
                isTerminal(),
                coloursAreWelcome());
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
    }

    /// See https://no-color.org: any value but the empty one asks for none.
    private static boolean coloursAreWelcome() {
        return isTerminal()
                && Objects.requireNonNullElse(System.getenv("NO_COLOR"), "").isEmpty()
                && !"dumb".equals(System.getenv("TERM"));
    }

    /// Flushed at each line's end.
    static PrintStream utf8(OutputStream to) {
        return new PrintStream(
                new java.io.BufferedOutputStream(to, 8_192), true, StandardCharsets.UTF_8);
    }

    /// Says what failed.
    void complain(FailureCode code, String sentence) {
        complain(FailureText.of(code, sentence));
    }

    /// Writes `sentence` to standard error as a single line, with line breaks escaped.
    void complain(String sentence) {
        err.println("hearth: " + SafeText.line(sentence));
    }
}
