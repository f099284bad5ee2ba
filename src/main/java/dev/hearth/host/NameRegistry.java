package dev.hearth.host;

import dev.hearth.model.Names;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import java.util.Optional;

/// The names of people, of which no two are the same. Confined to the host loop.
final class NameRegistry {
    private final NamesInUse<PersonId> names = new NamesInUse<>();

    void take(KnownPerson who) {
        names.take(who.person().name(), who.id());
    }

    void release(Person person) {
        names.release(person.name(), person.id());
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
        } while (isTaken(name, person.id()));
        return name;
    }

    static boolean isSame(String one, String other) {
        return Names.folded(one).equals(Names.folded(other));
    }

    boolean isTaken(String name, PersonId self) {
        return names.other(name, Optional.of(self)).isPresent();
    }
}
