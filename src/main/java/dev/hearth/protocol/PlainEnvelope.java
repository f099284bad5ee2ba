package dev.hearth.protocol;

import dev.hearth.model.EntryId;
import dev.hearth.model.Person;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/// What a Hearth host tells of a message on the plain door beside its text, to those who asked for
/// it: `{id, from: {id, name}, at, seq}`.
///
/// @param id the `clientOffset` that Hearth's page gave it, or one the host made: never an offset
///   of another client, which counts them
public record PlainEnvelope(EntryId id, Person from, Instant at, OptionalLong seq) {
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id.value());
        map.put("from", Map.of("id", from.id().value(), "name", from.name()));
        map.put("at", at.toEpochMilli());
        seq.ifPresent(number -> map.put("seq", number));
        return map;
    }
}
