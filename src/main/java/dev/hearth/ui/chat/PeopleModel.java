package dev.hearth.ui.chat;

import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Who there is in a chat, and what they are called now. FX thread only.
final class PeopleModel {
    private final Map<PersonId, Presence> told = new LinkedHashMap<>();
    private final Map<PersonId, Person> wrote = new LinkedHashMap<>();
    private final ObservableList<Presence> others = FXCollections.observableArrayList();
    private Person you;
    private boolean stale;

    /// @param you as one asked to come in
    PeopleModel(Person you) {
        this.you = you;
    }

    /// Everyone else: who is here now, by name, then who has written and is away. Where the server
    /// does not tell who is here, everyone who has written, in the order of their first words.
    ObservableList<Presence> others() {
        return others;
    }

    /// Whether the server tells who is here.
    boolean areTold() {
        return !told.isEmpty();
    }

    Person you() {
        return you;
    }

    void entered(Person asHostSays) {
        you = asHostSays;
        stale = true;
    }

    /// @return whose name is another now
    Set<PersonId> change(List<Presence> changed) {
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

    void meet(Message message) {
        Person from = message.from();
        if (!message.own() && from.isKnown() && wrote.putIfAbsent(from.id(), from) == null) {
            stale = true;
        }
    }

    /// Brings [#others] up to date, in one change, when anything happened.
    void flush() {
        if (stale) {
            stale = false;
            List<Presence> now = areTold() ? hereAndAway() : authors();
            if (!now.equals(others)) {
                others.setAll(now);
            }
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

    private boolean isHere(PersonId id) {
        @Nullable Presence presence = told.get(id);
        return presence != null && presence.online();
    }

    private boolean isYou(Person person) {
        return person.id().equals(you.id());
    }

    /// The person under the name of today.
    Person latest(Person person) {
        @Nullable Presence presence = told.get(person.id());
        return presence == null || !presence.person().isKnown() ? person : presence.person();
    }

    /// What to call the author of a message; empty where the server does not tell.
    String name(Person person) {
        return Shown.name(latest(person));
    }

    /// What to call somebody of whom only the id is known.
    Optional<String> name(PersonId id) {
        if (id.equals(you.id())) {
            return Optional.of(Shown.name(you));
        }
        @Nullable Presence presence = told.get(id);
        return Optional.ofNullable(presence == null ? wrote.get(id) : presence.person())
                .map(Shown::name);
    }
}
