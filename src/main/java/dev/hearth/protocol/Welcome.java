package dev.hearth.protocol;

import dev.hearth.model.Limits;
import dev.hearth.model.Person;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The answer to `enter`: `{you, token, rooms, people, more: {rooms?, people?}, diverged, limits:
/// {text}}`. Next, the host sends for each joined room the entry after what the client holds, or a
/// `skipped`, and live entries from `lastSeq + 1` on.
///
/// @param you the person, under the name that the host gave
/// @param token by which this host recognises the person; for no other host
/// @param rooms those that the person may see, joined ones first; at most [Limits#LISTED_ROOMS]
/// @param people members and guests who are here: the person, then who is here, then the others; at
///   most [Limits#LISTED_PEOPLE]
/// @param more of what there is more than is listed, to be asked for in pages ([Listings])
/// @param diverged rooms of which the client holds another log and has to start over
/// @param textBytes the longest text of a message
public record Welcome(
        Person you,
        String token,
        List<RoomHead> rooms,
        List<Presence> people,
        More more,
        Set<RoomId> diverged,
        int textBytes) {
    private static final int TOKEN_CHARACTERS = 256;
    private static final int LEAST_TEXT_BYTES = 100;

    /// Whether there are more rooms, or people, than are listed.
    public record More(boolean rooms, boolean people) {
        public static final More NOTHING = new More(false, false);

        private static More read(Map<?, ?> map) {
            return new More(
                    Boolean.TRUE.equals(map.get("rooms")), Boolean.TRUE.equals(map.get("people")));
        }

        private Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            if (rooms) {
                map.put("rooms", true);
            }
            if (people) {
                map.put("people", true);
            }
            return map;
        }
    }

    public Welcome {
        rooms = List.copyOf(rooms);
        people = List.copyOf(people);
        diverged = Set.copyOf(diverged);
    }

    /// Empty when it does not say who the person is.
    public static Optional<Welcome> read(Map<?, ?> map) {
        Map<?, ?> limits = Fields.map(map, "limits").orElse(Map.of());
        Set<RoomId> diverged =
                map.get("diverged") instanceof List<?> list
                        ? list.stream()
                                .limit(WireBounds.LIST)
                                .filter(each -> each instanceof String id && WireBounds.fitsId(id))
                                .map(each -> new RoomId((String) each))
                                .collect(Collectors.toUnmodifiableSet())
                        : Set.of();
        return Fields.map(map, "you")
                .flatMap(PersonCodec::read)
                .map(
                        you ->
                                new Welcome(
                                        you,
                                        Fields.text(map, "token", TOKEN_CHARACTERS).orElse(""),
                                        Wire.list(map, "rooms", RoomCodec::read),
                                        Wire.list(map, "people", PersonCodec::readPresence),
                                        More.read(Fields.map(map, "more").orElse(Map.of())),
                                        diverged,
                                        textBytes(limits)));
    }

    /// A limit that makes no sense would keep people from writing at all.
    private static int textBytes(Map<?, ?> limits) {
        long said = Fields.number(limits, "text").orElse(0);
        return LEAST_TEXT_BYTES <= said && said <= Limits.PLAIN_TEXT_BYTES.value()
                ? (int) said
                : Limits.TEXT_BYTES.value();
    }

    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("you", PersonCodec.map(you));
        map.put("token", token);
        map.put("rooms", Wire.maps(rooms, RoomCodec::map));
        map.put("people", Wire.maps(people, PersonCodec::map));
        if (!more.equals(More.NOTHING)) {
            map.put("more", more.toMap());
        }
        map.put("diverged", diverged.stream().map(RoomId::value).sorted().toList());
        map.put("limits", Map.of("text", textBytes));
        return map;
    }
}
