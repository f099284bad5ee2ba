package dev.hearth.client.dialect;

import java.util.OptionalLong;

/// How far a chat has heard on a server that numbers its messages, so that it can ask for the rest
/// after a cut; and the place of each message in the chat, which rises also where the server's
/// numbers begin again. Confined to the chat's loop.
final class ReplayCursor {
    /// Asks for nothing of the past: no message of any server comes after it. It is the largest
    /// number that JavaScript keeps exactly.
    static final long NOTHING = (1L << 53) - 1;

    private static final int REMEMBERED = 10_000;

    private final Recent<Long> seen = new Recent<>(REMEMBERED);
    private long after;
    private long afterWhenOpened;
    private boolean startedOver;

    /// The place after which the server's numbers count now.
    private long base;

    private long lastPlace;

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

    /// Takes the message at `offset`. An offset that is not after what was asked for means that the
    /// server counts from the start again (a restart without a store, another node): it is followed
    /// there, for otherwise the next cut would lose everything up to the old place.
    ///
    /// @return its place in the chat; empty when it came before on this connection
    OptionalLong take(long offset) {
        if (!seen.add(offset)) {
            return OptionalLong.empty();
        }
        if (offset <= afterWhenOpened && !startedOver) {
            startedOver = true;
            after = offset;
            base = lastPlace;
        } else {
            after = Math.max(after, offset);
        }
        long place = base > Long.MAX_VALUE - offset ? Long.MAX_VALUE : base + offset;
        lastPlace = Math.max(lastPlace, place);
        return OptionalLong.of(place);
    }
}
