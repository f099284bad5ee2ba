package dev.hearth.client.connection;

import dev.hearth.client.dialect.Dialect;
import dev.hearth.model.HearthException;
import dev.hearth.model.RoomId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Which dialect the server speaks: each connection finds out anew, in the order of the list.
///
/// What a person does goes to the dialect that was recognised last, or to the first one until any
/// was. Confined to the chat's loop, apart from [#spoken].
final class DialectProbe {
    private final List<Dialect> dialects;

    /// Also read by other threads.
    private volatile Dialect spoken;

    /// What is spoken on the link, or tried.
    private Dialect tried;

    private boolean recognised;

    /// How often in a row the server said nothing to a dialect that it had spoken before.
    private int silences;

    DialectProbe(List<Dialect> dialects) {
        this.dialects = dialects;
        spoken = dialects.getFirst();
        tried = spoken;
    }

    /// Shows what each dialect has kept, one after the other.
    void start(Runnable ready) {
        start(dialects.iterator(), ready);
    }

    private static void start(Iterator<Dialect> left, Runnable ready) {
        if (left.hasNext()) {
            left.next().start(() -> start(left, ready));
        } else {
            ready.run();
        }
    }

    /// Any thread.
    Dialect spoken() {
        return spoken;
    }

    Dialect tried() {
        return tried;
    }

    Dialect tryFirst() {
        return tryNow(dialects.getFirst());
    }

    /// @return empty when every dialect was tried
    Optional<Dialect> tryNext() {
        int next = dialects.indexOf(tried) + 1;
        return next < dialects.size() ? Optional.of(tryNow(dialects.get(next))) : Optional.empty();
    }

    private Dialect tryNow(Dialect dialect) {
        tried = dialect;
        recognised = false;
        return dialect;
    }

    /// Whether the server was seen to speak what is tried on this link.
    boolean isRecognised() {
        return recognised;
    }

    /// The server speaks what is tried.
    void recognised() {
        silences = 0;
        recognised = true;
        if (!tried.equals(spoken)) {
            Dialect before = spoken;
            spoken = tried;
            tried.adopt(before.standAside());
        }
    }

    /// The server did not speak what is tried. Where it did before, silence may be slowness.
    ///
    /// @return whether that is settled; otherwise the same is to be tried once more
    boolean isSettled(boolean surely) {
        silences++;
        return surely || silences > 1 || !tried.knowsServer();
    }

    void open(RoomId room) {
        dialects.forEach(dialect -> dialect.open(room));
    }

    void leave(HearthException why) {
        dialects.forEach(dialect -> dialect.leave(why));
    }
}
