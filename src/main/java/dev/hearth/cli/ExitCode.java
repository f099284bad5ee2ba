package dev.hearth.cli;

/// How the program ends.
public final class ExitCode {
    public static final int OK = 0;

    /// It did not work; the reason is on standard error, in one line.
    public static final int FAILURE = 1;

    /// The command line was not understood.
    public static final int USAGE = 2;

    /// Sent, but nothing came back that says the server has it.
    public static final int NOT_CONFIRMED = 3;

    private ExitCode() {}
}
