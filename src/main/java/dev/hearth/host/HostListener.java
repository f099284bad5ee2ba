package dev.hearth.host;

import dev.hearth.model.ByeReason;
import dev.hearth.model.Entry;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomId;
import java.time.Duration;
import java.util.List;

/// Told of what happened in a chat, once it is on disk. Always on the host loop: must not block.
///
/// Each call comes with the chat's state at that moment, which is good until the call returns.
///
/// For one command: the entry first, then where people stand, the room, presence, and who is put
/// out.
@FunctionalInterface
public interface HostListener {
    /// The entries of one turn, of any rooms, in order.
    void committed(HostState state, List<Entry> entries);

    /// Where `person` stands with `room` is different: they came in, were invited, went, were
    /// removed.
    default void standing(HostState state, PersonId person, RoomId room) {}

    /// The name, topic or members of `room` are different, or it is new.
    default void room(HostState state, RoomId room) {}

    /// `room` ended: nobody sees it any more.
    default void closed(HostState state, RoomId room) {}

    /// People came or went, or have another name or role. Who comes and goes is gathered for half a
    /// second; everybody is in `news` at most once.
    default void present(HostState state, List<Presence> news) {}

    /// The chat calls itself so from now on.
    default void named(HostState state, String name) {}

    /// The clock of this computer went back by `by`: entries bear earlier times than those before.
    default void clockFell(HostState state, Duration by) {}

    /// `person` has to leave the chat.
    default void putOut(HostState state, PersonId person, ByeReason reason) {}

    /// How far `person` has read in `room`.
    default void read(HostState state, PersonId person, RoomId room, long seq) {}

    /// `person` is about to write something in `room`.
    default void typing(HostState state, Person person, RoomId room) {}
}
