package dev.hearth.host;

import dev.hearth.model.Names;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import java.util.HashMap;
import java.util.Map;

/// Which names are borne, so that no two are alike (after NFKC and case folding). Confined to the
/// host loop.
final class NameBook {
    private final Map<String, PersonId> names = new HashMap<>();

    void take(Acquaintance who) {
        names.put(who.folded(), who.id());
    }

    void release(Person person) {
        names.remove(Names.folded(person.name()), person.id());
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

    private boolean isTaken(String name, PersonId self) {
        PersonId bearer = names.get(Names.folded(name));
        return bearer != null && !bearer.equals(self);
    }
}
