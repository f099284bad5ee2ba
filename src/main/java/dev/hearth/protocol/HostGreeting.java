package dev.hearth.protocol;

import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What a Hearth host says of itself on the plain door, right after CONNECT: `{v, host: {name,
/// version}, you: {id, name}, last?}`.
///
/// @param last the offset of the newest message, where the host tells
public record HostGreeting(String hostName, String hostVersion, Person you, OptionalLong last) {
    /// Empty for anything that is not the greeting of a version this side understands.
    public static Optional<HostGreeting> of(Map<?, ?> map) {
        if (Fields.number(map, "v").orElse(0) != Events.VERSION) {
            return Optional.empty();
        }
        Map<?, ?> host = Fields.map(map, "host").orElse(Map.of());
        Map<?, ?> you = Fields.map(map, "you").orElse(Map.of());
        return Optional.of(
                new HostGreeting(
                        Fields.text(host, "name").orElse(""),
                        Fields.text(host, "version").orElse(""),
                        new Person(
                                new PersonId(Fields.text(you, "id").orElse("")),
                                Fields.text(you, "name").orElse(""),
                                Role.MEMBER),
                        Fields.number(map, "last")));
    }

    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("v", Events.VERSION);
        map.put("host", Map.of("name", hostName, "version", hostVersion));
        map.put("you", Map.of("id", you.id().value(), "name", you.name()));
        last.ifPresent(offset -> map.put("last", offset));
        return map;
    }
}
