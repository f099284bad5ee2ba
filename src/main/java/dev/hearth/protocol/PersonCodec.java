package dev.hearth.protocol;

import dev.hearth.model.Limits;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// People as maps: `{id, name, role}`, and with `online` and `verified` where it is told who is
/// here. Stateless.
public final class PersonCodec {
    private PersonCodec() {}

    public static Map<String, Object> map(Person person) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", person.id().value());
        map.put("name", person.name());
        map.put("role", Wire.name(person.role()));
        return map;
    }

    /// Empty when the id or the name is missing; a name that is too long is cut; an unknown role
    /// counts as a member's.
    public static Optional<Person> read(Map<?, ?> map) {
        Optional<String> name =
                Fields.text(map, "name")
                        .map(it -> WireBounds.cut(it, Limits.NAME_CHARACTERS.value()));
        Role role =
                Fields.text(map, "role")
                        .flatMap(said -> Wire.named(Role.values(), said))
                        .orElse(Role.MEMBER);
        return Fields.id(map, "id")
                .flatMap(id -> name.map(it -> new Person(new PersonId(id), it, role)));
    }

    public static Map<String, Object> map(Presence presence) {
        Map<String, Object> map = map(presence.person());
        map.put("online", presence.online());
        map.put("verified", presence.verified());
        return map;
    }

    public static Optional<Presence> readPresence(Map<?, ?> map) {
        boolean online = Boolean.TRUE.equals(map.get("online"));
        boolean verified = Boolean.TRUE.equals(map.get("verified"));
        return read(map).map(person -> new Presence(person, online, verified));
    }
}
