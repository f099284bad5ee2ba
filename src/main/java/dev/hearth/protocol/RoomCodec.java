package dev.hearth.protocol;

import dev.hearth.model.Limits;
import dev.hearth.model.Membership;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomFacts;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Rooms as maps: `{id, name, topic, kind, lastSeq, readSeq, membership, memberCount?, with?}` for
/// one person, and without `readSeq`, `membership` and `with` for everyone. Stateless.
public final class RoomCodec {
    private RoomCodec() {}

    public static Map<String, Object> map(RoomHead room) {
        Map<String, Object> map =
                map(room.id(), room.name(), room.topic(), room.kind(), room.lastSeq());
        map.put("readSeq", room.readSeq());
        map.put("membership", Wire.name(room.membership()));
        putCount(map, room.memberCount());
        room.with().ifPresent(person -> map.put("with", person.value()));
        return map;
    }

    public static Map<String, Object> map(RoomFacts room) {
        Map<String, Object> map =
                map(room.id(), room.name(), room.topic(), room.kind(), room.lastSeq());
        putCount(map, room.memberCount());
        return map;
    }

    private static Map<String, Object> map(
            RoomId id, String name, String topic, RoomKind kind, long lastSeq) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id.value());
        map.put("name", name);
        map.put("topic", topic);
        map.put("kind", kind.wire());
        map.put("lastSeq", lastSeq);
        return map;
    }

    private static void putCount(Map<String, Object> map, int memberCount) {
        if (memberCount > 0) {
            map.put("memberCount", memberCount);
        }
    }

    /// Empty when `id` or `kind` is missing or not known.
    public static Optional<RoomHead> read(Map<?, ?> map) {
        Membership membership =
                Fields.text(map, "membership")
                        .flatMap(said -> Wire.named(Membership.values(), said))
                        .orElse(Membership.MEMBER);
        return readFacts(map)
                .map(
                        facts ->
                                new RoomHead(
                                        facts.id(),
                                        facts.name(),
                                        facts.topic(),
                                        facts.kind(),
                                        facts.lastSeq(),
                                        Fields.seq(map, "readSeq").orElse(0),
                                        membership,
                                        facts.memberCount(),
                                        Fields.id(map, "with").map(PersonId::new)));
    }

    /// Empty when `id` or `kind` is missing or not known.
    public static Optional<RoomFacts> readFacts(Map<?, ?> map) {
        Optional<RoomKind> kind =
                Fields.text(map, "kind").flatMap(said -> Wire.named(RoomKind.values(), said));
        return Fields.id(map, "id")
                .flatMap(
                        id ->
                                kind.map(
                                        known ->
                                                new RoomFacts(
                                                        new RoomId(id),
                                                        WireBounds.cut(
                                                                Fields.text(map, "name").orElse(""),
                                                                Limits.NAME_CHARACTERS.value()),
                                                        WireBounds.cut(
                                                                Fields.text(map, "topic")
                                                                        .orElse(""),
                                                                Limits.TOPIC_CHARACTERS.value()),
                                                        known,
                                                        Fields.seq(map, "lastSeq").orElse(0),
                                                        count(map))));
    }

    private static int count(Map<?, ?> map) {
        return Math.clamp(Fields.number(map, "memberCount").orElse(0), 0, Integer.MAX_VALUE);
    }
}
