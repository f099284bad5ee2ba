package dev.hearth.cli;

import static java.util.Objects.requireNonNull;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where a command reads and writes; always UTF-8, whatever the locale says.
public record Console(InputStream in, PrintStream out, PrintStream err) {
    public Console {
        requireNonNull(in);
        requireNonNull(out);
        requireNonNull(err);
    }

    /// The standard streams of this process.
    public static Console ofProcess() {
        return new Console(
                new FileInputStream(FileDescriptor.in),
                utf8(new FileOutputStream(FileDescriptor.out)),
                utf8(new FileOutputStream(FileDescriptor.err)));
    }

    /// Flushed at each line's end.
    static PrintStream utf8(OutputStream to) {
        return new PrintStream(
                new java.io.BufferedOutputStream(to, 8_192), true, StandardCharsets.UTF_8);
    }

    /// Writes one line to standard error, whatever `sentence` holds.
    void complain(String sentence) {
        err.println("hearth: " + Plain.line(sentence));
    }
}
