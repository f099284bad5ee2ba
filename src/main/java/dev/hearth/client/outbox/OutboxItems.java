package dev.hearth.client.outbox;

import dev.hearth.log.sqlite.OutboxStore.Failure;
import dev.hearth.log.sqlite.OutboxStore.Waiting;
import dev.hearth.model.EntryId;
import dev.hearth.model.Event;
import dev.hearth.model.HearthException;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The commands of an [Outbox] in the order in which they were wanted: what is in memory, on disk
/// and shown of each changes together here. Confined to the chat's loop.
final class OutboxItems {
    private final ChatContext context;
    private final OutboxDisk disk;
    private final Supplier<Person> you;
    private final Map<EntryId, OutboxItem> items = new LinkedHashMap<>();
    private final Lanes lanes = new Lanes();
    private final AwaitedEchoes echoes = new AwaitedEchoes();
    private long places;

    OutboxItems(ChatContext context, OutboxDisk disk, Supplier<Person> you) {
        this.context = context;
        this.disk = disk;
        this.you = you;
    }

    Optional<OutboxItem> find(EntryId id) {
        return Optional.ofNullable(items.get(id));
    }

    boolean isHere(OutboxItem item) {
        return items.get(item.id()) == item;
    }

    /// A copy, so that what is done with each may change the items.
    List<OutboxItem> all() {
        return List.copyOf(items.values());
    }

    Lanes lanes() {
        return lanes;
    }

    AwaitedEchoes echoes() {
        return echoes;
    }

    void clear() {
        items.clear();
        lanes.clear();
        echoes.clear();
    }

    /// Puts `item` last, where it waits for its turn unless its person has to decide.
    void add(OutboxItem item) {
        OutboxItem before = items.remove(item.id());
        if (before != null) {
            unlist(before);
        }
        item.setPlace(++places);
        items.put(item.id(), item);
        if (!item.state().isInPersonsHands()) {
            lanes.join(item);
        }
        echoes.note(item);
    }

    void remove(OutboxItem item) {
        item.state().cancelTimer();
        items.remove(item.id());
        unlist(item);
        if (item.isOnDisk()) {
            disk.remove(item.id());
        }
    }

    private void unlist(OutboxItem item) {
        lanes.leave(item);
        echoes.forget(item);
    }

    /// Forgets an item that stays on disk.
    void leaveOnDisk(OutboxItem item) {
        item.setOnDisk(false);
        remove(item);
    }

    /// What comes next in its lane need not wait for `item` any more.
    void letPass(OutboxItem item, SendState next) {
        lanes.leave(item);
        become(item, next);
    }

    void become(OutboxItem item, SendState next) {
        boolean differs = item.become(next);
        note(item);
        if (differs) {
            message(item).ifPresent(it -> context.tell(new Event.MessageChanged(it)));
        }
    }

    /// Puts `item` where its state belongs.
    void note(OutboxItem item) {
        if (isHere(item)) {
            lanes.note(item);
            echoes.note(item);
        }
    }

    /// @param stored told when `item` is on disk, or why it is not; not when it is gone by then
    void store(OutboxItem item, Consumer<Optional<HearthException>> stored) {
        item.become(new SendState.Storing());
        note(item);
        item.setOnDisk(disk.isOpen());
        disk.put(
                new Waiting(item.command(), item.at(), Optional.empty()),
                failure -> {
                    if (isHere(item) && item.state() instanceof SendState.Storing) {
                        item.become(new SendState.Queued());
                        note(item);
                        if (failure.isPresent()) {
                            item.setOnDisk(false);
                        }
                        stored.accept(failure);
                    }
                });
    }

    /// Keeps what its person has to decide about.
    void keepFailed(OutboxItem item, Failure why) {
        item.setOnDisk(disk.isOpen());
        disk.put(new Waiting(item.command(), item.at(), Optional.of(why)), _ -> {});
    }

    void noteFailure(OutboxItem item, Failure why) {
        if (item.isOnDisk()) {
            disk.fail(item.id(), why);
        }
    }

    void show(OutboxItem item) {
        message(item).ifPresent(it -> context.tell(new Event.MessageAdded(it)));
    }

    /// As it is shown; empty for what is no message.
    Optional<Message> message(OutboxItem item) {
        return item.message(you.get());
    }

    boolean isYou(Person person) {
        return person.id().equals(you.get().id());
    }
}
