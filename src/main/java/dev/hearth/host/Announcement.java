package dev.hearth.host;

import dev.hearth.model.ByeReason;
import dev.hearth.model.Entry;
import dev.hearth.model.Payload.Closed;
import dev.hearth.model.Payload.Forgotten;
import dev.hearth.model.Payload.Invited;
import dev.hearth.model.Payload.Joined;
import dev.hearth.model.Payload.Left;
import dev.hearth.model.Payload.MessagePayload;
import dev.hearth.model.Payload.Muted;
import dev.hearth.model.Payload.Opened;
import dev.hearth.model.Payload.Removed;
import dev.hearth.model.Payload.Renamed;
import dev.hearth.model.Payload.RoleGiven;
import dev.hearth.model.Payload.TopicSet;
import dev.hearth.model.Payload.Unbanned;
import dev.hearth.model.Payload.Unmuted;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import java.util.List;
import java.util.Optional;

/// What an entry makes different, beside the log.
///
/// @param standings who stands elsewhere with the room
/// @param room whether its name, topic or members are others
/// @param closed whether it ended
/// @param putOut who has to go, and why
record Announcement(
        RoomId id,
        List<PersonId> standings,
        boolean room,
        boolean closed,
        Optional<PutOut> putOut) {
    record PutOut(PersonId person, ByeReason reason) {}

    static Announcement of(Entry entry) {
        PersonId from = entry.from().id();
        return switch (entry.payload()) {
            case Opened opened ->
                    about(
                            entry,
                            opened.with().map(other -> List.of(from, other)).orElse(List.of(from)),
                            true);
            case TopicSet _, Renamed _ -> about(entry, List.of(), true);
            case Invited(PersonId person) -> about(entry, List.of(person), false);
            case Joined _, Left _ -> about(entry, List.of(from), true);
            case Removed removed -> removal(entry, removed);
            case Unbanned(PersonId person) -> about(entry, List.of(person), false);
            case Closed _ ->
                    new Announcement(entry.room(), List.of(), false, true, Optional.empty());
            case Forgotten(PersonId person) ->
                    new Announcement(
                            entry.room(),
                            List.of(),
                            false,
                            false,
                            Optional.of(new PutOut(person, ByeReason.REMOVED)));
            case MessagePayload _, Muted _, Unmuted _, RoleGiven _ ->
                    about(entry, List.of(), false);
        };
    }

    private static Announcement removal(Entry entry, Removed removed) {
        ByeReason reason =
                switch (removed.by()) {
                    case KICK -> ByeReason.KICKED;
                    case BAN -> ByeReason.BANNED;
                };
        boolean outOfChat = entry.room().equals(RoomId.LOBBY);
        return new Announcement(
                entry.room(),
                List.of(removed.person()),
                true,
                false,
                outOfChat ? Optional.of(new PutOut(removed.person(), reason)) : Optional.empty());
    }

    private static Announcement about(Entry entry, List<PersonId> standings, boolean room) {
        return new Announcement(entry.room(), standings, room, false, Optional.empty());
    }

    void tellRoom(Listeners listeners) {
        standings.forEach(person -> listeners.standing(person, id));
        if (room) {
            listeners.room(id);
        }
        if (closed) {
            listeners.closed(id);
        }
    }

    void tellPutOut(Listeners listeners) {
        putOut.ifPresent(out -> listeners.putOut(out.person(), out.reason()));
    }
}
