package dev.hearth.client.replica;

import dev.hearth.log.Batch.ReadMark;
import dev.hearth.log.sqlite.OutboxStore.Change;
import dev.hearth.model.Entry;
import dev.hearth.model.HearthException;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is written together. The chat's loop fills it; then the disk thread writes it.
record WriteBatch(
        List<Entry> entries,
        List<Person> people,
        Map<RoomId, ReadMark> marks,
        List<Change> changes,
        List<Consumer<Optional<HearthException>>> stored) {
    private static final Logger LOG = LoggerFactory.getLogger(WriteBatch.class);

    WriteBatch() {
        this(
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    boolean isEmpty() {
        return entries.isEmpty() && people.isEmpty() && marks.isEmpty() && changes.isEmpty();
    }

    /// Tells those who wait for their changes.
    ///
    /// @param failure empty when they are on the disk, or nothing is kept
    void tell(Optional<HearthException> failure) {
        stored.forEach(each -> each.accept(failure));
    }

    /// Writes the changes of the outbox, and then the copy, in which whatever cannot be written is
    /// a hole like any other.
    ///
    /// @param at when the people were heard of
    /// @return why the changes are not on the disk
    Optional<HearthException> writeTo(Replica chat, Instant at) {
        Optional<HearthException> failure = attempt(() -> chat.write(changes));
        attempt(() -> chat.keep(entries)).ifPresent(WriteBatch::complain);
        attempt(() -> chat.hear(people, at)).ifPresent(WriteBatch::complain);
        attempt(() -> chat.mark(List.copyOf(marks.values()))).ifPresent(WriteBatch::complain);
        return failure;
    }

    private static Optional<HearthException> attempt(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (HearthException e) {
            return Optional.of(e);
        }
    }

    private static void complain(HearthException e) {
        LOG.warn("Entries of a joined chat could not be kept: {}", e.sentence());
    }
}
