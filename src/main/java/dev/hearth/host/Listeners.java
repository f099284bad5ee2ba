package dev.hearth.host;

import static java.util.Objects.requireNonNull;

import dev.hearth.model.ByeReason;
import dev.hearth.model.Entry;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everyone who listens; one that fails keeps nothing from the others. Added to by any thread.
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<HostListener> all = new CopyOnWriteArrayList<>();

    private @Nullable HostState inside;

    void add(HostListener listener) {
        all.add(listener);
    }

    /// A turn of the loop begins: what listeners are told until its end is told with this state.
    HostState begin(People people, Rooms rooms) {
        inside = new HostState(people, rooms);
        return inside;
    }

    /// The state of the turn that runs.
    HostState inside() {
        return requireNonNull(inside, "the loop has not begun");
    }

    private void tell(BiConsumer<HostListener, HostState> news) {
        HostState now = inside();
        for (HostListener listener : all) {
            try {
                news.accept(listener, now);
            } catch (RuntimeException e) {
                LOG.error("a listener failed", e);
            }
        }
    }

    void committed(List<Entry> entries) {
        tell((listener, state) -> listener.committed(state, entries));
    }

    void standing(PersonId person, RoomId room) {
        tell((listener, state) -> listener.standing(state, person, room));
    }

    void closed(RoomId room) {
        tell((listener, state) -> listener.closed(state, room));
    }

    void room(RoomId room) {
        tell((listener, state) -> listener.room(state, room));
    }

    void present(List<Presence> news) {
        tell((listener, state) -> listener.present(state, news));
    }

    void named(String name) {
        tell((listener, state) -> listener.named(state, name));
    }

    void clockFell(Duration by) {
        tell((listener, state) -> listener.clockFell(state, by));
    }

    void putOut(PersonId person, ByeReason reason) {
        tell((listener, state) -> listener.putOut(state, person, reason));
    }

    void read(PersonId person, RoomId room, long seq) {
        tell((listener, state) -> listener.read(state, person, room, seq));
    }

    void typing(Person person, RoomId room) {
        tell((listener, state) -> listener.typing(state, person, room));
    }
}
