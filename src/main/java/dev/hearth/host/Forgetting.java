package dev.hearth.host;

import dev.hearth.log.ChatLog;
import dev.hearth.model.HearthException;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets people who wrote at most once and have been away for long, so that identities that cost
/// nothing are not kept for ever; what they wrote stays, under their names. Confined to the host
/// loop, but for the reading of the log, which a virtual thread does beside it.
final class Forgetting {
    /// Who comes every time a chat is hosted has come by then.
    private static final Duration FIRST = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofHours(6);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// People of one step of the loop.
    private static final int MOST = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

    private final ChatLog store;
    private final People people;
    private final Rooms rooms;
    private final PresenceNews presence;
    private final Duration after;
    private final Consumer<Runnable> onLoop;
    private Instant due;

    /// @param after how long people may stay away; zero: for ever
    /// @param onLoop runs a step on the loop
    Forgetting(
            ChatLog store,
            People people,
            Rooms rooms,
            PresenceNews presence,
            Duration after,
            Instant now,
            Consumer<Runnable> onLoop) {
        this.store = store;
        this.people = people;
        this.rooms = rooms;
        this.presence = presence;
        this.after = after;
        this.onLoop = onLoop;
        this.due = after.isZero() ? Instant.MAX : now.plus(FIRST);
    }

    /// Begins to look for such people when it is time to.
    void tidyUp(Instant now) {
        // Also when the clock was set back: once more is better than never again.
        boolean isDue = !now.isBefore(due) || due.isAfter(now.plus(PAUSE));
        if (isDue && !after.isZero()) {
            due = now.plus(PAUSE);
            Thread.ofVirtual().name("hearth-forgetting").start(() -> look(now.minus(after)));
        }
    }

    /// Beside the loop.
    private void look(Instant before) {
        try {
            List<PersonId> strangers = store.strangers(before, MOST, PATIENCE);
            if (!strangers.isEmpty()) {
                onLoop.accept(() -> forget(strangers));
            }
        } catch (HearthException e) {
            LOG.debug("nobody is forgotten for now", e);
        } catch (Throwable t) {
            LOG.error("looking for people to forget failed", t);
        }
    }

    private void forget(List<PersonId> strangers) {
        List<PersonId> gone = strangers.stream().filter(this::mayBeForgotten).toList();
        if (gone.isEmpty()) {
            return;
        }
        store.forgetPeople(gone);
        List<Presence> news = gone.stream().flatMap(id -> people.forgotten(id).stream()).toList();
        presence.changed(news);
    }

    /// Neither who is here, nor who is banned or in a room: the log says so of this person.
    private boolean mayBeForgotten(PersonId id) {
        return !people.isHere(id)
                && !rooms.isBanned(id)
                && rooms.of(id).equals(Set.of(RoomId.LOBBY));
    }
}
