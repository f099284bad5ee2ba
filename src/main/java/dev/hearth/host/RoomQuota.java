package dev.hearth.host;

import dev.hearth.model.Entry;
import dev.hearth.model.Limits;
import dev.hearth.model.Payload.Opened;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// How many rooms, and how many conversations of two, people have opened. Rooms cost everybody who
/// enters something, for ever. Confined to the host loop.
final class RoomQuota {
    private static final Duration NEW = Duration.ofHours(Limits.NEWCOMER_HOURS.value());

    /// Counts by person.
    private static final class Opening {
        private final Map<PersonId, Integer> by = new HashMap<>();
        private int all;

        void add(PersonId person) {
            by.merge(person, 1, Integer::sum);
            all++;
        }

        void remove(PersonId person) {
            by.computeIfPresent(person, (_, n) -> n == 1 ? null : n - 1);
            all--;
        }

        int by(PersonId person) {
            return by.getOrDefault(person, 0);
        }

        void clear() {
            by.clear();
            all = 0;
        }
    }

    private final boolean limited;
    private final Opening rooms = new Opening();
    private final Opening directs = new Opening();

    RoomQuota(boolean limited) {
        this.limited = limited;
    }

    /// Takes in what was committed.
    void apply(Entry entry) {
        if (entry.payload() instanceof Opened opened) {
            (opened.roomKind() == RoomKind.DIRECT ? directs : rooms).add(entry.from().id());
        }
    }

    /// A room that `opener` opened has ended.
    void closed(PersonId opener) {
        rooms.remove(opener);
    }

    void clear() {
        rooms.clear();
        directs.clear();
    }

    /// @param since when `from` first came
    /// @throws dev.hearth.model.HearthException FORBIDDEN
    void checkRoom(Person from, Instant since, Instant now) {
        if (rooms.all >= Limits.ROOMS.value() && limited) {
            throw Refusals.forbidden("This chat has as many rooms as a chat may have.");
        }
        check(
                from,
                rooms.by(from.id()),
                isNew(from, since, now) ? Limits.ROOMS_OF_NEWCOMER : Limits.ROOMS_OF_PERSON,
                "rooms");
    }

    /// @param since when `from` first came
    /// @throws dev.hearth.model.HearthException FORBIDDEN
    void checkDirect(Person from, Instant since, Instant now) {
        if (directs.all >= Limits.DIRECTS.value() && limited) {
            throw Refusals.forbidden("This chat has as many conversations as a chat may have.");
        }
        check(
                from,
                directs.by(from.id()),
                isNew(from, since, now) ? Limits.DIRECTS_OF_NEWCOMER : Limits.DIRECTS_OF_PERSON,
                "conversations");
    }

    private void check(Person from, int opened, Limits limit, String what) {
        if (limited && from.role() != Role.OWNER && opened >= limit.value()) {
            boolean isOfNewcomer =
                    limit == Limits.ROOMS_OF_NEWCOMER || limit == Limits.DIRECTS_OF_NEWCOMER;
            throw Refusals.forbidden(
                    "You have opened "
                            + opened
                            + " "
                            + what
                            + ", "
                            + (isOfNewcomer
                                    ? "as many as a newcomer may."
                                    : "as many as you may."));
        }
    }

    private static boolean isNew(Person from, Instant since, Instant now) {
        return switch (from.role()) {
            case OWNER, MODERATOR, PROGRAM -> false;
            case MEMBER, GUEST -> now.isBefore(since.plus(NEW));
        };
    }
}
