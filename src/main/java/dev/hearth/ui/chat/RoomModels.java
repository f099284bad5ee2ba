package dev.hearth.ui.chat;

import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The models of the rooms that the person opened, and which of them a batch of events touched. A
/// room that nobody opened has no model. FX thread only.
final class RoomModels {
    private final Function<RoomId, RoomViewModel> factory;
    private final Map<RoomId, RoomViewModel> opened = new LinkedHashMap<>();
    private final Map<RoomId, UnopenedRoom> unopened = new HashMap<>();
    private final Set<RoomViewModel> touched = new LinkedHashSet<>();

    RoomModels(Function<RoomId, RoomViewModel> factory) {
        this.factory = factory;
    }

    /// The model of a room that the person opens, made at the first time.
    RoomViewModel open(RoomId id) {
        RoomViewModel model = opened.computeIfAbsent(id, factory);
        UnopenedRoom before = unopened.remove(id);
        if (before != null) {
            before.handOver(model);
        }
        touched.add(model);
        return model;
    }

    Collection<RoomViewModel> opened() {
        return Collections.unmodifiableCollection(opened.values());
    }

    boolean isOpened(RoomId id) {
        return opened.containsKey(id);
    }

    /// The model of the room, if it was opened. Something about the room changes.
    Optional<RoomViewModel> touch(RoomId id) {
        Optional<RoomViewModel> model = Optional.ofNullable(opened.get(id));
        model.ifPresent(touched::add);
        return model;
    }

    /// All models: something changes that each room shows.
    Collection<RoomViewModel> touchAll() {
        touched.addAll(opened.values());
        return opened();
    }

    /// The models that were touched since the last call.
    List<RoomViewModel> takeTouched() {
        List<RoomViewModel> all = List.copyOf(touched);
        touched.clear();
        return all;
    }

    private UnopenedRoom unopened(RoomId id) {
        return unopened.computeIfAbsent(id, absent -> new UnopenedRoom());
    }

    /// @return whether it is new here
    boolean added(Message message) {
        return touch(message.room())
                .map(model -> model.added(message))
                .orElseGet(() -> unopened(message.room()).added(message));
    }

    void changed(Message message) {
        touch(message.room())
                .ifPresentOrElse(
                        model -> model.changed(message),
                        () -> unopened(message.room()).changed(message));
    }

    /// The chat does not say from which room.
    void removed(EntryId id) {
        unopened.values().forEach(room -> room.removed(id));
        for (RoomViewModel model : opened.values()) {
            if (model.timeline().message(id).isPresent()) {
                model.removed(id);
                touched.add(model);
            }
        }
    }

    void readBy(RoomId room, PersonId person, long seq) {
        touch(room)
                .ifPresentOrElse(
                        model -> model.readBy(person, seq),
                        () -> unopened(room).readBy(person, seq));
    }

    void reset(RoomId room) {
        touch(room).ifPresentOrElse(RoomViewModel::reset, () -> unopened(room).reset());
    }

    void gone(RoomId room) {
        touch(room).ifPresent(RoomViewModel::close);
        touched.remove(opened.remove(room));
        unopened.remove(room);
    }

    void close() {
        opened.values().forEach(RoomViewModel::close);
    }
}
