package dev.hearth.gateway;

import dev.hearth.model.PersonId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The pace of each person: it outlives their connections, so nobody is quicker by coming anew.
/// Thread-safe.
final class Paces {
    private static final int MANY = 1_000;

    private final InstantSource clock;
    private final boolean limited;
    private final Map<PersonId, Pace> paces = new ConcurrentHashMap<>();

    /// @param limited whether there are any limits
    Paces(InstantSource clock, boolean limited) {
        this.clock = clock;
        this.limited = limited;
    }

    /// See [Pace#take].
    Duration take(PersonId person, int size) {
        return limited ? of(person).take(size) : Duration.ZERO;
    }

    /// See [Pace#admit].
    Duration admit(PersonId person, int size) {
        return limited ? of(person).admit(size) : Duration.ZERO;
    }

    /// See [Pace#admitQuestion].
    Duration admitQuestion(PersonId person) {
        return limited ? of(person).admitQuestion() : Duration.ZERO;
    }

    private Pace of(PersonId person) {
        if (paces.size() > MANY) {
            paces.values().removeIf(Pace::isRested);
        }
        return paces.computeIfAbsent(person, _ -> new Pace(clock));
    }
}
