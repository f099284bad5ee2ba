package dev.hearth.socketio.engine;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The sessions that have been in no namespace, in the order in which they came. Thread-safe.
final class Unsettled {
    private final Set<EngineSession> sessions = new LinkedHashSet<>();

    synchronized void add(EngineSession session) {
        sessions.add(session);
    }

    synchronized void remove(EngineSession session) {
        sessions.remove(session);
    }

    /// Takes the oldest.
    ///
    /// @return null when there is none
    synchronized @Nullable EngineSession poll() {
        Iterator<EngineSession> all = sessions.iterator();
        if (!all.hasNext()) {
            return null;
        }
        EngineSession oldest = all.next();
        all.remove();
        return oldest;
    }
}
