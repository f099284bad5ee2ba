package dev.hearth.gateway;

import dev.hearth.host.ChatHost;
import dev.hearth.host.HostState;
import dev.hearth.model.Entry;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HearthException;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.RoomId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the log for peers that are behind, a page at a time. Confined to the host loop, but for
/// the reading itself, which [#THREADS] threads do beside it.
///
/// **What is shared.** Peers that are at the same place get the same page: while it is read they
/// wait for it together, and the last few are kept for those who come by a moment later. So many
/// readers that start at the beginning cost little more than one, and each frame is encoded once.
///
/// **Why it is safe.** A page may have been read just before something in it was edited or deleted.
/// Each such entry makes the room's pages void: those that are kept are dropped, and one that
/// arrives is read once more, on the loop, where nothing can come between. What was deleted is
/// therefore never sent after its deletion.
final class Pages implements AutoCloseable {
    /// Few are read at once: each is memory, and those who write need the disk too.
    private static final int THREADS = 2;

    /// Entries of a page; the store makes it shorter where they are large.
    private static final int SIZE = 250;

    private static final int KEPT = 4;
    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

    /// @param folded whether it holds messages as they are, or the log itself
    record Place(RoomId room, long after, boolean folded) {}

    /// What follows on a place.
    ///
    /// @param upTo the place in the log that its reader has reached
    record Page(List<EntryFrames> lines, long upTo) {}

    /// Waits for a page. On the host loop.
    interface Waiting {
        void arrived(HostState state, Page page);

        void failed(HearthException why);
    }

    private record Reading(long revision, List<Waiting> waiting) {}

    private final ChatHost host;
    private final ThreadPoolExecutor threads;
    private final Map<Place, Reading> readings = new HashMap<>();
    private final Map<Place, Page> kept =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Place, Page> eldest) {
                    return size() > KEPT;
                }
            };
    private final Map<RoomId, Long> revisions = new HashMap<>();

    Pages(ChatHost host) {
        this.host = host;
        this.threads =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        10,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().name("hearth-pages-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /// Something was added to the log.
    void committed(Entry entry) {
        if (entry.payload() instanceof Deleted || entry.payload() instanceof Edited) {
            revisions.merge(entry.room(), 1L, Long::sum);
            kept.keySet().removeIf(place -> place.room().equals(entry.room()));
        }
    }

    /// Gives `waiting` the page at `place`, at once or later.
    void read(HostState state, Place place, Waiting waiting) {
        Page page = kept.get(place);
        if (page != null) {
            waiting.arrived(state, page);
            return;
        }
        if (threads.isShutdown()) {
            return; // nobody is there any more
        }
        Reading reading = readings.get(place);
        if (reading == null) {
            reading = new Reading(revision(place), new ArrayList<>());
            readings.put(place, reading);
            threads.execute(() -> fetch(place));
        }
        reading.waiting().add(waiting);
    }

    private long revision(Place place) {
        return revisions.getOrDefault(place.room(), 0L);
    }

    /// Beside the loop.
    private void fetch(Place place) {
        try {
            Page page = load(place);
            host.run(state -> arrived(state, place, page));
        } catch (HearthException e) {
            host.run(_ -> failed(place, e));
        } catch (Throwable t) {
            // Whatever it is (also an OutOfMemoryError): who waits for the page is not left
            // waiting.
            host.run(_ -> failed(place, unreadable(t)));
            LOG.error("a page could not be read", t);
        }
    }

    private static HearthException unreadable(Throwable cause) {
        return new HearthException(ErrorCode.STORAGE, "The chat's log could not be read.", cause);
    }

    private void arrived(HostState state, Place place, Page page) {
        Reading reading = readings.remove(place);
        if (reading == null) {
            return;
        }
        try {
            Page valid = reading.revision() == revision(place) ? page : load(place);
            kept.put(place, valid);
            reading.waiting().forEach(each -> each.arrived(state, valid));
        } catch (HearthException e) {
            reading.waiting().forEach(each -> each.failed(e));
        }
    }

    private void failed(Place place, HearthException why) {
        Reading reading = readings.remove(place);
        if (reading != null) {
            reading.waiting().forEach(each -> each.failed(why));
        }
    }

    private Page load(Place place) {
        return place.folded() ? folded(place) : raw(place);
    }

    private Page raw(Place place) {
        List<Entry> entries = host.after(place.room(), place.after(), SIZE);
        return new Page(
                entries.stream().map(EntryFrames::of).toList(),
                entries.isEmpty() ? place.after() : entries.getLast().seq());
    }

    private Page folded(Place place) {
        HistoryPage page = host.messagesFrom(place.room(), place.after() + 1, SIZE);
        List<FoldedMessage> messages = page.messages();
        return new Page(
                messages.stream().map(EntryFrames::of).toList(),
                page.more() ? messages.getLast().seq() : Math.max(place.after(), page.asOf()));
    }

    /// Reads no more.
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
