package dev.hearth.host;

import dev.hearth.model.Names;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which names are borne, so that no two are the same, neither when they are compared (after NFKC
/// and case folding) nor to the eye. Confined to the host loop.
final class NameRegistry {
    private final Map<String, PersonId> names = new HashMap<>();
    private final Map<String, PersonId> skeletons = new HashMap<>();

    void take(KnownPerson who) {
        names.put(who.folded(), who.id());
        skeletons.put(Names.skeleton(who.person().name()), who.id());
    }

    void release(Person person) {
        names.remove(Names.folded(person.name()), person.id());
        skeletons.remove(Names.skeleton(person.name()), person.id());
    }

    /// `wish`, with a number after it where somebody else than `self` has that name.
    String free(String wish, PersonId self) {
        String candidate = wish;
        for (int n = 2; isTaken(candidate, self); n++) {
            candidate = Names.withSuffix(wish, "-" + n);
        }
        return candidate;
    }

    /// A name for somebody who has given none.
    String unnamed(Person person) {
        if (person.role() == Role.OWNER) {
            return free("Owner", person.id());
        }
        String name;
        do {
            name = "guest-" + Secrets.hex(2);
        } while (names.containsKey(name));
        return name;
    }

    static boolean isSame(String one, String other) {
        return Names.folded(one).equals(Names.folded(other));
    }

    boolean isTaken(String name, PersonId self) {
        return isOther(names.get(Names.folded(name)), self)
                || isOther(skeletons.get(Names.skeleton(name)), self);
    }

    private static boolean isOther(@Nullable PersonId bearer, PersonId self) {
        return bearer != null && !bearer.equals(self);
    }
}
