package dev.hearth.host;

import dev.hearth.model.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Whose last connection went so shortly ago that they may be back at once, the earliest first.
/// Confined to the host loop.
final class Leaving {
    private final Duration grace;
    private final Effort effort;
    private final Map<PersonId, KnownPerson> people = new LinkedHashMap<>();

    Leaving(Duration grace, Effort effort) {
        this.grace = grace;
        this.effort = effort;
    }

    void add(KnownPerson who) {
        people.remove(who.id());
        people.put(who.id(), who);
    }

    void remove(PersonId id) {
        people.remove(id);
    }

    /// Hands over whose grace has ended, and looks at nobody else but the next.
    ///
    /// @param depart may call [#remove]
    /// @return when to look again
    Optional<Instant> expire(Instant now, Consumer<KnownPerson> depart) {
        while (!people.isEmpty()) {
            effort.look();
            KnownPerson who = people.values().iterator().next();
            Instant goneAt = who.goneAt();
            Instant due = goneAt == null ? now : goneAt.plus(grace);
            // Also when the clock was set back: better early than after days.
            if (due.isAfter(now) && !due.isAfter(now.plus(grace))) {
                return Optional.of(due);
            }
            people.remove(who.id());
            depart.accept(who);
        }
        return Optional.empty();
    }
}
