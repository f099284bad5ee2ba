package dev.hearth.model;

import dev.hearth.model.Payload.Posted;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A message with everything that happened to it since: what the log says of it when it is read to
/// the end.
///
/// @param text the latest; empty when it was deleted
/// @param edited when it got that text; empty when it is the first
/// @param deleted whether only id, seq, from and at are left
/// @param reactions who reacted, by emoji, the earliest first; never an empty set
public record FoldedMessage(
        RoomId room,
        long seq,
        EntryId id,
        Person from,
        Instant at,
        String text,
        Optional<EntryId> replyTo,
        List<FileId> files,
        Optional<Instant> edited,
        boolean deleted,
        Map<String, Set<PersonId>> reactions) {
    public FoldedMessage {
        files = List.copyOf(files);
        Map<String, Set<PersonId>> copy = new LinkedHashMap<>();
        reactions.forEach(
                (emoji, people) ->
                        copy.put(emoji, Collections.unmodifiableSet(new LinkedHashSet<>(people))));
        reactions = Collections.unmodifiableMap(copy);
    }

    /// `entry` as it was written.
    static FoldedMessage of(Entry entry, Posted posted) {
        return new FoldedMessage(
                entry.room(),
                entry.seq(),
                entry.id(),
                entry.from(),
                entry.at(),
                posted.text(),
                posted.replyTo(),
                posted.files(),
                Optional.empty(),
                false,
                Map.of());
    }

    /// What is left of `entry` after its deletion.
    static FoldedMessage tombstone(Entry entry) {
        return of(entry, new Posted("")).erased();
    }

    FoldedMessage erased() {
        return new FoldedMessage(
                room,
                seq,
                id,
                from,
                at,
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                true,
                Map.of());
    }

    /// The same with another text, as if it had been written so.
    public FoldedMessage withText(String other) {
        return new FoldedMessage(
                room, seq, id, from, at, other, replyTo, files, edited, deleted, reactions);
    }

    FoldedMessage edited(String newText, Instant when) {
        return new FoldedMessage(
                room,
                seq,
                id,
                from,
                at,
                newText,
                replyTo,
                files,
                Optional.of(when),
                deleted,
                reactions);
    }

    FoldedMessage withReactions(Map<String, Set<PersonId>> all) {
        return new FoldedMessage(
                room, seq, id, from, at, text, replyTo, files, edited, deleted, all);
    }
}
