package dev.hearth.protocol;

import dev.hearth.model.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/// What a Hearth host says of itself on the plain door, right after CONNECT: `{v, host: {name,
/// version}, you: {id, name}, last?}`.
///
/// @param last the offset of the newest message, where the host tells
public record HostGreeting(String hostName, String hostVersion, Person you, OptionalLong last) {
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("v", Events.VERSION);
        map.put("host", Map.of("name", hostName, "version", hostVersion));
        map.put("you", Map.of("id", you.id().value(), "name", you.name()));
        last.ifPresent(offset -> map.put("last", offset));
        return map;
    }
}
