package dev.hearth.host;

import dev.hearth.model.HearthException;
import dev.hearth.model.NameCheck;
import dev.hearth.model.Names;
import dev.hearth.model.Origin;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.Role;
import dev.hearth.store.Batch;
import dev.hearth.store.ChatStore;
import dev.hearth.store.StoredPerson;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Who is in the chat, under which name, and who is here. Confined to the host loop.
///
/// Everybody gets a token, of which a hash is kept; the same token is the same person, on any
/// number of connections. People are written down with their first change of anything; whoever only
/// looked is forgotten when they have gone. Someone is here until [#GRACE] after their last
/// connection: a short outage is not news.
///
/// Names differ (after NFKC and case folding, and to the eye) among those who are here and the
/// stored ones who are not guests. A guest's name is free when the guest has gone.
public final class People {
    static final Duration GRACE = Duration.ofSeconds(10);

    /// What somebody says of themselves.
    ///
    /// @param name what they wish to be called; without one that is fit they keep the one they had,
    ///   or are `guest-7f3a`
    /// @param guest whether a newcomer is a guest
    /// @param token what the host gave them before; one it does not know is as none
    /// @param from where they connect from
    public record Entrance(
            Optional<String> name, boolean guest, Optional<String> token, Origin from) {
        /// From this computer.
        public Entrance(Optional<String> name, boolean guest, Optional<String> token) {
            this(name, guest, token, Origin.LOCAL);
        }
    }

    /// Who somebody is.
    ///
    /// @param token what they show next time
    /// @param firstConnection whether they were not here before
    public record Entered(Person person, String token, boolean firstConnection) {}

    private final ChatStore store;
    private final InstantSource clock;
    private final Predicate<PersonId> banned;
    private final PresenceNews news;
    private final Consumer<Acquaintance> gone;
    private final String ownerHash;
    private final Map<PersonId, Acquaintance> known = new LinkedHashMap<>();
    private final Map<PersonId, Acquaintance> leaving = new LinkedHashMap<>();
    private final Map<String, PersonId> byToken = new HashMap<>();
    private final NameBook names = new NameBook();
    private final Newcomers newcomers;

    /// Reads the store.
    ///
    /// @param ownerToken makes whoever shows it the owner
    /// @param news gathers who comes and goes
    /// @param gone told of whoever is away from now on
    People(
            ChatStore store,
            InstantSource clock,
            Newcomers newcomers,
            String ownerToken,
            Predicate<PersonId> banned,
            PresenceNews news,
            Consumer<Acquaintance> gone) {
        this.store = store;
        this.clock = clock;
        this.newcomers = newcomers;
        this.banned = banned;
        this.news = news;
        this.gone = gone;
        this.ownerHash = Secrets.hash(ownerToken);
        for (StoredPerson stored : store.people()) {
            if (isKept(stored)) {
                know(new Acquaintance(stored, true));
            }
        }
    }

    /// Someone connected to `/hearth`.
    ///
    /// @throws HearthException BANNED, RATE, MALFORMED for a name that is kept for the owner
    public Entered enter(Entrance entrance) {
        Optional<Acquaintance> before =
                entrance.token().map(Secrets::hash).flatMap(hash -> withToken(hash));
        if (before.map(who -> who.person().role()).filter(Role.OWNER::equals).isEmpty()
                && entrance.name().filter(Names::isReserved).isPresent()) {
            throw Refusals.malformed(NameCheck.Problem.RESERVED.sentence());
        }
        String token = entrance.token().filter(_ -> before.isPresent()).orElseGet(Secrets::token);
        Acquaintance who =
                before.orElseGet(
                        () ->
                                newcomer(
                                        entrance.guest() ? Role.GUEST : Role.MEMBER,
                                        Optional.of(Secrets.hash(token)),
                                        entrance.from()));
        boolean first = connect(who, entrance.name(), entrance.from());
        return new Entered(who.person(), token, first);
    }

    /// Someone connected to the plain chat.
    ///
    /// @param name one that is not fit, or reserved, is ignored
    /// @param key a secret of their own, which makes them a member; without one they are a guest
    /// @param from where they connect from
    /// @throws HearthException BANNED, RATE
    public Person enterPlain(Optional<String> name, Optional<String> key, Origin from) {
        Acquaintance who =
                key.map(Secrets::hash)
                        .map(
                                hash ->
                                        withToken(hash)
                                                .orElseGet(
                                                        () ->
                                                                newcomer(
                                                                        Role.MEMBER,
                                                                        Optional.of(hash),
                                                                        from)))
                        .orElseGet(() -> newcomer(Role.GUEST, Optional.empty(), from));
        connect(who, name.filter(wish -> !Names.isReserved(wish)), from);
        return who.person();
    }

    /// One connection of `person` is gone.
    public void leave(Person person) {
        Acquaintance who = known.get(person.id());
        if (who == null || !who.disconnect(clock.instant())) {
            return;
        }
        // A guest's name is free at once: who says three things from a terminal is not three
        // people.
        if (who.canComeBack() && who.person().role() != Role.GUEST) {
            leaving.put(who.id(), who);
        } else {
            depart(who);
        }
    }

    /// Everyone to be listed: who is here, and the members who are away.
    ///
    /// @param viewer who is given the list; news of everybody else will follow on it
    public List<Presence> known(PersonId viewer) {
        news.seen(viewer);
        return known.values().stream()
                .filter(who -> who.isHere() || who.isMember())
                .map(Acquaintance::presence)
                .toList();
    }

    /// Whoever is here. A copy.
    public Collection<Person> online() {
        return known.values().stream()
                .filter(Acquaintance::isHere)
                .map(Acquaintance::person)
                .toList();
    }

    /// The person of this id, here or stored.
    public Optional<Person> find(PersonId id) {
        Acquaintance who = known.get(id);
        return who != null ? Optional.of(who.person()) : store.person(id).map(StoredPerson::person);
    }

    /// Whether `person` is here; false for somebody nobody knows.
    public boolean isHere(PersonId person) {
        Acquaintance who = known.get(person);
        return who != null && who.isHere();
    }

    /// `person` as they are now called, and with the role they have now.
    Person current(Person person) {
        return find(person.id()).orElse(person);
    }

    /// Whether `id` is somebody who is here or may come back.
    boolean isKnown(PersonId id) {
        return known.containsKey(id);
    }

    boolean isStored(PersonId id) {
        Acquaintance who = known.get(id);
        return who != null ? who.isStored() : store.person(id).isPresent();
    }

    /// What has to be stored before an entry can be by, or about, `person`: nothing when they are
    /// stored already.
    Optional<StoredPerson> unstored(PersonId id) {
        return Optional.ofNullable(known.get(id))
                .filter(who -> !who.isStored())
                .map(Acquaintance::record);
    }

    /// When `person` first came; the beginning of time of somebody nobody knows.
    public Instant since(PersonId person) {
        Acquaintance who = known.get(person);
        return who != null
                ? who.record().since()
                : store.person(person).map(StoredPerson::since).orElse(Instant.EPOCH);
    }

    /// `person` is about to be written down for the first time.
    ///
    /// @throws HearthException RATE
    void checkStoring(PersonId person) {
        Acquaintance who = known.get(person);
        if (who != null && !who.isStored() && who.person().role() != Role.OWNER) {
            newcomers.store(who.from());
        }
    }

    /// `person` with another role, as it is to be stored. A guest who becomes more gets a name that
    /// is theirs alone.
    Optional<StoredPerson> withRole(PersonId id, Role role) {
        Acquaintance who = known.get(id);
        Optional<StoredPerson> record = who != null ? Optional.of(who.record()) : store.person(id);
        return record.map(
                before -> {
                    Person person = before.person();
                    String name =
                            role == Role.GUEST ? person.name() : names.free(person.name(), id);
                    return changed(before, new Person(id, name, role));
                });
    }

    /// `person` is in the store now, as it says there.
    ///
    /// @return what others should be told of that
    Optional<Presence> saved(StoredPerson person) {
        Acquaintance who = known.get(person.person().id());
        if (who != null) {
            boolean same = who.person().equals(person.person());
            names.release(who.person());
            who.stored(person);
            know(who);
            return same ? Optional.empty() : Optional.of(who.presence());
        }
        if (!isKept(person)) {
            return Optional.empty();
        }
        Acquaintance added = new Acquaintance(person, true);
        know(added);
        return Optional.of(added.presence());
    }

    /// Who has been away for the grace that everyone has is away.
    ///
    /// @return when to look again
    Optional<Instant> expire(Instant now) {
        Optional<Instant> next = Optional.empty();
        for (Acquaintance who : List.copyOf(leaving.values())) {
            Instant goneAt = who.goneAt();
            Instant due = goneAt == null ? now : goneAt.plus(GRACE);
            if (!due.isAfter(now)) {
                depart(who);
            } else if (next.isEmpty() || due.isBefore(next.get())) {
                next = Optional.of(due);
            }
        }
        return next;
    }

    private void depart(Acquaintance who) {
        who.away();
        leaving.remove(who.id());
        if (!who.isMember()) {
            names.release(who.person());
        }
        if (!who.isStored() || !who.canComeBack()) {
            known.remove(who.id());
            who.record().tokenHash().ifPresent(hash -> byToken.remove(hash, who.id()));
        }
        gone.accept(who);
        news.went(who.presence(), clock.instant());
    }

    private boolean connect(Acquaintance who, Optional<String> wish, Origin from) {
        if (banned.test(who.id())) {
            throw Refusals.banned();
        }
        boolean renamed = rename(who, wish);
        boolean first = who.connect(from);
        leaving.remove(who.id());
        know(who);
        if (first || renamed) {
            news.came(who.presence(), first, renamed, clock.instant());
        }
        return first;
    }

    /// Gives `who` the name they wish for, or one like it.
    private boolean rename(Acquaintance who, Optional<String> wish) {
        Person before = who.person();
        Optional<String> tidy = wish.flatMap(Names::tidy);
        String name =
                tidy.filter(wished -> !NameBook.isSame(wished, before.name()))
                        .or(() -> Optional.of(before.name()).filter(old -> !old.isEmpty()))
                        .map(wished -> names.free(wished, before.id()))
                        .orElseGet(() -> names.unnamed(before));
        if (name.equals(before.name())) {
            return false;
        }
        StoredPerson record = changed(who.record(), new Person(before.id(), name, before.role()));
        if (who.isStored() && !isWritten(record)) {
            return false;
        }
        names.release(who.person());
        who.renamed(record);
        return !before.name().isEmpty();
    }

    /// A name is stored at once, so that the one before is free for others. Where that fails they
    /// keep the one they had: nobody is kept out by a full disk.
    private boolean isWritten(StoredPerson record) {
        try {
            store.append(new Batch(List.of(record), List.of(), List.of()));
            return true;
        } catch (HearthException _) {
            return false;
        }
    }

    private Optional<Acquaintance> withToken(String hash) {
        Optional<Acquaintance> who = Optional.ofNullable(byToken.get(hash)).map(known::get);
        return who.isEmpty() && hash.equals(ownerHash)
                ? Optional.of(fresh(Role.OWNER, Optional.of(hash)))
                : who;
    }

    /// @throws HearthException RATE
    private Acquaintance newcomer(Role role, Optional<String> tokenHash, Origin from) {
        newcomers.enter(from);
        return fresh(role, tokenHash);
    }

    /// Nameless until they connect.
    private Acquaintance fresh(Role role, Optional<String> tokenHash) {
        Person person = new Person(new PersonId(Secrets.hex(8)), "", role);
        return new Acquaintance(
                new StoredPerson(person, Optional.empty(), tokenHash, clock.instant()), false);
    }

    private void know(Acquaintance who) {
        known.put(who.id(), who);
        who.record().tokenHash().ifPresent(hash -> byToken.put(hash, who.id()));
        if (who.isHere() || who.isMember()) {
            names.take(who.person());
        }
    }

    private static boolean isKept(StoredPerson person) {
        return person.tokenHash().isPresent() || person.person().role() != Role.GUEST;
    }

    private static StoredPerson changed(StoredPerson before, Person person) {
        return new StoredPerson(person, before.publicKey(), before.tokenHash(), before.since());
    }
}
