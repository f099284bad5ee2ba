package dev.hearth.ui.timeline;

import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The messages of a timeline that are selected, to do something with all of them. What is deleted
/// or gone is selected no more. FX thread only.
public final class SelectedMessages {
    private final TimelineItems timeline;
    private final RedrawRequests redraws;
    private final Set<EntryId> ids = new HashSet<>();
    private final ReadOnlyObjectWrapper<Set<EntryId>> shown = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

    /// Where the latest stretch begins and ends.
    private Optional<EntryId> anchor = Optional.empty();

    private Optional<EntryId> end = Optional.empty();

    SelectedMessages(TimelineItems timeline, RedrawRequests redraws) {
        this.timeline = timeline;
        this.redraws = redraws;
    }

    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// Which they are, also when they are as many as before.
    ReadOnlyObjectProperty<Set<EntryId>> idsProperty() {
        return shown.getReadOnlyProperty();
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    boolean contains(EntryId id) {
        return ids.contains(id);
    }

    /// In the order of the timeline, as they are now.
    List<Message> messages() {
        return timeline.items().stream()
                .map(Item::id)
                .filter(ids::contains)
                .flatMap(id -> timeline.message(id).stream())
                .toList();
    }

    /// Selects a message, or selects it no more. The next stretch begins here.
    void toggle(EntryId id) {
        if (canSelect(id)) {
            Set<EntryId> before = Set.copyOf(ids);
            if (!ids.remove(id)) {
                ids.add(id);
            }
            anchor = Optional.of(id);
            end = anchor;
            changedFrom(before);
        }
    }

    /// Selects from where the latest stretch begins to `id`, in place of that stretch.
    ///
    /// @param from where it begins if there is none
    void extend(EntryId from, EntryId id) {
        Set<EntryId> before = Set.copyOf(ids);
        EntryId start = anchor.filter(it -> timeline.indexOf(it) >= 0).orElse(from);
        end.ifPresent(old -> ids.removeAll(between(start, old)));
        ids.addAll(between(start, id));
        anchor = Optional.of(start);
        end = Optional.of(id);
        changedFrom(before);
    }

    private Set<EntryId> between(EntryId one, EntryId other) {
        int a = timeline.indexOf(one);
        int b = timeline.indexOf(other);
        Set<EntryId> all = new HashSet<>();
        if (a >= 0 && b >= 0) {
            timeline.items().subList(Math.min(a, b), Math.max(a, b) + 1).stream()
                    .map(Item::id)
                    .filter(this::canSelect)
                    .forEach(all::add);
        }
        return all;
    }

    boolean canSelect(EntryId id) {
        return timeline.message(id).filter(message -> !message.details().deleted()).isPresent();
    }

    public void clear() {
        Set<EntryId> before = Set.copyOf(ids);
        ids.clear();
        anchor = Optional.empty();
        end = Optional.empty();
        changedFrom(before);
    }

    /// The timeline has changed.
    void follow() {
        Set<EntryId> before = Set.copyOf(ids);
        if (ids.removeIf(id -> !canSelect(id))) {
            changedFrom(before);
        }
    }

    /// With the first and without the last one every row looks different.
    private void changedFrom(Set<EntryId> before) {
        Set<EntryId> now = Set.copyOf(ids);
        if (ids.isEmpty()) {
            anchor = Optional.empty();
            end = Optional.empty();
        }
        boolean all = before.isEmpty() != now.isEmpty();
        count.set(now.size());
        shown.set(now);
        redraws.changed(item -> all || before.contains(item.id()) != now.contains(item.id()));
        redraws.flush();
    }
}
