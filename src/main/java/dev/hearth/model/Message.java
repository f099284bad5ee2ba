package dev.hearth.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// A message as a joined chat shows it.
///
/// @param id stays the same while it goes from pending to confirmed
/// @param seq its place in the room's log, where the server tells one
/// @param from [Person#UNKNOWN] where the server does not tell
/// @param text the latest; empty when it was deleted
/// @param own whether this client wrote it
public record Message(
        EntryId id,
        RoomId room,
        OptionalLong seq,
        Person from,
        Instant at,
        String text,
        boolean own,
        Delivery delivery,
        Details details) {
    /// What there is to a message beside its text, and what happened to it since it was written.
    ///
    /// @param replyTo the message of the same room that it answers
    /// @param edited when it got its text; empty when it is the first
    /// @param deleted whether only id, seq, from and at are left
    /// @param reactions who reacted, by emoji, the earliest first
    public record Details(
            Optional<EntryId> replyTo,
            List<FileId> files,
            Optional<Instant> edited,
            boolean deleted,
            Map<String, Set<PersonId>> reactions) {
        public static final Details NONE =
                new Details(Optional.empty(), List.of(), Optional.empty(), false, Map.of());

        public Details {
            files = List.copyOf(files);
            reactions = Collections.unmodifiableMap(new LinkedHashMap<>(reactions));
        }

        public static Details answering(Optional<EntryId> replyTo) {
            return new Details(replyTo, List.of(), Optional.empty(), false, Map.of());
        }
    }

    /// Nothing but text, to which nothing has happened.
    public Message(
            EntryId id,
            RoomId room,
            OptionalLong seq,
            Person from,
            Instant at,
            String text,
            boolean own,
            Delivery delivery) {
        this(id, room, seq, from, at, text, own, delivery, Details.NONE);
    }

    /// A message that the server has, with what happened to it.
    public static Message of(FoldedMessage message, boolean own) {
        return new Message(
                message.id(),
                message.room(),
                OptionalLong.of(message.seq()),
                message.from(),
                message.at(),
                message.text(),
                own,
                Delivery.DELIVERED,
                new Details(
                        message.replyTo(),
                        message.files(),
                        message.edited(),
                        message.deleted(),
                        message.reactions()));
    }

    /// What is left of it when it is deleted.
    public Message deleted() {
        var nothing = new Details(Optional.empty(), List.of(), Optional.empty(), true, Map.of());
        return new Message(id, room, seq, from, at, "", own, delivery, nothing);
    }

    public Message with(Delivery newDelivery) {
        return new Message(id, room, seq, from, at, text, own, newDelivery, details);
    }

    public Message confirmed(OptionalLong newSeq) {
        return new Message(id, room, newSeq, from, at, text, own, Delivery.DELIVERED, details);
    }
}
