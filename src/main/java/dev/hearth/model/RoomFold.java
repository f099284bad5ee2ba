package dev.hearth.model;

import dev.hearth.model.Payload.Closed;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Forgotten;
import dev.hearth.model.Payload.Invited;
import dev.hearth.model.Payload.Joined;
import dev.hearth.model.Payload.Left;
import dev.hearth.model.Payload.Muted;
import dev.hearth.model.Payload.Opened;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.Payload.Removed;
import dev.hearth.model.Payload.Renamed;
import dev.hearth.model.Payload.RoleGiven;
import dev.hearth.model.Payload.TopicSet;
import dev.hearth.model.Payload.Unbanned;
import dev.hearth.model.Payload.Unmuted;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the state of a room out of its entries (wire.md, rule 4). Confined to one thread.
///
/// **Order does not matter.** Everything that can change is a register that remembers the sequence
/// number which set it, and the highest one holds; a deletion holds for ever. So the same entry
/// twice, entries in any order, and entries that fill a hole later all lead to the state that the
/// log read from the start would give, restricted to the entries that are held.
///
/// Whoever opened a room is its owner; a conversation of two has none.
///
/// It trusts the log: whether somebody may do what an entry says was decided by the host.
public final class RoomFold {
    private final RoomId room;
    private Register<String> name = new Register<>(0, "");
    private Register<String> topic = new Register<>(0, "");
    private Register<Optional<RoomKind>> kind = new Register<>(0, Optional.empty());
    private final Map<PersonId, Register<Membership>> standings = new HashMap<>();
    private final Map<PersonId, Register<Role>> roles = new HashMap<>();
    private final Map<PersonId, Register<Optional<Muted>>> mutes = new HashMap<>();
    private final Map<EntryId, MessageFold> messages = new HashMap<>();

    public RoomFold(RoomId room) {
        this.room = room;
    }

    /// The state after all of `entries`.
    public static RoomState of(RoomId room, Iterable<Entry> entries) {
        RoomFold fold = new RoomFold(room);
        entries.forEach(fold::apply);
        return fold.state();
    }

    /// Takes `entry` in.
    ///
    /// @throws IllegalArgumentException when it is of another room
    public void apply(Entry entry) {
        if (!entry.room().equals(room)) {
            throw new IllegalArgumentException("an entry of " + entry.room() + " in " + room);
        }
        long seq = entry.seq();
        PersonId from = entry.from().id();
        switch (entry.payload()) {
            case Posted _ -> message(entry.id()).post(entry);
            case Edited(EntryId of, String text) -> message(of).edit(entry, text);
            case Deleted(EntryId of) -> message(of).delete();
            case Erased(Optional<EntryId> of) -> erased(entry, of);
            case Reacted(EntryId of, String emoji, boolean on) ->
                    message(of).react(entry, emoji, on);
            case Opened opened -> opened(seq, from, opened);
            case TopicSet(String said) -> topic = later(topic, seq, said);
            case Renamed(String said) -> name = later(name, seq, said);
            case Invited(PersonId person) -> stands(seq, person, Membership.INVITED);
            case Joined _ -> stands(seq, from, Membership.MEMBER);
            case Left _ -> stands(seq, from, Membership.OUTSIDE);
            case Removed(PersonId person, Removal by) -> stands(seq, person, standing(by));
            case Unbanned(PersonId person) -> stands(seq, person, Membership.OUTSIDE);
            case Muted muted -> mute(seq, muted.person(), Optional.of(muted));
            case Unmuted(PersonId person) -> mute(seq, person, Optional.empty());
            case RoleGiven(PersonId person, Role role) ->
                    roles.merge(person, new Register<>(seq, role), Register.later());
            // Where people stand in a room that ended is of no use; who was forgotten is known
            // nowhere in the chat, not only in this room.
            case Closed _, Forgotten _ -> {}
        }
    }

    public String name() {
        return name.value();
    }

    public String topic() {
        return topic.value();
    }

    /// Empty while the entry that opened the room is not held.
    public Optional<RoomKind> kind() {
        return kind.value();
    }

    /// What the log says of where `person` stands; empty when it says nothing.
    public Optional<Membership> standing(PersonId person) {
        return Optional.ofNullable(standings.get(person)).map(Register::value);
    }

    /// The role that was given to `person` in this room.
    public Optional<Role> role(PersonId person) {
        return Optional.ofNullable(roles.get(person)).map(Register::value);
    }

    /// Whether `person` may not write at `now`.
    public boolean isMuted(PersonId person, Instant now) {
        return Optional.ofNullable(mutes.get(person))
                .flatMap(Register::value)
                .filter(mute -> mute.until().map(now::isBefore).orElse(true))
                .isPresent();
    }

    /// Takes in `message`, which already holds whatever happened to it up to `asOf`.
    public void hold(FoldedMessage message, long asOf) {
        message(message.id()).fold(message, asOf);
    }

    /// The message with this id; empty when it is not held.
    public Optional<FoldedMessage> find(EntryId id) {
        return Optional.ofNullable(messages.get(id)).flatMap(MessageFold::message);
    }

    /// The messages that are held, in order.
    public List<FoldedMessage> messages() {
        return messages.values().stream()
                .flatMap(each -> each.message().stream())
                .sorted(Comparator.comparingLong(FoldedMessage::seq))
                .toList();
    }

    public RoomState state() {
        Map<PersonId, Optional<Instant>> muted = new HashMap<>();
        mutes.forEach((id, said) -> said.value().ifPresent(mute -> muted.put(id, mute.until())));
        return new RoomState(
                room,
                name.value(),
                topic.value(),
                kind.value(),
                values(standings),
                values(roles),
                muted,
                messages());
    }

    private void opened(long seq, PersonId from, Opened opened) {
        name = later(name, seq, opened.name());
        topic = later(topic, seq, opened.topic());
        kind = later(kind, seq, Optional.of(opened.roomKind()));
        stands(seq, from, Membership.MEMBER);
        opened.with().ifPresent(other -> stands(seq, other, Membership.MEMBER));
        if (opened.roomKind() != RoomKind.DIRECT) {
            roles.merge(from, new Register<>(seq, Role.OWNER), Register.later());
        }
    }

    private void erased(Entry entry, Optional<EntryId> of) {
        of.ifPresentOrElse(
                message -> message(message).delete(), () -> message(entry.id()).post(entry));
    }

    private void stands(long seq, PersonId person, Membership standing) {
        standings.merge(person, new Register<>(seq, standing), Register.later());
    }

    private void mute(long seq, PersonId person, Optional<Muted> muted) {
        mutes.merge(person, new Register<>(seq, muted), Register.later());
    }

    private MessageFold message(EntryId id) {
        return messages.computeIfAbsent(id, _ -> new MessageFold());
    }

    private static Membership standing(Removal by) {
        return switch (by) {
            case KICK -> Membership.OUTSIDE;
            case BAN -> Membership.BANNED;
        };
    }

    private static <T> Register<T> later(Register<T> known, long seq, T said) {
        return Register.<T>later().apply(known, new Register<>(seq, said));
    }

    private static <T> Map<PersonId, T> values(Map<PersonId, Register<T>> registers) {
        Map<PersonId, T> values = new HashMap<>();
        registers.forEach((id, register) -> values.put(id, register.value()));
        return values;
    }
}
