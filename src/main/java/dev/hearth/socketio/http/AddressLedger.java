package dev.hearth.socketio.http;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What each remote address has open and asks for, against limits. An address that is null counts
/// for nobody. An entry goes once nothing is open and its rate has recovered. Thread-safe.
public final class AddressLedger {
    private static final int RECOVERY_SECONDS = 20;

    /// How many entries are kept before those that say nothing are looked for.
    private static final int TIDY_ABOVE = 1_000;

    private static final class Entry {
        int connections;
        int sessions;
        final TokenBucket connects;

        Entry(int burst) {
            connects = new TokenBucket(burst, (double) burst / RECOVERY_SECONDS, System.nanoTime());
        }

        boolean isIdle(long now) {
            return connections == 0 && sessions == 0 && connects.isFull(now);
        }
    }

    private final int maxConnections;
    private final int maxSessions;
    private final int maxConnects;
    private final Map<InetAddress, Entry> entries = new ConcurrentHashMap<>();
    private volatile int tidyAbove = TIDY_ABOVE;

    /// Each 0 for no limit.
    ///
    /// @param maxConnections TCP connections of an address at once
    /// @param maxSessions Engine.IO sessions of an address at once
    /// @param maxConnects namespaces that an address may ask for in a burst
    public AddressLedger(int maxConnections, int maxSessions, int maxConnects) {
        this.maxConnections = maxConnections;
        this.maxSessions = maxSessions;
        this.maxConnects = maxConnects;
    }

    public boolean openConnection(@Nullable InetAddress address) {
        return open(address, maxConnections, true);
    }

    public void closeConnection(@Nullable InetAddress address) {
        close(address, maxConnections, true);
    }

    public boolean openSession(@Nullable InetAddress address) {
        return open(address, maxSessions, false);
    }

    public void closeSession(@Nullable InetAddress address) {
        close(address, maxSessions, false);
    }

    public boolean hasRoomForSession(@Nullable InetAddress address) {
        if (address == null || maxSessions == 0) {
            return true;
        }
        Entry entry = entries.get(address);
        return entry == null || entry.sessions < maxSessions;
    }

    /// A client asks for a namespace.
    ///
    /// @return false when its address asked for too many
    public boolean connects(@Nullable InetAddress address) {
        if (address == null || maxConnects == 0) {
            return true;
        }
        return entry(address).connects.take(System.nanoTime());
    }

    private Entry entry(InetAddress address) {
        return entries.computeIfAbsent(address, _ -> new Entry(maxConnects));
    }

    private boolean open(@Nullable InetAddress address, int max, boolean connection) {
        if (address == null || max == 0) {
            return true;
        }
        boolean[] opened = {false};
        entries.compute(
                address,
                (_, known) -> {
                    Entry entry = known == null ? new Entry(maxConnects) : known;
                    int now = connection ? entry.connections : entry.sessions;
                    opened[0] = now < max;
                    if (opened[0] && connection) {
                        entry.connections++;
                    } else if (opened[0]) {
                        entry.sessions++;
                    }
                    return entry;
                });
        return opened[0];
    }

    private void close(@Nullable InetAddress address, int max, boolean connection) {
        if (address == null || max == 0) {
            return;
        }
        entries.computeIfPresent(
                address,
                (_, entry) -> {
                    if (connection) {
                        entry.connections--;
                    } else {
                        entry.sessions--;
                    }
                    return entry.isIdle(System.nanoTime()) ? null : entry;
                });
        tidy();
    }

    private void tidy() {
        if (entries.size() <= tidyAbove) {
            return;
        }
        long now = System.nanoTime();
        for (InetAddress each : entries.keySet()) {
            entries.computeIfPresent(each, (_, entry) -> entry.isIdle(now) ? null : entry);
        }
        tidyAbove = Math.max(TIDY_ABOVE, 2 * entries.size());
    }

    public int size() {
        return entries.size();
    }
}
