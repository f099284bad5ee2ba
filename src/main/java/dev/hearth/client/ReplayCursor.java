package dev.hearth.client;

/// How far a chat has heard on a server that numbers its messages, so that it can ask for the rest
/// after a cut. Confined to the chat's loop.
final class ReplayCursor {
    /// Asks for nothing of the past: no message of any server comes after it. It is the largest
    /// number that JavaScript keeps exactly.
    static final long NOTHING = (1L << 53) - 1;

    private static final int REMEMBERED = 10_000;

    private final Recent<Long> seen = new Recent<>(REMEMBERED);
    private long after;
    private long afterWhenOpened;
    private boolean startedOver;

    ReplayCursor(long after) {
        this.after = after;
    }

    /// The offset to give to the server.
    long after() {
        return after;
    }

    /// A new connection asked for what comes after [#after].
    void opened() {
        seen.clear();
        afterWhenOpened = after;
        startedOver = false;
    }

    /// Whether the message at `offset` is new on this connection.
    ///
    /// An offset that is not after what was asked for means that the server counts from the start
    /// again (a restart without a store, another node): it is followed there, for otherwise the
    /// next cut would lose everything up to the old place.
    boolean takes(long offset) {
        if (!seen.add(offset)) {
            return false;
        }
        if (offset <= afterWhenOpened && !startedOver) {
            startedOver = true;
            after = offset;
        } else {
            after = Math.max(after, offset);
        }
        return true;
    }
}
