package dev.hearth.host;

import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Limits;
import dev.hearth.model.Origin;
import dev.hearth.model.TokenBucket;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// How many new people may enter, and how many may come to be stored: at an address, and in all. A
/// person who is known already is held up by neither. Confined to the host loop.
final class Newcomers {
    private static final long ENTERING_MILLIS = 100_000;
    private static final long STORED_MILLIS = 600_000;
    private static final int MANY = 1_000;

    private final InstantSource clock;
    private final boolean limited;
    private final Door entering;
    private final Door stored;

    Newcomers(InstantSource clock, boolean limited) {
        this.clock = clock;
        this.limited = limited;
        this.entering =
                new Door(Limits.ENTERING_OF_ADDRESS, Limits.ENTERING_IN_ALL, ENTERING_MILLIS);
        this.stored = new Door(Limits.STORED_OF_ADDRESS, Limits.STORED_IN_ALL, STORED_MILLIS);
    }

    /// Somebody nobody knows enters.
    ///
    /// @throws HearthException RATE
    void enter(Origin from) {
        if (limited && !entering.admits(from)) {
            throw new HearthException(
                    ErrorCode.RATE, "Too many new people come to this chat. Try again soon.");
        }
    }

    /// Somebody who only looked until now is written down.
    ///
    /// @throws HearthException RATE
    void store(Origin from) {
        if (limited && !stored.admits(from)) {
            throw new HearthException(
                    ErrorCode.RATE, "Too many new people write in this chat. Try again soon.");
        }
    }

    private final class Door {
        private final int size;
        private final long millis;
        private final TokenBucket all;
        private final Map<Origin, TokenBucket> addresses = new HashMap<>();

        Door(Limits ofAddress, Limits inAll, long millis) {
            this.size = ofAddress.value();
            this.millis = millis;
            this.all = new TokenBucket(inAll.value(), millis, clock.millis());
        }

        boolean admits(Origin from) {
            long now = clock.millis();
            all.pass(now);
            if (all.until(1) > 0 || !(from.exempt() || of(from, now).tryTake(1))) {
                return false;
            }
            all.take(1);
            return true;
        }

        private TokenBucket of(Origin from, long now) {
            if (addresses.size() > MANY) {
                addresses.values().forEach(each -> each.pass(now));
                addresses.values().removeIf(TokenBucket::isFull);
            }
            TokenBucket bucket =
                    addresses.computeIfAbsent(from, _ -> new TokenBucket(size, millis, now));
            bucket.pass(now);
            return bucket;
        }
    }
}
