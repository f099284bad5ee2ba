package dev.hearth.host;

import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Gathers who comes and goes, and tells it to everybody as one delta. Confined to the host loop.
///
/// Entering costs a guest nothing, and telling costs one frame for each person who is here: so news
/// wait for [#WAIT], and a person who came and went within it is not told of at all, unless
/// somebody was given the list of people meanwhile ([#seen]) and knows of them.
final class PresenceNews {
    static final Duration WAIT = Duration.ofMillis(500);

    /// @param wasHere as everybody was told
    /// @param certain whether it has to be told whatever comes of it
    private record Waiting(boolean wasHere, boolean certain, Presence now) {}

    private final Consumer<List<Presence>> listener;
    private final Map<PersonId, Waiting> waiting = new LinkedHashMap<>();
    private Instant due = Instant.MAX;

    PresenceNews(Consumer<List<Presence>> listener) {
        this.listener = listener;
    }

    /// @param renamed whether the name is another one than everybody knows
    void came(Presence presence, boolean first, boolean renamed, Instant now) {
        add(presence, !first, renamed, now);
    }

    void went(Presence presence, Instant now) {
        add(presence, true, false, now);
    }

    /// What a command made different is told at once, after the entry that says so.
    void changed(List<Presence> presences) {
        if (!presences.isEmpty()) {
            presences.forEach(each -> waiting.remove(each.person().id()));
            listener.accept(presences);
        }
    }

    /// Somebody was given the list of people as it is at this moment.
    ///
    /// @param viewer needs no news of themselves
    void seen(PersonId viewer) {
        waiting.replaceAll(
                (id, each) -> id.equals(viewer) ? each : new Waiting(each.wasHere, true, each.now));
    }

    /// Tells what has waited long enough.
    ///
    /// @return when to look again; [Instant#MAX] while nothing waits
    Instant flush(Instant now) {
        // Also when the clock was set back: better told early than after days.
        if (!now.isBefore(due) || due.isAfter(now.plus(WAIT))) {
            due = Instant.MAX;
            List<Presence> news =
                    waiting.values().stream()
                            .filter(each -> each.certain || each.now.online() != each.wasHere)
                            .map(Waiting::now)
                            .toList();
            waiting.clear();
            if (!news.isEmpty()) {
                listener.accept(news);
            }
        }
        return due;
    }

    private void add(Presence presence, boolean wasHere, boolean certain, Instant now) {
        Waiting before = waiting.get(presence.person().id());
        waiting.put(
                presence.person().id(),
                before == null
                        ? new Waiting(wasHere, certain, presence)
                        : new Waiting(before.wasHere, before.certain || certain, presence));
        if (due.equals(Instant.MAX)) {
            due = now.plus(WAIT);
        }
    }
}
