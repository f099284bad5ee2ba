package dev.hearth.host;

import dev.hearth.log.ChatLog;
import dev.hearth.model.Command;
import dev.hearth.model.Command.DeleteMessage;
import dev.hearth.model.Command.EditMessage;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Command.React;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Membership;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who may write what, where. Looks at what is committed; [CommitBatch] commits what these commands
/// are about first. Confined to the host loop.
final class MessageRules {
    private final ChatLog store;
    private final Rooms rooms;
    private final ReactionRules reactions;

    MessageRules(ChatLog store, Rooms rooms, boolean limited) {
        this.reactions = new ReactionRules(limited);
        this.store = store;
        this.rooms = rooms;
    }

    /// Whether `person` may write in `room` now.
    boolean mayWrite(Person person, RoomId room, Instant now) {
        try {
            checkWriting(rooms.seen(room, person.id()), person, now, CommandOrigin.HEARTH);
            return true;
        } catch (HearthException _) {
            return false;
        }
    }

    /// @return where it belongs
    Room post(Person from, PostMessage command, CommandOrigin origin, Instant now) {
        Room room = rooms.seen(command.in(), from.id());
        checkWriting(room, from, now, origin);
        command.replyTo().ifPresent(id -> checkAnswered(room, id));
        return room;
    }

    Room edit(Person from, EditMessage command, Instant now) {
        Entry message = about(from, command.room(), command.of());
        Room room = rooms.seen(message.room(), from.id());
        if (!isBy(from, message)) {
            throw Refusals.forbidden("Only its author can change a message.");
        }
        checkWriting(room, from, now, CommandOrigin.HEARTH);
        return room;
    }

    /// Whoever may no longer write may still take back what they wrote.
    Room delete(Person from, DeleteMessage command) {
        Entry message = about(from, command.room(), command.of());
        Room room = rooms.seen(message.room(), from.id());
        if (!isBy(from, message) && !Permissions.mayModerate(room, from)) {
            throw Refusals.forbidden("Only its author and moderators can delete a message.");
        }
        return room;
    }

    /// What is kept no longer: whoever wrote it, wherever they are now.
    ///
    /// @throws HearthException NO_MESSAGE: it, or its room, is gone by now
    Room outlived(Command command) {
        if (!(command instanceof DeleteMessage delete) || delete.room().isEmpty()) {
            throw new IllegalArgumentException("not what keeping does: " + command);
        }
        Room room = rooms.find(delete.room().get()).orElseThrow(Refusals::noMessage);
        var _ = message(room, delete.of());
        return room;
    }

    Room react(Person from, React command, Instant now) {
        Entry message = about(from, command.room(), command.of());
        Room room = rooms.seen(message.room(), from.id());
        checkWriting(room, from, now, CommandOrigin.HEARTH);
        reactions.check(
                from,
                command,
                List.of(room.id(), message.id()),
                () -> store.message(room.id(), message.id()),
                now);
        return room;
    }

    private static boolean isBy(Person person, Entry message) {
        return message.from().id().equals(person.id());
    }

    private static void checkWriting(Room room, Person person, Instant now, CommandOrigin origin) {
        Membership standing = room.standing(person.id());
        if (standing == Membership.BANNED) {
            throw new HearthException(
                    ErrorCode.BANNED, "You were banned from this room and cannot write in it.");
        }
        boolean open = origin.isOpenToPublicRooms() && room.isPublic();
        if (standing != Membership.MEMBER && !open) {
            throw Refusals.forbidden("Join this room to write in it.");
        }
        if (room.isMuted(person.id(), now)) {
            throw new HearthException(
                    ErrorCode.MUTED, "You were muted in this room. Read on, and write later.");
        }
    }

    /// The message `of`, where `from` can see it.
    private Entry about(Person from, Optional<RoomId> room, EntryId of) {
        if (room.isPresent()) {
            return message(rooms.seen(room.get(), from.id()), of);
        }
        List<Entry> entries = store.find(of);
        return entries.stream()
                .filter(entry -> rooms.sees(from.id(), entry.room()))
                .filter(entry -> entry.payload() instanceof Posted)
                .findFirst()
                .orElseThrow(Refusals::noMessage);
    }

    /// What was deleted while somebody wrote an answer to it can be answered still.
    private void checkAnswered(Room room, EntryId id) {
        Optional<Entry> message =
                store.find(room.id(), id)
                        .filter(
                                entry ->
                                        entry.payload() instanceof Posted
                                                || entry.payload()
                                                        .equals(new Erased(Optional.empty())));
        if (message.isEmpty()) {
            throw Refusals.noMessage();
        }
    }

    private Entry message(Room room, EntryId id) {
        return store.find(room.id(), id)
                .filter(entry -> entry.payload() instanceof Posted)
                .orElseThrow(Refusals::noMessage);
    }
}
