package dev.hearth.host;

import dev.hearth.log.ChatLog;
import dev.hearth.log.StoredPerson;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.Role;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The people whom the host has at hand, by id and by token; the log has everybody who ever wrote.
/// Confined to the host loop.
final class KnownPeople {
    private final ChatLog store;
    private final InstantSource clock;
    private final String ownerHash;
    private final Map<PersonId, KnownPerson> known = new LinkedHashMap<>();
    private final Map<String, PersonId> byToken = new HashMap<>();

    /// Who was forgotten since the start: some of them may still be connected for a moment.
    private final Set<PersonId> forgotten = new HashSet<>();

    /// @param ownerHash the hash of the token that makes somebody the owner
    KnownPeople(ChatLog store, InstantSource clock, String ownerHash) {
        this.store = store;
        this.clock = clock;
        this.ownerHash = ownerHash;
    }

    /// The person of this id; null for somebody who is neither here nor can come back.
    @Nullable KnownPerson get(PersonId id) {
        return known.get(id);
    }

    Optional<KnownPerson> find(PersonId id) {
        return Optional.ofNullable(known.get(id));
    }

    /// The person whose token has this hash: the owner also before they were ever here.
    Optional<KnownPerson> withToken(String hash) {
        Optional<KnownPerson> who = Optional.ofNullable(byToken.get(hash)).map(known::get);
        return who.isEmpty() && hash.equals(ownerHash)
                ? Optional.of(fresh(Role.OWNER, Optional.of(hash)))
                : who;
    }

    /// Somebody new, who is nameless until they connect and not at hand before they are [#put].
    KnownPerson fresh(Role role, Optional<String> tokenHash) {
        return fresh(new PersonId(Secrets.hex(8)), role, tokenHash);
    }

    /// The same of an id that was made elsewhere, for whom there is no token here.
    KnownPerson fresh(PersonId id, Role role) {
        return fresh(id, role, Optional.empty());
    }

    private KnownPerson fresh(PersonId id, Role role, Optional<String> tokenHash) {
        Person person = new Person(id, "", role);
        return new KnownPerson(
                new StoredPerson(person, Optional.empty(), tokenHash, clock.instant()), false);
    }

    /// How the person of this id is to be shown; empty for somebody nobody knows.
    Optional<Presence> presence(PersonId id) {
        KnownPerson who = known.get(id);
        return who != null
                ? Optional.of(who.presence())
                : store.person(id)
                        .map(
                                stored ->
                                        new Presence(
                                                stored.person(),
                                                false,
                                                stored.publicKey().isPresent()));
    }

    /// What there is to know of somebody who is at hand, or in the log.
    Optional<StoredPerson> record(PersonId id) {
        KnownPerson who = known.get(id);
        return who != null ? Optional.of(who.record()) : store.person(id);
    }

    boolean isStored(PersonId id) {
        KnownPerson who = known.get(id);
        return who != null ? who.isStored() : store.person(id).isPresent();
    }

    void put(KnownPerson who) {
        known.put(who.id(), who);
        who.record().tokenHash().ifPresent(hash -> byToken.put(hash, who.id()));
    }

    void forgotten(PersonId id) {
        forgotten.add(id);
    }

    boolean wasForgotten(PersonId id) {
        return forgotten.contains(id);
    }

    /// Nobody can come back as `who`.
    void remove(KnownPerson who) {
        known.remove(who.id());
        who.record().tokenHash().ifPresent(hash -> byToken.remove(hash, who.id()));
    }
}
