package dev.hearth.protocol;

import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Limits;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Pages of rooms and people: `rooms {after?}`, `people {after?, q?}`, `members {room, after?}`.
/// Each is ordered by id and begins behind the id `after`, so a client that asks for page after
/// page, each behind the last item of the one before, sees all that was there the whole time.
/// Stateless.
public final class Listings {
    private Listings() {}

    /// The rooms that the person may see.
    public record RoomsAfter(Optional<RoomId> after) {
        /// @throws HearthException MALFORMED
        public static RoomsAfter read(Map<?, ?> map) {
            return new RoomsAfter(id(map, "after").map(RoomId::new));
        }

        public Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            after.ifPresent(room -> map.put("after", room.value()));
            return map;
        }
    }

    /// Everyone who is a member or here now.
    ///
    /// @param query only those who have this in their names, as names are compared
    public record PeopleAfter(Optional<PersonId> after, Optional<String> query) {
        /// @throws HearthException MALFORMED, TOO_LONG
        public static PeopleAfter read(Map<?, ?> map) {
            Optional<String> query = text(map, "q").filter(it -> !it.isBlank());
            if (query.filter(it -> it.length() > Limits.SEARCH_CHARACTERS.value()).isPresent()) {
                throw new HearthException(
                        ErrorCode.TOO_LONG,
                        "What is looked for is longer than "
                                + Limits.SEARCH_CHARACTERS.value()
                                + " characters.");
            }
            return new PeopleAfter(id(map, "after").map(PersonId::new), query);
        }

        public Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            after.ifPresent(person -> map.put("after", person.value()));
            query.ifPresent(it -> map.put("q", it));
            return map;
        }
    }

    /// Everyone who is in a room.
    public record MembersAfter(RoomId room, Optional<PersonId> after) {
        /// @throws HearthException MALFORMED
        public static MembersAfter read(Map<?, ?> map) {
            RoomId room = id(map, "room").map(RoomId::new).orElseThrow(() -> malformed("room"));
            return new MembersAfter(room, id(map, "after").map(PersonId::new));
        }

        public Map<String, Object> toMap() {
            Map<String, Object> map = Wire.map("room", room.value());
            after.ifPresent(person -> map.put("after", person.value()));
            return map;
        }
    }

    /// `{ok, rooms, more}`.
    public record RoomPage(List<RoomHead> rooms, boolean more) {
        public RoomPage {
            rooms = List.copyOf(rooms);
        }

        public static RoomPage read(Map<?, ?> map) {
            return new RoomPage(
                    Wire.list(map, "rooms", RoomCodec::read), Boolean.TRUE.equals(map.get("more")));
        }

        public Map<String, Object> toMap() {
            Map<String, Object> map = Answers.ok();
            map.put("rooms", Wire.maps(rooms, RoomCodec::map));
            map.put("more", more);
            return map;
        }
    }

    /// `{ok, people, more}`, of a chat or of a room.
    public record PeoplePage(List<Presence> people, boolean more) {
        public PeoplePage {
            people = List.copyOf(people);
        }

        public static PeoplePage read(Map<?, ?> map) {
            return new PeoplePage(
                    Wire.list(map, "people", PersonCodec::readPresence),
                    Boolean.TRUE.equals(map.get("more")));
        }

        public Map<String, Object> toMap() {
            Map<String, Object> map = Answers.ok();
            map.put("people", Wire.maps(people, PersonCodec::map));
            map.put("more", more);
            return map;
        }
    }

    private static Optional<String> id(Map<?, ?> map, String key) {
        Optional<String> id = text(map, key);
        if (id.filter(it -> it.isEmpty() || Limits.ID_CHARACTERS.value() < it.length())
                .isPresent()) {
            throw malformed(key);
        }
        return id;
    }

    private static Optional<String> text(Map<?, ?> map, String key) {
        return map.get(key) == null
                ? Optional.empty()
                : Optional.of(Fields.text(map, key).orElseThrow(() -> malformed(key)));
    }

    private static HearthException malformed(String key) {
        return new HearthException(
                ErrorCode.MALFORMED, "The field “" + key + "” is missing or not as it should be.");
    }
}
