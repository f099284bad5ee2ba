package dev.hearth.host;

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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Who is in the chat, under which name, and who is here. Confined to the host loop.
///
/// Everybody gets a token, of which a hash is kept; the same token is the same person, on any
/// number of connections. The host stores people with their first change of anything, and forgets
/// people who only looked when they have gone. Someone is here until [#GRACE] after their last
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
    /// @param newToken the token of a newcomer, made by their client: the same again is the same
    ///   person; without it the host makes one
    /// @param from where they connect from
    public record Entrance(
            Optional<String> name,
            boolean guest,
            Optional<String> token,
            Optional<String> newToken,
            Origin from) {
        /// With a token that the host makes, where there is none.
        public Entrance(Optional<String> name, boolean guest, Optional<String> token, Origin from) {
            this(name, guest, token, Optional.empty(), from);
        }

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

    private final InstantSource clock;
    private final PresenceNews news;
    private final Consumer<KnownPerson> gone;
    private final KnownPeople known;
    private final ListedPeople listed;
    private final Leaving leaving;

    private final NameRegistry names = new NameRegistry();
    private final Naming naming;
    private final Newcomers newcomers;
    private final Bans bans;
    private final Effort effort;

    /// Reads the store.
    ///
    /// @param ownerToken makes the person who shows it the owner
    /// @param news gathers who comes and goes
    /// @param gone told of each person who is away from now on
    People(
            ChatLog store,
            InstantSource clock,
            Newcomers newcomers,
            Bans bans,
            String ownerToken,
            Effort effort,
            PresenceNews news,
            Consumer<KnownPerson> gone) {
        this.known = new KnownPeople(store, clock, Secrets.hash(ownerToken));
        this.listed = new ListedPeople(news, effort);
        this.naming = new Naming(store, names);
        this.clock = clock;
        this.newcomers = newcomers;
        this.bans = bans;
        this.effort = effort;
        this.leaving = new Leaving(GRACE, effort);
        this.news = news;
        this.gone = gone;
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
        Optional<KnownPerson> returning =
                entrance.token().map(Secrets::hash).flatMap(known::withToken);
        Optional<KnownPerson> before =
                returning.or(
                        () -> entrance.newToken().map(Secrets::hash).flatMap(known::withToken));
        if (before.map(who -> who.person().role()).filter(Role.OWNER::equals).isEmpty()
                && entrance.name().filter(Names::isReserved).isPresent()) {
            throw Refusals.malformed(NameCheck.Problem.RESERVED.sentence());
        }
        String token =
                entrance.token()
                        .filter(_ -> returning.isPresent())
                        .or(entrance::newToken)
                        .orElseGet(Secrets::token);
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
    /// @param from where they connect from
    /// @throws HearthException BANNED, RATE
    public Person enterPlain(Optional<String> name, Origin from) {
        KnownPerson who = newcomer(Role.GUEST, Optional.empty(), from);
        connect(who, name.filter(wish -> !Names.isReserved(wish)), from);
        return who.person();
    }

    /// The program of this id, which writes and is never here.
    ///
    /// @param name what it is to be called; with a number behind it where somebody else is
    public Person program(PersonId id, String name) {
        KnownPerson who = known.find(id).orElseGet(() -> known.fresh(id, Role.PROGRAM));
        naming.rename(who, Optional.of(name));
        know(who);
        return who.person();
    }

    /// Whether newcomers from there are kept out for now, because somebody was banned who came from
    /// there.
    public boolean isHeld(Origin from) {
        return bans.isHeld(from);
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

    /// Those of them who are to be listed.
    public ListedPeople listed() {
        return listed;
    }

    /// Those of `ids` whom the host knows, in this order.
    public List<Presence> presences(List<PersonId> ids) {
        return ids.stream().flatMap(id -> known.presence(id).stream()).toList();
    }

    /// The person of this id, here or stored.
    public Optional<Person> find(PersonId id) {
        return known.record(id).map(StoredPerson::person);
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
        return known.wasForgotten(id);
    }

    /// Whether `id` is somebody who is here or may come back.
    boolean isKnown(PersonId id) {
        return known.get(id) != null;
    }

    boolean isStored(PersonId id) {
        return known.isStored(id);
    }

    /// What has to be stored before an entry can be by, or about, `person`: nothing when they are
    /// stored already.
    Optional<StoredPerson> unstored(PersonId id) {
        return known.find(id).filter(who -> !who.isStored()).map(KnownPerson::record);
    }

    /// When `person` first came; the beginning of time of somebody nobody knows.
    public Instant since(PersonId person) {
        return known.record(person).map(StoredPerson::since).orElse(Instant.EPOCH);
    }

    /// `person` is about to be written down for the first time.
    ///
    /// @throws HearthException RATE
    void checkStoring(PersonId person) {
        KnownPerson who = known.get(person);
        if (who != null
                && !who.isStored()
                && !who.isProgram()
                && who.person().role() != Role.OWNER) {
            if (bans.isHeld(who.from())) {
                throw Refusals.banned();
            }
            newcomers.store(who.from());
        }
    }

    /// `person` with another role, as it is to be stored. A guest who becomes more gets a name that
    /// is theirs alone.
    Optional<StoredPerson> withRole(PersonId id, Role role) {
        return known.record(id).map(before -> naming.withRole(before, role));
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
        known.forgotten(id);
        KnownPerson who = known.get(id);
        if (who == null) {
            return Optional.empty();
        }
        known.remove(who);
        bans.went(who);
        leaving.remove(id);
        listed.remove(id);
        names.release(who.person());
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
        listed.update(who);
        if (!who.isMember()) {
            names.release(who.person());
        }
        if (!who.isStored() || !who.canComeBack()) {
            bans.went(who);
            known.remove(who);
        }
        gone.accept(who);
        news.went(who.presence(), clock.instant());
    }

    private boolean connect(KnownPerson who, Optional<String> wish, Origin from) {
        bans.check(who, wish, from);
        boolean renamed = naming.rename(who, wish);
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
        return known.find(person).flatMap(KnownPerson::lastFrom);
    }

    /// @throws HearthException RATE
    private KnownPerson newcomer(Role role, Optional<String> tokenHash, Origin from) {
        newcomers.enter(from);
        return known.fresh(role, tokenHash);
    }

    private void know(KnownPerson who) {
        known.put(who);
        if (who.keepsName()) {
            names.take(who);
        }
        listed.update(who);
    }

    private static boolean isKept(StoredPerson person) {
        return person.tokenHash().isPresent() || person.person().role() != Role.GUEST;
    }
}
