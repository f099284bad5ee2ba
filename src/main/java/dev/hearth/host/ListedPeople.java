package dev.hearth.host;

import dev.hearth.model.Names;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The people to be listed: those who are here, and the members who are away. Confined to the host
/// loop.
public final class ListedPeople {
    /// People at whose names one step of a search looks.
    static final int LOOKED_AT = 2_000;

    private final NavigableMap<PersonId, KnownPerson> listed =
            new TreeMap<>(Comparator.comparing(PersonId::value));
    private final Map<PersonId, KnownPerson> here = new LinkedHashMap<>();
    private final PresenceNews news;
    private final Effort effort;

    ListedPeople(PresenceNews news, Effort effort) {
        this.news = news;
        this.effort = effort;
    }

    /// What a step of a search found.
    ///
    /// @param next after whom to go on; empty when there is nobody left to look at, or enough was
    ///   found
    public record Found(List<Presence> people, Optional<PersonId> next) {}

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

    /// The people to be listed: who is here, then the members who are away. For the person who
    /// hosts, who follows no news.
    ///
    /// @param most how many
    public List<Presence> first(int most) {
        Stream<KnownPerson> away = listed.values().stream().filter(who -> !who.isHere());
        return Stream.concat(here.values().stream(), away)
                .limit(most)
                .map(KnownPerson::presence)
                .toList();
    }

    /// How many people are here.
    public int countHere() {
        return here.size();
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

    /// The people who are here. A copy.
    public Collection<Person> online() {
        return here.values().stream().map(KnownPerson::person).toList();
    }

    /// Takes in where `who` is now.
    void update(KnownPerson who) {
        if (who.isHere()) {
            here.put(who.id(), who);
        } else {
            here.remove(who.id());
        }
        if (who.isListed()) {
            listed.put(who.id(), who);
        } else {
            listed.remove(who.id());
        }
    }

    void remove(PersonId id) {
        here.remove(id);
        listed.remove(id);
    }
}
