package dev.hearth.ui.people;

import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.ui.kit.Timers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Who is writing at this moment. That somebody writes holds for six seconds, or until what they
/// wrote is there. FX thread only.
public final class Writers {
    private static final Duration HOLDS = Duration.ofSeconds(6);

    private final Timers timers;
    private final ObservableList<Person> writing = FXCollections.observableArrayList();
    private final Map<PersonId, Subscription> ends = new HashMap<>();

    public Writers(Timers timers) {
        this.timers = timers;
    }

    /// In the order in which they began.
    public ObservableList<Person> writing() {
        return writing;
    }

    public void writes(Person person) {
        @Nullable Subscription before =
                ends.put(person.id(), timers.once(HOLDS, () -> stopped(person.id())));
        if (before == null) {
            writing.add(person);
        } else {
            before.unsubscribe();
        }
    }

    public void stopped(PersonId id) {
        @Nullable Subscription end = ends.remove(id);
        if (end != null) {
            end.unsubscribe();
            writing.removeIf(person -> person.id().equals(id));
        }
    }

    public void clear() {
        ends.values().forEach(Subscription::unsubscribe);
        ends.clear();
        writing.clear();
    }
}
