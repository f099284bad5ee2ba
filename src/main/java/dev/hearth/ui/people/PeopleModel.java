package dev.hearth.ui.people;

import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.ui.kit.Directory;
import dev.hearth.ui.kit.Shown;
import dev.hearth.ui.kit.SpanList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Who there is in a chat, and what they are called now. FX thread only.
public final class PeopleModel implements Directory {
    private final Map<PersonId, Presence> told = new LinkedHashMap<>();
    private final Map<PersonId, Person> wrote = new LinkedHashMap<>();
    private final SpanList<Presence> others = new SpanList<>();
    private Person you;
    private boolean stale;

    /// @param you as they asked to come in
    public PeopleModel(Person you) {
        this.you = you;
    }

    /// Everyone else: who is here now, by name, then who has written and is away. Where the server
    /// does not tell who is here, everyone who has written, in the order of their first words.
    public ObservableList<Presence> others() {
        return others;
    }

    /// Whether the server tells who is here.
    public boolean areTold() {
        return !told.isEmpty();
    }

    @Override
    public Person you() {
        return you;
    }

    public void entered(Person asHostSays) {
        you = asHostSays;
        stale = true;
    }

    /// @return whose name is another now
    public Set<PersonId> change(List<Presence> changed) {
        Set<PersonId> renamed = new HashSet<>();
        for (Presence presence : changed) {
            Person person = presence.person();
            @Nullable Presence before = told.put(person.id(), presence);
            @Nullable String name =
                    before != null ? before.person().name() : nameOfAuthor(person.id());
            if (name != null && !name.equals(person.name())) {
                renamed.add(person.id());
            }
        }
        stale = true;
        return renamed;
    }

    private @Nullable String nameOfAuthor(PersonId id) {
        @Nullable Person author = wrote.get(id);
        return author == null ? null : author.name();
    }

    public void meet(Message message) {
        Person from = message.from();
        if (!message.own() && from.isKnown() && wrote.putIfAbsent(from.id(), from) == null) {
            stale = true;
        }
    }

    /// Brings [#others] up to date, in one change, when anything happened.
    public void flush() {
        if (stale) {
            stale = false;
            others.show(areTold() ? hereAndAway() : authors());
        }
    }

    private List<Presence> hereAndAway() {
        Comparator<Presence> byName =
                Comparator.comparing(
                        presence -> presence.person().name(), String.CASE_INSENSITIVE_ORDER);
        Stream<Presence> here =
                told.values().stream()
                        .filter(presence -> presence.online() && !isYou(presence.person()))
                        .sorted(byName);
        Stream<Presence> away =
                wrote.values().stream()
                        .filter(person -> !isYou(person) && !isHere(person.id()))
                        .map(person -> new Presence(latest(person), false, false))
                        .sorted(byName);
        return Stream.concat(here, away).toList();
    }

    private List<Presence> authors() {
        return wrote.values().stream().map(person -> new Presence(person, true, false)).toList();
    }

    /// Whether somebody is connected now, as far as the server told.
    public boolean isHere(PersonId id) {
        @Nullable Presence presence = told.get(id);
        return presence != null && presence.online();
    }

    private boolean isYou(Person person) {
        return person.id().equals(you.id());
    }

    @Override
    public Person latest(Person person) {
        @Nullable Presence presence = told.get(person.id());
        return presence == null || !presence.person().isKnown() ? person : presence.person();
    }

    @Override
    public Optional<String> name(PersonId id) {
        return find(id).map(Shown::name);
    }

    /// Somebody who is here or has written, `you` among them.
    public Optional<Person> find(PersonId id) {
        if (id.equals(you.id())) {
            return Optional.of(you);
        }
        @Nullable Presence presence = told.get(id);
        return Optional.ofNullable(presence == null ? wrote.get(id) : presence.person());
    }
}
