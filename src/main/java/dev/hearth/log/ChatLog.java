package dev.hearth.log;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.EntryPlace;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The log of a hosted chat: rooms, people, entries, read marks.
///
/// **Threads.** Any thread may call anything; changes wait for their turn. Calls block on the disk,
/// and a virtual thread may hold its carrier meanwhile.
///
/// **Errors.** A failure of the disk is a [StorageException]. A failed change changes nothing;
/// reading goes on, and the next change tries again.
///
/// What every implementation has to do is `ChatLogContract`.
public interface ChatLog extends ChatReader, AutoCloseable {
    /// Names this log: changes when a log is set aside or a backup restored.
    String epoch();

    /// The entries whose content a damaged disk lost: tombstones now. Members may still hold the
    /// content.
    Map<RoomId, SeqRanges> lost();

    /// The entries about the room itself, in order; none about messages.
    List<Entry> affairs(RoomId room);

    /// The entries about rooms themselves, room after room, in order; none about messages.
    ///
    /// @param reader must not use this log
    void affairs(Consumer<Entry> reader);

    /// When the newest entry of each room was made; nothing of a room without any.
    Map<RoomId, Instant> lastTimes();

    /// The entry that `person` made under `id`, however long ago.
    Optional<Entry> find(PersonId person, EntryId id);

    /// The entries with `id` in all rooms, of any author.
    List<Entry> find(EntryId id);

    /// Where the entries with one of `ids` are, in all rooms, of any author: one query.
    List<EntryPlace> places(Collection<EntryId> ids);

    /// The entries with one of `ids` in all rooms, of any author.
    List<Entry> find(Collection<EntryId> ids);

    Optional<StoredPerson> person(PersonId id);

    /// How far `person` has read, by room.
    Map<RoomId, Long> readMarks(PersonId person);

    /// Stores `batch`. When this returns all of it is on disk; when it fails nothing is.
    ///
    /// @throws StorageException nothing was stored; the same again may succeed later
    /// @throws IllegalArgumentException when an entry does not follow on its room's log, or an id
    ///   or a name is taken: nothing was stored, and the same again will not be either
    void append(Batch batch);

    /// Stores a small note under `key`, in place of an earlier one.
    ///
    /// @throws StorageException nothing was stored
    void note(String key, String value);

    /// The note stored under `key`.
    Optional<String> note(String key);

    /// Stores the fingerprint of the key that the chat is hosted with.
    ///
    /// @throws StorageException nothing was changed
    void nameHost(String id);

    /// Members and guests who wrote at most one message and left no trace since `before`. Reads the
    /// whole log: call it on a thread of its own.
    ///
    /// @throws StorageException the log cannot be read, or not in `patience`
    /// @throws dev.hearth.model.HearthException BUSY
    List<PersonId> strangers(Instant before, int limit, Duration patience);

    /// Messages that were made before `before` and are not deleted, in all rooms, in the order in
    /// which they were stored. May read the whole log: call it on a thread of its own.
    ///
    /// @param after the number of the last one that is known; 0 for the first ones
    /// @throws StorageException the log cannot be read, or not in `patience`
    /// @throws dev.hearth.model.HearthException BUSY
    List<StoredPost> posts(Instant before, long after, int limit, Duration patience);

    /// How many messages [#posts] would give in all.
    ///
    /// @throws StorageException the log cannot be read, or not in `patience`
    /// @throws dev.hearth.model.HearthException BUSY
    long countPosts(Instant before, Duration patience);

    /// Takes away a part of what closed rooms hold: everything but their ids and the entries that
    /// closed them. When nothing is left to take, none of it is in any file a moment later.
    ///
    /// @return whether to call this again
    /// @throws StorageException this part was not taken away
    boolean emptyClosedRooms();

    /// Removes the tokens and keys of `people` and frees their names. Their messages keep the
    /// names.
    ///
    /// @throws StorageException nothing was changed
    void forgetPeople(List<PersonId> people);

    /// Ends after the write that is under way. Idempotent.
    @Override
    void close();
}
