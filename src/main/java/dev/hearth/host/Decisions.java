package dev.hearth.host;

import dev.hearth.host.ChatHost.Receipt;
import dev.hearth.log.ChatLog;
import dev.hearth.model.BanReach;
import dev.hearth.model.Command;
import dev.hearth.model.Command.CloseRoom;
import dev.hearth.model.Command.DeleteMessage;
import dev.hearth.model.Command.EditMessage;
import dev.hearth.model.Command.ForgetPerson;
import dev.hearth.model.Command.GiveRole;
import dev.hearth.model.Command.Invite;
import dev.hearth.model.Command.JoinRoom;
import dev.hearth.model.Command.LeaveRoom;
import dev.hearth.model.Command.MessageCommand;
import dev.hearth.model.Command.Mute;
import dev.hearth.model.Command.OpenDirect;
import dev.hearth.model.Command.OpenRoom;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Command.React;
import dev.hearth.model.Command.RemovePerson;
import dev.hearth.model.Command.RenameRoom;
import dev.hearth.model.Command.RoomCommand;
import dev.hearth.model.Command.SetTopic;
import dev.hearth.model.Command.Unban;
import dev.hearth.model.Command.Unmute;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.RoomId;
import java.time.Instant;
import java.util.Optional;

/// Decides a command: what was done before is answered from the log, what breaks a rule is refused,
/// and anything else becomes an entry of the turn. Confined to the host loop.
final class Decisions {
    private static final int ROOM_ID_BYTES = 8;

    private final ChatLog store;
    private final Rooms rooms;
    private final People people;
    private final MessageRules messages;
    private final RoomRules affairs;

    Decisions(ChatLog store, Rooms rooms, People people, boolean limited) {
        this.store = store;
        this.rooms = rooms;
        this.people = people;
        this.messages = new MessageRules(store, rooms, limited);
        this.affairs = new RoomRules(rooms, people);
    }

    MessageRules messages() {
        return messages;
    }

    /// Whether what `command` does can wait for others to be committed with it. Whatever changes
    /// what others may do cannot.
    static boolean isGathered(Command command) {
        return switch (command) {
            case MessageCommand _ -> true;
            case RoomCommand _ -> false;
        };
    }

    /// The message that `command` is about, or answers.
    static Optional<EntryId> about(Command command) {
        return command instanceof PostMessage post
                ? post.replyTo()
                : PayloadOf.payload(command).about();
    }

    /// @throws HearthException it is refused, and nothing was changed
    Receipt decide(PendingCommand ask, CommitBatch turn, Instant now) {
        Person from = people.current(ask.from());
        Command command = ask.command();
        Optional<Entry> earlier =
                switch (ask.asked().origin().scope()) {
                    case PERSON -> turn.find(from.id(), command.id());
                    case ROOM -> turn.find(placeOf(command), command.id());
                };
        if (earlier.isPresent()) {
            if (!PayloadOf.isDoneBy(command, earlier.get())) {
                throw Refusals.conflict();
            }
            return new Receipt(earlier.get(), true);
        }
        if (ask.asked().origin() == CommandOrigin.KEEPING) {
            RoomId room = messages.outlived(command).id();
            return new Receipt(
                    turn.add(from, room, command.id(), PayloadOf.payload(command)), false);
        }
        if (rooms.isBanned(from.id())) {
            throw Refusals.banned();
        }
        if (people.wasForgotten(from.id())) {
            throw Refusals.forbidden("You were removed from the people of this chat. Come again.");
        }
        CommandValidator.check(command, ask.asked().origin());
        return command instanceof OpenDirect open
                ? openDirect(from, open, ask, turn, now)
                : done(from, ask, turn, now);
    }

    /// Where the id of a plain message is the only one.
    private static RoomId placeOf(Command command) {
        return command instanceof PostMessage post ? post.in() : RoomId.LOBBY;
    }

    private Receipt done(Person from, PendingCommand ask, CommitBatch turn, Instant now) {
        Command command = ask.command();
        RoomId room = room(from, ask, now);
        if (turn.find(room, command.id()).isPresent()) {
            throw Refusals.conflict();
        }
        checkStoring(from.id(), turn);
        subject(command).ifPresent(id -> store(id, turn));
        if (command instanceof GiveRole give && room.equals(RoomId.LOBBY)) {
            people.withRole(give.person(), give.role()).ifPresent(turn::change);
        }
        Optional<BanReach> reach = reach(command, room);
        Entry entry = turn.add(from, room, command.id(), PayloadOf.payload(command));
        return new Receipt(entry, false, reach);
    }

    private Optional<BanReach> reach(Command command, RoomId room) {
        return command instanceof RemovePerson remove
                        && remove.by() == Removal.BAN
                        && room.equals(RoomId.LOBBY)
                ? Optional.of(people.reach(remove.person()))
                : Optional.empty();
    }

    private void store(PersonId subject, CommitBatch turn) {
        checkStoring(subject, turn);
        people.unstored(subject).ifPresent(turn::change);
    }

    private void checkStoring(PersonId person, CommitBatch turn) {
        if (!turn.changes(person)) {
            people.checkStoring(person);
        }
    }

    /// Where the entry belongs, once the rules allow it.
    private RoomId room(Person from, PendingCommand ask, Instant now) {
        return switch (ask.command()) {
            case PostMessage post -> messages.post(from, post, ask.asked().origin(), now).id();
            case EditMessage edit -> messages.edit(from, edit, now).id();
            case DeleteMessage delete -> messages.delete(from, delete).id();
            case React react -> messages.react(from, react, now).id();
            case OpenRoom open -> {
                affairs.open(from, open, now);
                yield freshRoom();
            }
            case OpenDirect open -> {
                affairs.openDirect(from, open, now);
                yield freshRoom();
            }
            case Invite invite -> affairs.invite(from, invite).id();
            case JoinRoom join -> affairs.join(from, join).id();
            case LeaveRoom leave -> affairs.leave(from, leave).id();
            case SetTopic topic -> affairs.topic(from, topic.in()).id();
            case RenameRoom rename -> affairs.rename(from, rename).id();
            case RemovePerson remove -> affairs.remove(from, remove).id();
            case Unban unban -> affairs.unban(from, unban.in(), unban.person()).id();
            case Mute mute -> affairs.mute(from, mute.in(), mute.person()).id();
            case Unmute unmute -> affairs.mute(from, unmute.in(), unmute.person()).id();
            case GiveRole give -> affairs.role(from, give).id();
            case CloseRoom close -> affairs.close(from, close).id();
            case ForgetPerson forget -> affairs.forget(from, forget).id();
        };
    }

    /// One for two people: the one they have is the answer, and needs no entry.
    private Receipt openDirect(
            Person from, OpenDirect command, PendingCommand ask, CommitBatch turn, Instant now) {
        Optional<Entry> opened =
                rooms.direct(from.id(), command.with())
                        .flatMap(room -> store.after(room, 0, 1).stream().findFirst());
        return opened.map(entry -> new Receipt(entry, true))
                .orElseGet(() -> done(from, ask, turn, now));
    }

    /// Whom `command` is about.
    private static Optional<PersonId> subject(Command command) {
        return switch (command) {
            case OpenDirect open -> Optional.of(open.with());
            case Invite invite -> Optional.of(invite.person());
            case RemovePerson remove -> Optional.of(remove.person());
            case Unban unban -> Optional.of(unban.person());
            case Mute mute -> Optional.of(mute.person());
            case Unmute unmute -> Optional.of(unmute.person());
            case GiveRole give -> Optional.of(give.person());
            // Who is not stored is not stored to be removed.
            case ForgetPerson _,
                    CloseRoom _,
                    MessageCommand _,
                    OpenRoom _,
                    JoinRoom _,
                    LeaveRoom _,
                    SetTopic _,
                    RenameRoom _ ->
                    Optional.empty();
        };
    }

    private static RoomId freshRoom() {
        return new RoomId(Secrets.hex(ROOM_ID_BYTES));
    }
}
