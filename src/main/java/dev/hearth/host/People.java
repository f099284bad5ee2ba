package dev.hearth.host;

import dev.hearth.model.Names;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.store.PeopleBook;
import dev.hearth.store.StoredPerson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who is in the chat, and under which name. Confined to the host loop.
///
/// A visitor with a key is a member: the same key is the same person, after a restart as well, and
/// nobody else bears the name. Members are remembered from their first message on. Everybody else
/// is a guest, whose name is free again when they have gone. Names that are borne at the same time
/// differ (after NFKC and case folding).
public final class People {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PeopleBook book;
    private final Map<PersonId, Person> online = new HashMap<>();
    private final Map<PersonId, Integer> connections = new HashMap<>();
    private final Map<String, PersonId> names = new HashMap<>();

    /// Members who have not said anything yet, by the hash of their key.
    private final Map<String, Person> newcomers = new HashMap<>();

    People(PeopleBook book) {
        this.book = book;
    }

    /// Someone connected.
    ///
    /// @param name what they wish to be called; without one that is fit, or none, they keep the one
    ///   they had, or are `guest-7f3a`
    /// @param key a secret of theirs, which makes them a member
    /// @throws dev.hearth.store.StorageException the book cannot be read or written
    public Person enter(Optional<String> name, Optional<String> key) {
        Person person = key.map(secret -> member(name, hash(secret))).orElseGet(() -> guest(name));
        connections.merge(person.id(), 1, Integer::sum);
        online.put(person.id(), person);
        names.put(Names.folded(person.name()), person.id());
        return person;
    }

    /// One connection of `person` is gone; with the last one a guest's name is free.
    public void leave(Person person) {
        if (connections.merge(person.id(), -1, Integer::sum) <= 0) {
            connections.remove(person.id());
            Person last = online.remove(person.id());
            names.remove(Names.folded(last == null ? person.name() : last.name()), person.id());
            newcomers.values().removeIf(newcomer -> newcomer.id().equals(person.id()));
        }
    }

    /// `person` is about to say something for the first time, perhaps: then a member is remembered
    /// from now on.
    void remember(Person person, Instant now) {
        String hash = null;
        for (Map.Entry<String, Person> newcomer : newcomers.entrySet()) {
            if (newcomer.getValue().id().equals(person.id())) {
                hash = newcomer.getKey();
            }
        }
        if (hash != null) {
            book.save(new StoredPerson(person, Optional.empty(), Optional.of(hash), now));
            newcomers.remove(hash);
        }
    }

    /// A copy.
    public Collection<Person> online() {
        return List.copyOf(online.values());
    }

    private Person member(Optional<String> name, String hash) {
        Person newcomer = newcomers.get(hash);
        if (newcomer != null) {
            return newcomer;
        }
        Optional<StoredPerson> stored = book.withToken(hash);
        if (stored.isPresent()) {
            return known(stored.get(), name);
        }
        Person person = newcomer(name, Role.MEMBER);
        newcomers.put(hash, person);
        return person;
    }

    /// Somebody who was here before, under a new name if they wish for one.
    private Person known(StoredPerson stored, Optional<String> name) {
        Person before = stored.person();
        String wish = name.flatMap(Names::tidy).orElse(before.name());
        if (Names.folded(wish).equals(Names.folded(before.name()))) {
            return before;
        }
        Person renamed = new Person(before.id(), free(wish, before.id()), before.role());
        book.save(
                new StoredPerson(renamed, stored.publicKey(), stored.tokenHash(), stored.since()));
        names.remove(Names.folded(before.name()), before.id());
        return renamed;
    }

    private Person guest(Optional<String> name) {
        return newcomer(name, Role.GUEST);
    }

    private Person newcomer(Optional<String> wish, Role role) {
        PersonId id = new PersonId(hex(8));
        String name =
                wish.flatMap(Names::tidy).map(tidy -> free(tidy, id)).orElseGet(this::guestName);
        return new Person(id, name, role);
    }

    private String free(String wish, PersonId self) {
        String candidate = wish;
        for (int n = 2; isTaken(candidate, self); n++) {
            candidate = Names.withSuffix(wish, "-" + n);
        }
        return candidate;
    }

    private boolean isTaken(String name, PersonId self) {
        PersonId bearer = names.get(Names.folded(name));
        return (bearer != null && !bearer.equals(self))
                || book.named(name)
                        .filter(stored -> !stored.person().id().equals(self))
                        .isPresent();
    }

    private String guestName() {
        String name;
        do {
            name = "guest-" + hex(2);
        } while (names.containsKey(name));
        return name;
    }

    private static String hash(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
