package dev.hearth.log;

import dev.hearth.model.Entry;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import java.util.List;

/// What is stored together: all of it or nothing, with one sync of the disk.
///
/// @param people new ones, and what is new of known ones; before the entries
/// @param entries of any rooms; within each, the sequence numbers follow on the log without gaps
public record Batch(List<StoredPerson> people, List<Entry> entries, List<ReadMark> marks) {
    public Batch {
        people = List.copyOf(people);
        entries = List.copyOf(entries);
        marks = List.copyOf(marks);
    }

    /// Entries alone.
    public static Batch of(List<Entry> entries) {
        return new Batch(List.of(), entries, List.of());
    }

    /// How far a person has read in a room. Marks only move forward.
    public record ReadMark(PersonId person, RoomId room, long seq) {}
}
