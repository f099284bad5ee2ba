package dev.hearth.client.dialect;

import dev.hearth.model.Event;
import dev.hearth.model.Names;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Who is here, on servers where a name is all there is to a person. Confined to the chat's loop.
final class NamedPeople {
    private static final int MOST = 10_000;

    private final DialectContext context;
    private final String ownName;
    private Set<String> here = new LinkedHashSet<>();

    /// @param ownName is nobody else
    NamedPeople(DialectContext context, String ownName) {
        this.context = context;
        this.ownName = ownName;
    }

    /// Somebody of that name; unknown where it is no name.
    static Person person(String name) {
        return Names.tidy(name)
                .map(fit -> new Person(new PersonId("named " + fit), fit, Role.GUEST))
                .orElse(Person.UNKNOWN);
    }

    /// These are here, and nobody else.
    void show(Collection<String> names) {
        Set<String> now = new LinkedHashSet<>();
        names.stream()
                .limit(MOST)
                .flatMap(name -> Names.tidy(name).stream())
                .filter(name -> !name.equals(ownName))
                .forEach(now::add);
        List<Presence> changed = new ArrayList<>();
        here.stream().filter(name -> !now.contains(name)).forEach(it -> add(changed, it, false));
        now.stream().filter(name -> !here.contains(name)).forEach(it -> add(changed, it, true));
        here = now;
        tell(changed);
    }

    void came(String name) {
        Set<String> now = new LinkedHashSet<>(here);
        now.add(name);
        show(now);
    }

    void went(String name) {
        Set<String> now = new LinkedHashSet<>(here);
        now.remove(name);
        show(now);
    }

    private static void add(List<Presence> changed, String name, boolean online) {
        changed.add(new Presence(person(name), online, false));
    }

    private void tell(List<Presence> changed) {
        if (!changed.isEmpty()) {
            context.tell(new Event.PeopleChanged(changed));
        }
    }
}
