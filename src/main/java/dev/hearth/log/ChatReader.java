package dev.hearth.log;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomState;
import dev.hearth.model.SearchHits;
import java.util.List;
import java.util.Optional;

/// Reads a chat: the part that the log of a host and the replica of a client share. Any thread;
/// calls block on the disk and throw [StorageException]. Each call reads one moment.
public interface ChatReader {
    /// The host's id: the fingerprint of its key, or a random one until it has a key.
    String hostId();

    /// All rooms, the oldest first.
    List<StoredRoom> rooms();

    /// The room without its messages: name, topic, who is in it.
    RoomState state(RoomId room);

    /// The sequence number of the newest entry of `room`; 0 while there is none. Does not touch the
    /// disk.
    long lastSeq(RoomId room);

    /// Up to `limit` entries after `seq`, oldest first; fewer when they are large (256 Ki
    /// characters), but never none when there are any.
    List<Entry> after(RoomId room, long seq, int limit);

    /// The newest messages before `seq`.
    ///
    /// @param limit how many at most; fewer when they are large
    HistoryPage before(RoomId room, long seq, int limit);

    /// The oldest messages from `seq` on.
    ///
    /// @param limit how many at most; fewer when they are large
    HistoryPage from(RoomId room, long seq, int limit);

    /// The messages before and after `seq`, and at it.
    ///
    /// @param limit how many at most; fewer when they are large
    HistoryPage around(RoomId room, long seq, int limit);

    /// The entry with `id` in `room`, of any author.
    Optional<Entry> find(RoomId room, EntryId id);

    /// The message with `id` as it is now: edited, reacted to, deleted.
    Optional<FoldedMessage> message(RoomId room, EntryId id);

    /// Looks through the latest texts (of each, the first 16 KB) of all messages in the rooms that
    /// are named. Takes two seconds at most; a thread that is interrupted ends its search.
    ///
    /// @throws dev.hearth.model.HearthException BUSY: too many searches at once, or this one would
    ///   take too long
    SearchHits search(SearchQuery query);

    /// All people but forgotten ones, the longest known first.
    List<StoredPerson> people();
}
