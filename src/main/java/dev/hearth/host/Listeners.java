package dev.hearth.host;

import dev.hearth.model.Entry;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.Presence;
import dev.hearth.model.RoomId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everyone who listens; one that fails keeps nothing from the others. Added to by any thread.
final class Listeners implements HostListener {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<HostListener> all = new CopyOnWriteArrayList<>();

    void add(HostListener listener) {
        all.add(listener);
    }

    private void tell(Consumer<HostListener> news) {
        for (HostListener listener : all) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("a listener failed", e);
            }
        }
    }

    @Override
    public void committed(List<Entry> entries) {
        tell(listener -> listener.committed(entries));
    }

    @Override
    public void standing(PersonId person, RoomId room) {
        tell(listener -> listener.standing(person, room));
    }

    @Override
    public void closed(RoomId room) {
        tell(listener -> listener.closed(room));
    }

    @Override
    public void room(RoomId room) {
        tell(listener -> listener.room(room));
    }

    @Override
    public void present(List<Presence> news) {
        tell(listener -> listener.present(news));
    }

    @Override
    public void clockFell(Duration by) {
        tell(listener -> listener.clockFell(by));
    }

    @Override
    public void putOut(PersonId person, String reason) {
        tell(listener -> listener.putOut(person, reason));
    }

    @Override
    public void read(PersonId person, RoomId room, long seq) {
        tell(listener -> listener.read(person, room, seq));
    }

    @Override
    public void typing(Person person, RoomId room) {
        tell(listener -> listener.typing(person, room));
    }
}
