package dev.hearth.client.dialect;

import dev.hearth.client.replica.ReplicaWriter;
import dev.hearth.model.Event;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.protocol.Deltas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The people of a chat, as the host last told of them. Confined to the chat's loop.
final class Presences {
    /// More are shown as they come, and not remembered.
    private static final int REMEMBERED = 10_000;

    private final DialectContext context;
    private final ReplicaWriter writer;
    private final Map<PersonId, Person> people = new HashMap<>();

    Presences(DialectContext context, ReplicaWriter writer) {
        this.context = context;
        this.writer = writer;
    }

    /// These people are there, after a welcome.
    ///
    /// @param everyone whether there are no others
    void entered(List<Presence> listed, boolean everyone) {
        if (everyone) {
            keepOnly(listed.stream().map(each -> each.person().id()).collect(Collectors.toSet()));
        }
        changed(listed);
    }

    /// The host has listed everyone: people who are not among them have gone meanwhile.
    void keepOnly(Set<PersonId> there) {
        List<Presence> gone =
                people.values().stream()
                        .filter(person -> !there.contains(person.id()))
                        .map(person -> new Presence(person, false, false))
                        .toList();
        if (!gone.isEmpty()) {
            context.tell(new Event.PeopleChanged(gone));
            gone.forEach(each -> people.remove(each.person().id()));
        }
    }

    void changed(List<Presence> changed) {
        if (!changed.isEmpty()) {
            changed.forEach(each -> remember(each.person()));
            writer.hear(changed.stream().map(Presence::person).toList());
            context.tell(new Event.PeopleChanged(changed));
        }
    }

    private void remember(Person person) {
        if (people.size() < REMEMBERED || people.containsKey(person.id())) {
            people.put(person.id(), person);
        }
    }

    /// Somebody who was never told of is nobody to show.
    void types(Deltas.Typing typing) {
        Person person = people.get(typing.person());
        if (person != null) {
            context.tell(new Event.Typing(typing.room(), person));
        }
    }

    void clear() {
        people.clear();
    }
}
