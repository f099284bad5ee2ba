package dev.hearth.gateway;

import dev.hearth.model.Limits;
import dev.hearth.model.Origin;
import dev.hearth.model.Person;
import java.time.Duration;
import java.time.Instant;

/// Who asks, and from where.
///
/// @param since when they first came to this chat
record Asker(Person person, Origin origin, Instant since) {
    private static final Duration NEW = Duration.ofHours(Limits.NEWCOMER_HOURS.value());

    /// Whether they have no history here that others could know them by.
    boolean isNewcomer(Instant now) {
        return switch (person.role()) {
            case OWNER, MODERATOR, PROGRAM -> false;
            case MEMBER, GUEST -> now.isBefore(since.plus(NEW));
        };
    }
}
