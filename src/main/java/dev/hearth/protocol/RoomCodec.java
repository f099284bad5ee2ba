package dev.hearth.protocol;

import dev.hearth.model.Limits;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.model.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Rooms as maps: `{id, name, topic, kind, lastSeq, readSeq, standing, members?}`. Stateless.
public final class RoomCodec {
    private RoomCodec() {}

    public static Map<String, Object> map(RoomHead room) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", room.id().value());
        map.put("name", room.name());
        map.put("topic", room.topic());
        map.put("kind", room.kind().wire());
        map.put("lastSeq", room.lastSeq());
        map.put("readSeq", room.readSeq());
        map.put("standing", Wire.name(room.standing()));
        if (!room.members().isEmpty()) {
            map.put("members", room.members().stream().map(PersonId::value).sorted().toList());
        }
        return map;
    }

    /// Empty when `id` or `kind` is missing or not known.
    public static Optional<RoomHead> read(Map<?, ?> map) {
        Optional<RoomKind> kind =
                Fields.text(map, "kind").flatMap(said -> Wire.named(RoomKind.values(), said));
        return Fields.id(map, "id")
                .flatMap(id -> kind.map(known -> read(new RoomId(id), known, map)));
    }

    private static RoomHead read(RoomId id, RoomKind kind, Map<?, ?> map) {
        Standing standing =
                Fields.text(map, "standing")
                        .flatMap(said -> Wire.named(Standing.values(), said))
                        .orElse(Standing.MEMBER);
        return new RoomHead(
                id,
                Bounds.cut(Fields.text(map, "name").orElse(""), Limits.NAME_CHARACTERS.value()),
                Bounds.cut(Fields.text(map, "topic").orElse(""), Limits.TOPIC_CHARACTERS.value()),
                kind,
                Fields.seq(map, "lastSeq").orElse(0),
                Fields.seq(map, "readSeq").orElse(0),
                standing,
                members(map));
    }

    private static Set<PersonId> members(Map<?, ?> map) {
        return map.get("members") instanceof List<?> list
                ? list.stream()
                        .limit(Bounds.LIST)
                        .filter(each -> each instanceof String id && Bounds.fitsId(id))
                        .map(each -> new PersonId((String) each))
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
