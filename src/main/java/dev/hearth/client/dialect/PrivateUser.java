package dev.hearth.client.dialect;

import dev.hearth.model.Membership;
import dev.hearth.model.Names;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.Role;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Somebody on a server of the private messaging example, as it tells of them.
///
/// @param said what was said between them and this person, the oldest first
record PrivateUser(String id, String name, boolean connected, List<PrivateMessage> said) {
    private static final String ROOM = "direct ";
    private static final int MOST_CHARACTERS = 256;

    /// Empty when it makes no sense.
    static Optional<PrivateUser> read(@Nullable Object told) {
        return told instanceof Map<?, ?> map
                        && map.get("userID") instanceof String id
                        && !id.isEmpty()
                        && id.length() <= MOST_CHARACTERS
                        && map.get("username") instanceof String name
                ? Names.tidy(name)
                        .map(
                                fit ->
                                        new PrivateUser(
                                                id,
                                                fit,
                                                !Boolean.FALSE.equals(map.get("connected")),
                                                said(map.get("messages"))))
                : Optional.empty();
    }

    private static List<PrivateMessage> said(@Nullable Object messages) {
        return messages instanceof List<?> list
                ? list.stream().flatMap(each -> PrivateMessage.read(each).stream()).toList()
                : List.of();
    }

    static Stream<PrivateUser> all(@Nullable Object told) {
        return told instanceof List<?> list
                ? list.stream().flatMap(each -> read(each).stream())
                : Stream.empty();
    }

    PrivateUser with(boolean online) {
        return new PrivateUser(id, name, online, said);
    }

    Person person() {
        return new Person(new PersonId(id), name, Role.MEMBER);
    }

    Presence presence() {
        return new Presence(person(), connected, false);
    }

    RoomHead conversation() {
        return new RoomHead(
                room(id),
                name,
                "",
                RoomKind.DIRECT,
                0,
                0,
                Membership.MEMBER,
                2,
                Optional.of(new PersonId(id)));
    }

    static RoomId room(String userId) {
        return new RoomId(ROOM + userId);
    }

    /// Whose conversation it is; empty for a room of another kind.
    static Optional<String> of(RoomId room) {
        return room.value().startsWith(ROOM)
                ? Optional.of(room.value().substring(ROOM.length()))
                : Optional.empty();
    }
}
