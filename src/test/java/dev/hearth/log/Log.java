package dev.hearth.log;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/// Entries for tests.
public final class Log {
    public static final Person ANN = new Person(new PersonId("ann"), "Ann", Role.MEMBER);
    public static final Person BOB = new Person(new PersonId("bob"), "Bob", Role.MODERATOR);
    public static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    private Log() {}

    public static Entry entry(RoomId room, long seq, String id, Person from, Payload payload) {
        return new Entry(room, seq, new EntryId(id), from, START.plusSeconds(seq), payload);
    }

    public static Entry entry(long seq, String id, Person from, Payload payload) {
        return entry(RoomId.LOBBY, seq, id, from, payload);
    }

    public static Entry post(long seq, String text) {
        return post(RoomId.LOBBY, seq, text);
    }

    public static Entry post(RoomId room, long seq, String text) {
        return entry(room, seq, room + "-" + seq, ANN, new Posted(text));
    }

    /// Posts with the sequence numbers `first` to `last`.
    public static List<Entry> posts(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(seq -> post(seq, "text " + seq))
                .toList();
    }
}
