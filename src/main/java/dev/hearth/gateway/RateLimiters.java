package dev.hearth.gateway;

import dev.hearth.model.Origin;
import dev.hearth.model.PersonId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// The rates that hold for a person: their own, that of their address, and that of all newcomers
/// together. A new identity is free, an address less so, and what all newcomers may do has a bound
/// however many they are. Rates outlive connections: coming anew gives nobody a new one.
/// Thread-safe.
final class RateLimiters {
    private static final int MANY = 1_000;
    private static final long SWEEP_MILLIS = 1_000;

    private final InstantSource clock;
    private final boolean limited;
    private final Map<PersonId, RateLimiter> people = new HashMap<>();
    private final Map<Origin, RateLimiter> addresses = new HashMap<>();
    private final RateLimiter newcomers;
    private long swept;

    /// @param limited whether there are any limits
    RateLimiters(InstantSource clock, boolean limited) {
        this.clock = clock;
        this.limited = limited;
        this.newcomers = new RateLimiter(clock, Rate.OF_NEWCOMERS);
        this.swept = clock.millis();
    }

    /// Takes a change of `size` bytes, unless that is too many.
    ///
    /// @return zero when it was taken, else when to try again
    synchronized Duration admit(Asker asker, int size) {
        return admit(all(asker), each -> each.untilChange(size), each -> each.takeChange(size));
    }

    /// Takes a question, unless those are too many.
    ///
    /// @return zero when it was taken, else when to try again
    synchronized Duration admitQuestion(Asker asker) {
        return admit(all(asker), RateLimiter::untilQuestion, RateLimiter::takeQuestion);
    }

    /// Takes a change of `size` bytes of the person's own, also where that is too many.
    ///
    /// @return how long they have to wait for it
    synchronized Duration owe(Asker asker, int size) {
        return limited ? own(asker).take(size) : Duration.ZERO;
    }

    /// Takes a change of `size` bytes of what they share with others, unless that is too many:
    /// nobody can run into debt there for others to wait for.
    ///
    /// @return zero when it was taken, else when to try again
    synchronized Duration admitShared(Asker asker, int size) {
        return admit(shared(asker), each -> each.untilChange(size), each -> each.takeChange(size));
    }

    private static Duration admit(
            List<RateLimiter> paces,
            Function<RateLimiter, Duration> until,
            Consumer<RateLimiter> take) {
        Duration wait = paces.stream().map(until).max(Duration::compareTo).orElse(Duration.ZERO);
        if (wait.isZero()) {
            paces.forEach(take);
        }
        return wait;
    }

    private List<RateLimiter> all(Asker asker) {
        return limited
                ? Stream.concat(Stream.of(own(asker)), shared(asker).stream()).toList()
                : List.of();
    }

    private List<RateLimiter> shared(Asker asker) {
        if (!limited) {
            return List.of();
        }
        Stream<RateLimiter> address =
                asker.origin().exempt()
                        ? Stream.empty()
                        : Stream.of(
                                addresses.computeIfAbsent(
                                        asker.origin(),
                                        _ -> new RateLimiter(clock, Rate.OF_ADDRESS)));
        Stream<RateLimiter> all =
                asker.isNewcomer(clock.instant()) ? Stream.of(newcomers) : Stream.empty();
        return Stream.concat(address, all).toList();
    }

    private RateLimiter own(Asker asker) {
        sweep();
        return people.computeIfAbsent(
                asker.person().id(), _ -> new RateLimiter(clock, Rate.OF_PERSON));
    }

    private void sweep() {
        long now = clock.millis();
        if (people.size() + addresses.size() > MANY && Math.abs(now - swept) >= SWEEP_MILLIS) {
            swept = now;
            people.values().removeIf(RateLimiter::isRested);
            addresses.values().removeIf(RateLimiter::isRested);
        }
    }
}
