package dev.hearth.client.replica;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.Mentions;
import dev.hearth.model.Message;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.Person;
import dev.hearth.model.RoomActivity;
import dev.hearth.model.RoomFold;
import dev.hearth.model.RoomId;
import java.util.Optional;
import java.util.function.Function;

/// What is unread in one room, and its newest message. Takes the same memory however much there is
/// in the room. Confined to the chat's loop.
///
/// New messages are counted as they come. What cannot be told from one entry (an unread message is
/// deleted, or a part of the unread ones is read) needs a count from the log: [#isStale].
final class CountedRoom {
    private final RoomId room;
    private long lastSeq;
    private long readSeq;

    /// Up to where in the log entries were counted.
    private long counted;

    private int unread;
    private int mentions;

    /// Of these the ones that came since a count from the log was asked for.
    private int unreadSince;

    private int mentionsSince;
    private boolean stale;

    /// A count from the log is under way.
    private boolean counting;

    private Optional<FoldedMessage> last = Optional.empty();
    private long lastAsOf;

    CountedRoom(RoomId room) {
        this.room = room;
    }

    /// The same room, of which nothing is counted. How far its log reaches, and how far this person
    /// has read, still holds.
    CountedRoom restarted() {
        CountedRoom fresh = new CountedRoom(room);
        fresh.lastSeq = lastSeq;
        fresh.readSeq = readSeq;
        return fresh;
    }

    /// What is kept up to `seq` is not counted yet.
    void kept(long seq) {
        lastSeq = Math.max(lastSeq, seq);
        counted = seq;
        stale = true;
    }

    /// The log reaches to `seq`.
    boolean reaches(long seq) {
        boolean further = seq > lastSeq;
        lastSeq = Math.max(lastSeq, seq);
        return further;
    }

    /// @return whether that is further than before
    boolean read(long seq) {
        if (seq <= readSeq) {
            return false;
        }
        readSeq = seq;
        if (seq >= counted) {
            unread = 0;
            mentions = 0;
            stale = stale && last.isEmpty();
        } else {
            stale = true;
        }
        return true;
    }

    /// Counts the next entry of the log.
    void take(Entry entry, Optional<Person> you) {
        reaches(entry.seq());
        counted = Math.max(counted, entry.seq());
        Payload payload = entry.payload();
        Optional<EntryId> about = payload.about();
        if (payload instanceof Posted posted) {
            fold(entry, entry.id());
            if (entry.seq() > readSeq && !isFrom(you, entry)) {
                count(
                        you.map(it -> Mentions.call(posted.text(), entry.from(), it.name()))
                                .orElse(false));
            }
        } else if (payload instanceof Erased && about.isEmpty()) {
            fold(entry, entry.id());
        } else if (about.isPresent()) {
            // A count that is under way may have read what this entry changes.
            stale |= (unread > 0 || counting) && !(payload instanceof Reacted);
            if (last.filter(it -> it.id().equals(about.get())).isPresent()) {
                fold(entry, about.get());
            }
        }
    }

    /// The newest message is the one with this id, and this happened to it.
    private void fold(Entry entry, EntryId id) {
        RoomFold fold = new RoomFold(room);
        last.filter(it -> it.id().equals(id)).ifPresent(it -> fold.hold(it, lastAsOf));
        fold.apply(entry);
        last = fold.find(id).map(CountedRoom::preview);
        lastAsOf = entry.seq();
    }

    private static boolean isFrom(Optional<Person> you, Entry entry) {
        return you.map(it -> it.id().equals(entry.from().id())).orElse(false);
    }

    private void count(boolean mention) {
        unread++;
        unreadSince++;
        if (mention) {
            mentions++;
            mentionsSince++;
        }
    }

    /// Whether only a count from the log can tell what is unread.
    boolean isStale() {
        return stale;
    }

    /// A count from the log begins, of what comes after [#readSeq] up to [#counted].
    void recounting() {
        stale = false;
        counting = true;
        unreadSince = 0;
        mentionsSince = 0;
    }

    /// The count from the log has ended. What came while it ran is newer, and holds.
    ///
    /// @param found empty where nothing is kept
    /// @param read the mark from which on it counted
    void recounted(Optional<Tally> found, long read) {
        counting = false;
        found.ifPresent(tally -> recounted(tally, read));
    }

    private void recounted(Tally tally, long read) {
        if (read == readSeq) {
            unread = tally.unread() + unreadSince;
            mentions = tally.mentions() + mentionsSince;
        }
        if (isNewer(tally)) {
            last = tally.last().map(CountedRoom::preview);
            lastAsOf = tally.asOf();
        }
    }

    private boolean isNewer(Tally tally) {
        long here = last.map(FoldedMessage::seq).orElse(0L);
        long there = tally.last().map(FoldedMessage::seq).orElse(0L);
        return there > here || (there == here && tally.asOf() > lastAsOf);
    }

    long readSeq() {
        return readSeq;
    }

    long counted() {
        return counted;
    }

    /// @param shown gives a message as it is shown
    RoomActivity activity(Function<FoldedMessage, Message> shown) {
        int most = RoomActivity.MOST_UNREAD;
        return new RoomActivity(
                room,
                lastSeq,
                readSeq,
                Math.min(unread, most),
                Math.min(mentions, most),
                last.map(shown));
    }

    /// A message may be as long as a server likes, and there are many rooms.
    private static FoldedMessage preview(FoldedMessage message) {
        String text = message.text();
        if (text.length() <= RoomActivity.PREVIEW_CHARACTERS) {
            return message;
        }
        int end = RoomActivity.PREVIEW_CHARACTERS;
        boolean splits = Character.isHighSurrogate(text.charAt(end - 1));
        return message.withText(text.substring(0, splits ? end - 1 : end));
    }
}
