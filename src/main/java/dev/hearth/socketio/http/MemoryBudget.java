package dev.hearth.socketio.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The memory that all connections of a server together may make it keep, in bytes of decoded size.
/// Everything is charged to the [Account] of a connection or session: unfinished requests, frames
/// and events, what waits for a handler and what waits for a reader. When the budget is spent, the
/// account that holds the most is closed, so an attacker pays before an honest client does.
/// Thread-safe.
public final class MemoryBudget {
    /// What connections and sessions cost by their existence may fill so many eighths: beyond it
    /// new ones are refused. Sessions, which cost their client less, have to leave room for
    /// connections.
    private static final int CONNECTIONS = 4;

    private static final int SESSIONS = 3;

    private final long capacity;
    private final Counters counters;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong bases = new AtomicLong();
    private final Set<Account> accounts = ConcurrentHashMap.newKeySet();

    public MemoryBudget(long capacity, Counters counters) {
        this.capacity = capacity;
        this.counters = counters;
    }

    /// Opens an account; the heaviest makes room for it.
    ///
    /// @param base what its owner costs before it holds anything
    /// @param evict closes the owner; any thread, must not block
    public Account open(long base, Runnable evict) {
        Account account = new Account(this, base, evict);
        accounts.add(account);
        bases.addAndGet(base);
        take(account, base);
        return account;
    }

    /// Whether another connection may begin.
    public boolean hasRoomForConnection(long base) {
        return bases.get() + base <= capacity / 8 * CONNECTIONS;
    }

    /// Whether another session may begin.
    public boolean hasRoomForSession(long base) {
        return bases.get() + base <= capacity / 8 * SESSIONS;
    }

    /// Charges an account.
    ///
    /// @return false when that account is the one to close
    boolean take(Account account, long bytes) {
        used.addAndGet(bytes);
        while (used.get() > capacity) {
            Account heaviest = heaviest(account);
            if (heaviest.evict()) {
                counters.refuse("memory");
            }
            if (account.isClosed()) {
                return false;
            }
        }
        return true;
    }

    private Account heaviest(Account asking) {
        Account heaviest = asking;
        for (Account each : accounts) {
            if (each.held() > heaviest.held()) {
                heaviest = each;
            }
        }
        return heaviest;
    }

    void give(long bytes) {
        used.addAndGet(-bytes);
    }

    /// An account has ended and gave everything back.
    void remove(Account account, long base) {
        if (accounts.remove(account)) {
            bases.addAndGet(-base);
        }
    }

    public long used() {
        return used.get();
    }

    public long capacity() {
        return capacity;
    }
}
