package dev.hearth.host;

import dev.hearth.log.ChatLog;
import dev.hearth.model.Entry;
import dev.hearth.model.HearthException;
import dev.hearth.model.RoomId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the log take away what closed rooms hold, a part at a time, on a virtual thread beside the
/// loop. What a crash or a full disk left is taken away after the next start. Any thread.
final class Emptying implements HostListener {
    private static final Logger LOG = LoggerFactory.getLogger(Emptying.class);

    private final ChatLog store;
    private final AtomicInteger asked = new AtomicInteger();

    /// Fair: [#end] comes before the next part.
    private final ReentrantLock working = new ReentrantLock(true);

    private boolean over;

    Emptying(ChatLog store) {
        this.store = store;
    }

    @Override
    public void committed(HostState state, List<Entry> entries) {}

    @Override
    public void closed(HostState state, RoomId room) {
        begin();
    }

    /// A room may have been closed.
    void begin() {
        if (asked.getAndIncrement() == 0) {
            Thread.ofVirtual().name("hearth-emptying").start(this::empty);
        }
    }

    private void empty() {
        int seen;
        do {
            seen = asked.get();
            try {
                boolean more = true;
                while (more) {
                    more = part();
                }
            } catch (HearthException e) {
                LOG.debug("closed rooms are emptied later", e);
            } catch (Throwable t) {
                LOG.error("emptying closed rooms failed", t);
            }
        } while (!asked.compareAndSet(seen, 0));
    }

    /// A part at a time, so that [#end] waits for no more than one.
    private boolean part() {
        working.lock();
        try {
            return !over && store.emptyClosedRooms();
        } finally {
            working.unlock();
        }
    }

    /// Takes nothing away from now on: the log is about to be closed, which sweeps up what it owes.
    void end() {
        working.lock();
        try {
            over = true;
        } finally {
            working.unlock();
        }
    }
}
