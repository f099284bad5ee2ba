package dev.hearth.host;

import dev.hearth.log.Batch;
import dev.hearth.log.ChatLog;
import dev.hearth.log.StoredPerson;
import dev.hearth.model.BanReach;
import dev.hearth.model.HearthException;
import dev.hearth.model.NameCheck;
import dev.hearth.model.Names;
import dev.hearth.model.Origin;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

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

    /// People at whose names one step of a search looks.
    static final int LOOKED_AT = 2_000;

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

    private final ChatLog store;
    private final InstantSource clock;
    private final PresenceNews news;
    private final Consumer<KnownPerson> gone;
    private final String ownerHash;
    private final Map<PersonId, KnownPerson> known = new LinkedHashMap<>();
    private final NavigableMap<PersonId, KnownPerson> listed =
            new TreeMap<>(Comparator.comparing(PersonId::value));
    private final Map<PersonId, KnownPerson> here = new LinkedHashMap<>();
    private final Leaving leaving;
    private final Map<String, PersonId> byToken = new HashMap<>();

    /// Who was forgotten since the start: some of them may still be connected for a moment.
    private final Set<PersonId> removed = new HashSet<>();

    private final NameRegistry names = new NameRegistry();
    private final Newcomers newcomers;
    private final Bans bans;
    private final Effort effort;

    /// Reads the store.
    ///
    /// @param ownerToken makes whoever shows it the owner
    /// @param news gathers who comes and goes
    /// @param gone told of whoever is away from now on
    People(
            ChatLog store,
            InstantSource clock,
            Newcomers newcomers,
            Bans bans,
            String ownerToken,
            Effort effort,
            PresenceNews news,
            Consumer<KnownPerson> gone) {
        this.store = store;
        this.clock = clock;
        this.newcomers = newcomers;
        this.bans = bans;
        this.effort = effort;
        this.leaving = new Leaving(GRACE, effort);
        this.news = news;
        this.gone = gone;
        this.ownerHash = Secrets.hash(ownerToken);
        for (StoredPerson stored : store.people()) {
            if (isKept(stored)) {
                know(new KnownPerson(stored, true));
            }
        }
    }

    /// Someone connected to `/hearth`.
    ///
    /// @throws HearthException BANNED, RATE, MALFORMED for a name that is kept for the owner
    public Entered enter(Entrance entrance) {
        Optional<KnownPerson> before =
                entrance.token().map(Secrets::hash).flatMap(hash -> withToken(hash));
        if (before.map(who -> who.person().role()).filter(Role.OWNER::equals).isEmpty()
                && entrance.name().filter(Names::isReserved).isPresent()) {
            throw Refusals.malformed(NameCheck.Problem.RESERVED.sentence());
        }
        String token = entrance.token().filter(_ -> before.isPresent()).orElseGet(Secrets::token);
        KnownPerson who =
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
        KnownPerson who =
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
        KnownPerson who = known.get(person.id());
        if (who == null || !who.disconnect(clock.instant())) {
            return;
        }
        // A guest's name is free at once: who says three things from a terminal is not three
        // people.
        if (who.canComeBack() && who.person().role() != Role.GUEST) {
            leaving.add(who);
        } else {
            depart(who);
        }
    }

    /// The people to be listed: `viewer`, then who is here, then the members who are away.
    ///
    /// @param viewer who is given the list; news of everybody else will follow on it
    /// @param most how many
    public List<Presence> firstFor(PersonId viewer, int most) {
        news.seen(viewer);
        Stream<KnownPerson> self = Stream.ofNullable(listed.get(viewer));
        Stream<KnownPerson> others = here.values().stream().filter(who -> !who.id().equals(viewer));
        Stream<KnownPerson> away = listed.values().stream().filter(who -> !who.isHere());
        return Stream.of(self, others, away)
                .flatMap(each -> each)
                .limit(most)
                .map(KnownPerson::presence)
                .toList();
    }

    /// Whether more than `most` people are to be listed.
    public boolean areMoreThan(int most) {
        return listed.size() > most;
    }

    /// The people to be listed whose ids come after `after`.
    ///
    /// @param viewer as for [#firstFor]
    /// @param most how many
    public List<Presence> pageFor(PersonId viewer, Optional<PersonId> after, int most) {
        news.seen(viewer);
        return from(after).limit(most).map(KnownPerson::presence).toList();
    }

    /// What a step of a search found.
    ///
    /// @param next after whom to go on; empty when there is nobody left to look at, or enough was
    ///   found
    public record Found(List<Presence> people, Optional<PersonId> next) {}

    /// Looks for people among those whose ids come after `after`: at a part of them, so that nobody
    /// waits for a search through all.
    ///
    /// @param viewer as for [#firstFor]
    /// @param query what they have in their names
    /// @param most how many
    public Found search(PersonId viewer, Optional<PersonId> after, String query, int most) {
        news.seen(viewer);
        String folded = Names.folded(query);
        List<Presence> found = new ArrayList<>();
        Optional<PersonId> last = Optional.empty();
        int looked = 0;
        for (Iterator<KnownPerson> all = from(after).iterator(); all.hasNext(); ) {
            if (found.size() == most) {
                return new Found(found, Optional.empty());
            }
            if (looked++ == LOOKED_AT) {
                return new Found(found, last);
            }
            KnownPerson who = all.next();
            last = Optional.of(who.id());
            if (who.folded().contains(folded)) {
                found.add(who.presence());
            }
        }
        return new Found(found, Optional.empty());
    }

    private Stream<KnownPerson> from(Optional<PersonId> after) {
        return after.map(id -> listed.tailMap(id, false)).orElse(listed).values().stream()
                .filter(_ -> effort.look());
    }

    /// Those of `ids` whom the host knows, in this order.
    public List<Presence> presences(List<PersonId> ids) {
        return ids.stream().flatMap(id -> presence(id).stream()).toList();
    }

    private Optional<Presence> presence(PersonId id) {
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

    /// Whoever is here. A copy.
    public Collection<Person> online() {
        return here.values().stream().map(KnownPerson::person).toList();
    }

    /// The person of this id, here or stored.
    public Optional<Person> find(PersonId id) {
        KnownPerson who = known.get(id);
        return who != null ? Optional.of(who.person()) : store.person(id).map(StoredPerson::person);
    }

    /// Whether `person` is here; false for somebody nobody knows.
    public boolean isHere(PersonId person) {
        KnownPerson who = known.get(person);
        return who != null && who.isHere();
    }

    /// Whether somebody else than `self` is called `name`, or like it to the eye.
    public boolean isOthersName(String name, PersonId self) {
        return names.isTaken(name, self);
    }

    /// `person` as they are now called, and with the role they have now.
    Person current(Person person) {
        return find(person.id()).orElse(person);
    }

    Effort effort() {
        return effort;
    }

    boolean wasForgotten(PersonId id) {
        return removed.contains(id);
    }

    /// Whether `id` is somebody who is here or may come back.
    boolean isKnown(PersonId id) {
        return known.containsKey(id);
    }

    boolean isStored(PersonId id) {
        KnownPerson who = known.get(id);
        return who != null ? who.isStored() : store.person(id).isPresent();
    }

    /// What has to be stored before an entry can be by, or about, `person`: nothing when they are
    /// stored already.
    Optional<StoredPerson> unstored(PersonId id) {
        return Optional.ofNullable(known.get(id))
                .filter(who -> !who.isStored())
                .map(KnownPerson::record);
    }

    /// When `person` first came; the beginning of time of somebody nobody knows.
    public Instant since(PersonId person) {
        KnownPerson who = known.get(person);
        return who != null
                ? who.record().since()
                : store.person(person).map(StoredPerson::since).orElse(Instant.EPOCH);
    }

    /// `person` is about to be written down for the first time.
    ///
    /// @throws HearthException RATE
    void checkStoring(PersonId person) {
        KnownPerson who = known.get(person);
        if (who != null && !who.isStored() && who.person().role() != Role.OWNER) {
            if (bans.isHeld(who.from())) {
                throw Refusals.banned();
            }
            newcomers.store(who.from());
        }
    }

    /// `person` with another role, as it is to be stored. A guest who becomes more gets a name that
    /// is theirs alone.
    Optional<StoredPerson> withRole(PersonId id, Role role) {
        KnownPerson who = known.get(id);
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
        KnownPerson who = known.get(person.person().id());
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
        KnownPerson added = new KnownPerson(person, true);
        know(added);
        return Optional.of(added.presence());
    }

    /// `person` is no longer in the store, and nobody can come back as them. Whoever is connected
    /// as them is still to be put out.
    ///
    /// @return what others should be told of that
    Optional<Presence> forgotten(PersonId id) {
        removed.add(id);
        KnownPerson who = known.remove(id);
        if (who == null) {
            return Optional.empty();
        }
        bans.went(who);
        leaving.remove(id);
        here.remove(id);
        listed.remove(id);
        names.release(who.person());
        who.record().tokenHash().ifPresent(hash -> byToken.remove(hash, id));
        Person person = who.person();
        // A guest who is not here is nobody to list.
        return Optional.of(new Presence(new Person(id, person.name(), Role.GUEST), false, false));
    }

    /// Who has been away for the grace that everyone has is away.
    ///
    /// @return when to look again
    Optional<Instant> expire(Instant now) {
        return leaving.expire(now, this::depart);
    }

    private void depart(KnownPerson who) {
        who.away();
        leaving.remove(who.id());
        here.remove(who.id());
        list(who);
        if (!who.isMember()) {
            names.release(who.person());
        }
        if (!who.isStored() || !who.canComeBack()) {
            bans.went(who);
            known.remove(who.id());
            who.record().tokenHash().ifPresent(hash -> byToken.remove(hash, who.id()));
        }
        gone.accept(who);
        news.went(who.presence(), clock.instant());
    }

    private boolean connect(KnownPerson who, Optional<String> wish, Origin from) {
        bans.check(who, wish, from);
        boolean renamed = rename(who, wish);
        bans.came(who, from);
        boolean first = who.connect(from, clock.instant());
        leaving.remove(who.id());
        know(who);
        if (first || renamed) {
            news.came(who.presence(), first, renamed, clock.instant());
        }
        return first;
    }

    /// What a ban of `person` from the chat would hold now, beside their token.
    BanReach reach(PersonId person) {
        return bans.reach(person, lastFrom(person));
    }

    /// `person` was banned from the chat.
    void hold(PersonId person, Instant at) {
        find(person).ifPresent(who -> bans.hold(person, who.name(), lastFrom(person), at));
    }

    void lift(PersonId person) {
        bans.lift(person);
    }

    private Optional<Origin> lastFrom(PersonId person) {
        return Optional.ofNullable(known.get(person)).flatMap(KnownPerson::lastFrom);
    }

    /// Gives `who` the name they wish for, or one like it.
    private boolean rename(KnownPerson who, Optional<String> wish) {
        Person before = who.person();
        Optional<String> tidy = wish.flatMap(Names::tidy);
        String name =
                tidy.filter(wished -> !NameRegistry.isSame(wished, before.name()))
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

    private Optional<KnownPerson> withToken(String hash) {
        Optional<KnownPerson> who = Optional.ofNullable(byToken.get(hash)).map(known::get);
        return who.isEmpty() && hash.equals(ownerHash)
                ? Optional.of(fresh(Role.OWNER, Optional.of(hash)))
                : who;
    }

    /// @throws HearthException RATE
    private KnownPerson newcomer(Role role, Optional<String> tokenHash, Origin from) {
        newcomers.enter(from);
        return fresh(role, tokenHash);
    }

    /// Nameless until they connect.
    private KnownPerson fresh(Role role, Optional<String> tokenHash) {
        Person person = new Person(new PersonId(Secrets.hex(8)), "", role);
        return new KnownPerson(
                new StoredPerson(person, Optional.empty(), tokenHash, clock.instant()), false);
    }

    private void know(KnownPerson who) {
        known.put(who.id(), who);
        who.record().tokenHash().ifPresent(hash -> byToken.put(hash, who.id()));
        if (who.isHere()) {
            here.put(who.id(), who);
        }
        if (who.isListed()) {
            names.take(who);
        }
        list(who);
    }

    private void list(KnownPerson who) {
        if (who.isListed()) {
            listed.put(who.id(), who);
        } else {
            listed.remove(who.id());
        }
    }

    private static boolean isKept(StoredPerson person) {
        return person.tokenHash().isPresent() || person.person().role() != Role.GUEST;
    }

    private static StoredPerson changed(StoredPerson before, Person person) {
        return new StoredPerson(person, before.publicKey(), before.tokenHash(), before.since());
    }
}
