package dev.hearth.log.sqlite;

/// What the tests of other packages may know of the file under a log.
public final class StatementCount {
    private StatementCount() {}

    /// How many statements were run on the log's file so far.
    public static long of(SqliteChatLog log) {
        return log.database().database().statements();
    }
}
