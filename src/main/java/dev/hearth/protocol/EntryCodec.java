package dev.hearth.protocol;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Entries of the log as events of `/hearth`: `chat message` for what was written, `entry` for all
/// else, each with `{seq, room, id, from: {id, name, role}, at}` and what it says beside it
/// ([PayloadCodec]); an `entry` has its `kind` as well. Stateless.
public final class EntryCodec {
    private static final String POSTED = "posted";

    private EntryCodec() {}

    /// The event that tells of `entry`.
    public static String event(Entry entry) {
        return entry.payload() instanceof Posted ? Events.CHAT_MESSAGE : Events.ENTRY;
    }

    public static Map<String, Object> map(Entry entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seq", entry.seq());
        map.put("room", entry.room().value());
        map.put("id", entry.id().value());
        map.put("from", PersonCodec.map(entry.from()));
        map.put("at", entry.at().toEpochMilli());
        if (!(entry.payload() instanceof Posted)) {
            map.put("kind", entry.kind());
        }
        map.putAll(PayloadCodec.fields(entry.payload()));
        return map;
    }

    /// Empty when a field is missing, of the wrong shape or too large, or the kind is not known.
    /// Without a kind it is a message.
    public static Optional<Entry> read(Map<?, ?> map) {
        OptionalLong seq = Fields.seq(map, "seq");
        OptionalLong at = Fields.time(map, "at");
        Optional<String> room = Fields.id(map, "room");
        Optional<String> id = Fields.id(map, "id");
        Optional<Person> from = Fields.map(map, "from").flatMap(PersonCodec::read);
        Optional<Payload> payload =
                PayloadCodec.read(Fields.text(map, "kind").orElse(POSTED), map)
                        .filter(WireBounds::fits);
        if (seq.isEmpty()
                || seq.getAsLong() < 1
                || at.isEmpty()
                || room.isEmpty()
                || id.isEmpty()
                || from.isEmpty()
                || payload.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Entry(
                        new RoomId(room.get()),
                        seq.getAsLong(),
                        new EntryId(id.get()),
                        from.get(),
                        Instant.ofEpochMilli(at.getAsLong()),
                        payload.get()));
    }
}
