package dev.hearth.host;

import dev.hearth.model.Names;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who is in the chat, and under which name. Confined to the host loop.
///
/// A visitor who shows the same key again is the same person; names that people bear at the same
/// time differ (after NFKC and case folding), so nobody speaks in the name of somebody who is
/// there.
public final class People {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int REMEMBERED = 10_000;

    private final Map<String, Person> byKey =
            new LinkedHashMap<>(16, 0.75f, true) {
                // The keys seen last: visitors who never come back must not pile up.
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Person> eldest) {
                    return size() > REMEMBERED;
                }
            };
    private final Map<PersonId, Person> online = new HashMap<>();
    private final Map<PersonId, Integer> connections = new HashMap<>();
    private final Map<String, PersonId> names = new HashMap<>();

    /// Someone connected.
    ///
    /// @param name what they wish to be called; without one that is fit, or none, they are
    ///   `guest-7f3a`
    /// @param key what tells that they were here before; a connection without one is somebody new
    public Person enter(Optional<String> name, Optional<String> key, Role role) {
        Person known = key.map(byKey::get).orElse(null);
        Person person = known == null ? newcomer(name, role) : again(known);
        key.ifPresent(shown -> byKey.put(shown, person));
        connections.merge(person.id(), 1, Integer::sum);
        online.put(person.id(), person);
        names.put(Names.folded(person.name()), person.id());
        return person;
    }

    /// One connection of `person` is gone; with the last one the name is free.
    public void leave(Person person) {
        if (connections.merge(person.id(), -1, Integer::sum) <= 0) {
            connections.remove(person.id());
            online.remove(person.id());
            names.remove(Names.folded(person.name()), person.id());
        }
    }

    /// Back under the old name, unless somebody took it in the meantime.
    private Person again(Person known) {
        Person there = online.get(known.id());
        return there != null ? there : new Person(known.id(), free(known.name()), known.role());
    }

    /// A copy.
    public Collection<Person> online() {
        return List.copyOf(online.values());
    }

    private Person newcomer(Optional<String> wish, Role role) {
        PersonId id = new PersonId(hex(8));
        String name = wish.flatMap(Names::tidy).map(this::free).orElseGet(this::guestName);
        return new Person(id, name, role);
    }

    private String free(String wish) {
        if (!names.containsKey(Names.folded(wish))) {
            return wish;
        }
        for (int n = 2; ; n++) {
            String candidate = Names.withSuffix(wish, "-" + n);
            if (!names.containsKey(Names.folded(candidate))) {
                return candidate;
            }
        }
    }

    private String guestName() {
        String name;
        do {
            name = "guest-" + hex(2);
        } while (names.containsKey(name));
        return name;
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
