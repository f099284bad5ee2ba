package dev.hearth.host;

import dev.hearth.host.ChatHost.Receipt;
import dev.hearth.log.Batch;
import dev.hearth.log.Batch.ReadMark;
import dev.hearth.log.ChatLog;
import dev.hearth.model.Entry;
import dev.hearth.model.HearthException;
import dev.hearth.model.Payload.Forgotten;
import dev.hearth.model.Payload.Removed;
import dev.hearth.model.Payload.Unbanned;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.Removal;
import dev.hearth.model.RoomId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gathers what was decided, commits it, and then makes it known. Confined to the host loop.
final class Commits {
    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

    private final InstantSource clock;
    private final EntryClock times;
    private final ChatLog store;
    private final Rooms rooms;
    private final People people;
    private final ReadMarks marks;
    private final Listeners listeners;
    private final PresenceNews presence;
    private final Decisions decisions;
    private final Lookups lookups;
    private CommitBatch turn;
    private boolean doubtful;

    Commits(
            InstantSource clock,
            ChatLog store,
            Rooms rooms,
            People people,
            ReadMarks marks,
            Listeners listeners,
            PresenceNews presence,
            boolean limited) {
        this.clock = clock;
        this.store = store;
        this.rooms = rooms;
        this.people = people;
        this.marks = marks;
        this.listeners = listeners;
        this.times = new EntryClock(clock, listeners::clockFell);
        this.presence = presence;
        this.decisions = new Decisions(store, rooms, people, limited);
        this.lookups = new Lookups(store);
        this.turn = fresh();
    }

    /// These are taken next, one by one.
    void expect(List<PendingCommand> asks) {
        lookups.expect(asks.stream().map(ask -> ask.command().id()).collect(Collectors.toSet()));
    }

    boolean mayWrite(Person person, RoomId room, Instant now) {
        return decisions.messages().mayWrite(person, room, now);
    }

    /// Decides `ask`, and commits it at once or leaves it to [#commit].
    void take(PendingCommand ask) {
        boolean gathered = Decisions.isGathered(ask.command());
        boolean aboutThisTurn = Decisions.about(ask.command()).filter(turn::touches).isPresent();
        if (!gathered || aboutThisTurn) {
            commit();
        }
        try {
            recover();
            Receipt receipt = decisions.decide(ask, turn, Instant.ofEpochMilli(clock.millis()));
            turn.answer(ask.answer(), receipt);
        } catch (HearthException e) {
            ask.answer().completeExceptionally(e);
        } catch (RuntimeException e) {
            LOG.error("deciding a command failed", e);
            ask.answer().completeExceptionally(Refusals.storage(e));
        }
        if (!gathered || turn.isLarge()) {
            commit();
        }
    }

    /// Stores what was gathered; then answers, then publishes.
    void commit() {
        if (turn.isEmpty()) {
            return;
        }
        CommitBatch done = turn;
        turn = fresh();
        if (done.entries().isEmpty()) {
            done.succeed();
            return;
        }
        Batch batch;
        try {
            batch = done.batch(marks);
            store.append(batch);
        } catch (HearthException e) {
            // The store tells the owner, once.
            LOG.debug("the store refused {} entries", done.entries().size(), e);
            fail(done, e);
            return;
        } catch (RuntimeException e) {
            LOG.error("the store refused {} entries", done.entries().size(), e);
            fail(done, e);
            return;
        }
        List<Presence> news = takeIn(batch);
        done.succeed();
        publish(batch.entries(), news);
    }

    /// What is on disk is so, whatever goes wrong here: it is answered, and read again before the
    /// next decision.
    private List<Presence> takeIn(Batch batch) {
        try {
            lookups.committed(batch.entries());
            marks.saved(batch.marks());
            batch.entries().forEach(rooms::apply);
            batch.entries().forEach(this::hold);
            Stream<Presence> saved =
                    batch.people().stream().flatMap(each -> people.saved(each).stream());
            Stream<Presence> forgotten =
                    batch.entries().stream().flatMap(each -> forgotten(each).stream());
            return Stream.concat(saved, forgotten).toList();
        } catch (RuntimeException e) {
            LOG.error("taking in {} entries failed", batch.entries().size(), e);
            doubtful = true;
            return List.of();
        }
    }

    /// What a ban from the chat, or its end, means for those who come.
    private void hold(Entry entry) {
        if (!entry.room().equals(RoomId.LOBBY)) {
            return;
        }
        if (entry.payload() instanceof Removed(PersonId person, Removal by) && by == Removal.BAN) {
            people.hold(person, entry.at());
        } else if (entry.payload() instanceof Unbanned(PersonId person)) {
            people.lift(person);
        }
    }

    private Optional<Presence> forgotten(Entry entry) {
        return entry.payload() instanceof Forgotten(PersonId person)
                ? people.forgotten(person)
                : Optional.empty();
    }

    private void fail(CommitBatch turnThatFailed, RuntimeException cause) {
        doubtful = true;
        turnThatFailed.fail(Refusals.storage(cause));
    }

    private void publish(List<Entry> entries, List<Presence> news) {
        listeners.committed(entries);
        List<Announcement> all = entries.stream().map(Announcement::of).toList();
        all.forEach(each -> each.tellRoom(listeners));
        presence.changed(news);
        all.forEach(each -> each.tellPutOut(listeners));
    }

    /// Tells those whose commands were gathered and never committed.
    void abandon() {
        CommitBatch lost = turn;
        turn = fresh();
        lost.fail(ChatHost.closed());
    }

    /// @return whether nothing is left to be saved
    boolean saveMarks() {
        try {
            List<ReadMark> waiting = marks.waiting(Set.of());
            if (!waiting.isEmpty()) {
                store.append(new Batch(List.of(), List.of(), waiting));
                marks.saved(waiting);
            }
            return true;
        } catch (HearthException e) {
            LOG.debug("read marks wait for the disk", e);
            return false;
        }
    }

    /// After a failure nothing is believed but what the store says.
    private void recover() {
        if (doubtful) {
            lookups.forget();
            rooms.reload();
            doubtful = false;
        }
    }

    private CommitBatch fresh() {
        return new CommitBatch(times, store, lookups, rooms, people);
    }
}
