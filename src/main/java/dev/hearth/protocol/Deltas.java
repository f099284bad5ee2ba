package dev.hearth.protocol;

import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomFacts;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What a host tells beside the log: state as it is now, not entries. Stateless.
public final class Deltas {
    private Deltas() {}

    /// Entries of a room, from the one to the other, that are not sent: a hole.
    public record Skipped(RoomId room, long from, long to) {
        public static Optional<Skipped> read(Map<?, ?> map) {
            OptionalLong from = Fields.seq(map, "from");
            OptionalLong to = Fields.seq(map, "to");
            return from.isEmpty() || to.isEmpty() || from.getAsLong() > to.getAsLong()
                    ? Optional.empty()
                    : Deltas.room(map)
                            .map(room -> new Skipped(room, from.getAsLong(), to.getAsLong()));
        }

        public Map<String, Object> toMap() {
            Map<String, Object> map = Wire.map("room", room.value());
            map.put("from", from);
            map.put("to", to);
            return map;
        }
    }

    /// `rooms`: how one person sees these now, what is new about those for everyone, and which are
    /// not to be seen any more.
    ///
    /// The host streams a room that the person joined as after a welcome, from its first entry. Of
    /// a changed room the own membership and read mark stay as they were; the person is no member
    /// of a changed room that the client did not know.
    public record Rooms(List<RoomHead> rooms, List<RoomFacts> changed, List<RoomId> gone) {
        public Rooms {
            rooms = List.copyOf(rooms);
            changed = List.copyOf(changed);
            gone = List.copyOf(gone);
        }

        public static Rooms of(RoomHead room) {
            return new Rooms(List.of(room), List.of(), List.of());
        }

        public static Rooms changed(RoomFacts room) {
            return new Rooms(List.of(), List.of(room), List.of());
        }

        public static Rooms gone(RoomId room) {
            return new Rooms(List.of(), List.of(), List.of(room));
        }

        public static Rooms read(Map<?, ?> map) {
            List<RoomId> gone =
                    map.get("gone") instanceof List<?> list
                            ? list.stream()
                                    .limit(WireBounds.LIST)
                                    .filter(
                                            each ->
                                                    each instanceof String id
                                                            && WireBounds.fitsId(id))
                                    .map(each -> new RoomId((String) each))
                                    .toList()
                            : List.of();
            return new Rooms(
                    Wire.list(map, "rooms", RoomCodec::read),
                    Wire.list(map, "changed", RoomCodec::readFacts),
                    gone);
        }

        public Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            if (!rooms.isEmpty()) {
                map.put("rooms", Wire.maps(rooms, RoomCodec::map));
            }
            if (!changed.isEmpty()) {
                map.put("changed", Wire.maps(changed, RoomCodec::map));
            }
            if (!gone.isEmpty()) {
                map.put("gone", gone.stream().map(RoomId::value).toList());
            }
            return map;
        }
    }

    /// `presence`: these people are new, came, went or changed: `{people: [...]}`.
    public static Map<String, Object> presence(List<Presence> people) {
        return Wire.map("people", Wire.maps(people, PersonCodec::map));
    }

    public static List<Presence> readPresence(Map<?, ?> map) {
        return Wire.list(map, "people", PersonCodec::readPresence);
    }

    /// `typing`: `{room, person}` to others; a client says `{room}`.
    public record Typing(RoomId room, PersonId person) {
        public static Optional<Typing> read(Map<?, ?> map) {
            return Deltas.room(map)
                    .flatMap(
                            room ->
                                    Fields.id(map, "person")
                                            .map(id -> new Typing(room, new PersonId(id))));
        }

        public Map<String, Object> toMap() {
            Map<String, Object> map = Wire.map("room", room.value());
            map.put("person", person.value());
            return map;
        }
    }

    /// `read`: `{room, person, seq}` to others; a client says `{room, seq}`.
    public record Read(RoomId room, PersonId person, long seq) {
        public static Optional<Read> read(Map<?, ?> map) {
            OptionalLong seq = Fields.seq(map, "seq");
            return seq.isEmpty()
                    ? Optional.empty()
                    : Deltas.room(map)
                            .flatMap(
                                    room ->
                                            Fields.id(map, "person")
                                                    .map(
                                                            id ->
                                                                    new Read(
                                                                            room,
                                                                            new PersonId(id),
                                                                            seq.getAsLong())));
        }

        public Map<String, Object> toMap() {
            Map<String, Object> map = Wire.map("room", room.value());
            map.put("person", person.value());
            map.put("seq", seq);
            return map;
        }
    }

    /// `named`: what the chat calls itself from now on: `{name}`.
    public static Map<String, Object> named(String name) {
        return Wire.map("name", name);
    }

    public static Optional<String> readNamed(Map<?, ?> map) {
        return Fields.text(map, "name", Hello.TEXT_CHARACTERS).filter(name -> !name.isBlank());
    }

    /// Why the host ends the connection: `{reason}`.
    public static String byeReason(Map<?, ?> map) {
        return Fields.text(map, "reason").orElse("");
    }

    /// `{room}`, as typing and reading say it.
    public static Optional<RoomId> room(Map<?, ?> map) {
        return Fields.text(map, "room").map(RoomId::new);
    }

    /// Of an entry that a client could not read: `{room, seq}`, as far as that can be used.
    public static Optional<RoomId> roomOfUnknown(Map<?, ?> map) {
        return Fields.id(map, "room").map(RoomId::new);
    }

    public static OptionalLong seqOfUnknown(Map<?, ?> map) {
        return Fields.seq(map, "seq");
    }

    /// `{seq}`, as reading says it.
    public static OptionalLong seq(Map<?, ?> map) {
        return Fields.number(map, "seq");
    }
}
