package dev.hearth.client;

import dev.hearth.client.Replica.Contents;
import dev.hearth.client.outbox.Outbox;
import dev.hearth.model.Accepted;
import dev.hearth.model.Entry;
import dev.hearth.model.Event;
import dev.hearth.model.Limits;
import dev.hearth.model.Message;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomFacts;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Deltas.Rooms;
import dev.hearth.protocol.Deltas.Skipped;
import dev.hearth.protocol.Enter.Held;
import dev.hearth.protocol.RoomCodec;
import dev.hearth.protocol.Welcome;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rooms of a chat and what is shown of each: the fold of the log, restricted to what is held
/// (wire.md, rule 4). Confined to the chat's loop.
final class RoomReplicas implements GapFiller.Listener, Outbox.Listener {
    /// Messages that a room shows at least, where there are so many.
    private static final int FIRST_PAGE = 50;

    private final DialectContext context;
    private final ReplicaWriter writer;
    private final RoomProjection projection;
    private final GapFiller gaps;
    private final HistoryLoader older;
    private final JoinRequest.History history;
    private final Runnable progress;

    /// Nobody is in so many rooms; a host that names more is not remembered.
    private static final int ROOMS = 10_000;

    private final Map<RoomId, RoomView> rooms = new LinkedHashMap<>();
    private final RoomActivities activities;

    /// Also of rooms that are not known, or not any more: they may come.
    private final Set<RoomId> opened = new HashSet<>(Set.of(RoomId.LOBBY));

    private final EntryBudget budget = new EntryBudget();
    private Function<Entry, Optional<Message>> own = _ -> Optional.empty();

    /// @param progress is run when a room may have caught up, or fallen behind
    RoomReplicas(
            DialectContext context,
            ReplicaWriter writer,
            RoomProjection projection,
            JoinRequest.History history,
            Runnable progress) {
        this.context = context;
        this.writer = writer;
        this.projection = projection;
        this.history = history;
        this.progress = progress;
        gaps = new GapFiller(context, this);
        older = new HistoryLoader(context, writer, projection, gaps);
        activities = new RoomActivities(context, writer, projection);
    }

    /// Shows what is kept: of the lobby its newest part, of other rooms when they are opened.
    void restore(Contents contents) {
        heads(contents.rooms());
        contents.held().forEach((room, held) -> view(room).feed().restore(held, held.after() + 1));
        contents.lobby().ifPresent(tail -> projection.restore(view(tail.room()), tail));
        activities.restore(contents.held(), contents.marks());
        List.copyOf(opened).stream()
                .filter(room -> !room.equals(RoomId.LOBBY) && rooms.containsKey(room))
                .forEach(room -> showTail(view(room)));
    }

    /// Shows a room from now on.
    void open(RoomId room) {
        if (opened.add(room)) {
            RoomView view = view(room);
            view.open = true;
            showTail(view);
        }
    }

    /// Tells the newest messages of a room of which none was told: at once as far as they are kept
    /// here or there is a host to ask, otherwise once the room has caught up.
    private void showTail(RoomView view) {
        RoomFeed feed = view.feed();
        boolean foreign = !view.isMember() && view.head.isPresent() && gaps.isEntered();
        if (feed.isStarted()) {
            feed.setOldest(feed.cursor() + 1);
            older.show(view);
        } else if (foreign) {
            older.show(view);
        }
    }

    private RoomView view(RoomId room) {
        RoomView known = rooms.get(room);
        if (known != null) {
            return known;
        }
        RoomView fresh = new RoomView(room, budget);
        fresh.open = opened.contains(room);
        if (rooms.size() < ROOMS) {
            rooms.put(room, fresh);
        }
        return fresh;
    }

    /// @param finder settles what was asked for here, and gives the message as it is shown
    void settleWith(Function<Entry, Optional<Message>> finder) {
        own = finder;
    }

    private void heads(List<RoomHead> heads) {
        for (RoomHead head : heads) {
            view(head.id()).head = Optional.of(head);
            activities.head(head);
        }
        if (!heads.isEmpty()) {
            context.tell(new Event.RoomsChanged(heads));
        }
    }

    /// Keeps the list for the next start: the rooms that one is in, and a page of the others.
    private void noteRooms() {
        List<RoomHead> others =
                rooms.values().stream()
                        .filter(view -> !view.isMember())
                        .flatMap(view -> view.head.stream())
                        .limit(Limits.PAGE_ITEMS.value())
                        .toList();
        writer.note(
                Replica.ROOMS,
                Stream.concat(
                                rooms.values().stream()
                                        .filter(RoomView::isMember)
                                        .flatMap(view -> view.head.stream()),
                                others.stream())
                        .map(RoomCodec::map)
                        .toList());
    }

    /// What to tell a host that one has.
    Map<RoomId, Held> have() {
        Map<RoomId, Held> have = new LinkedHashMap<>();
        rooms.forEach((id, view) -> view.feed().last().ifPresent(held -> have.put(id, held)));
        return have;
    }

    void entered(Welcome welcome) {
        welcome.diverged().forEach(room -> setAside(view(room)));
        if (!welcome.more().rooms()) {
            keepOnly(welcome.rooms().stream().map(RoomHead::id).collect(Collectors.toSet()));
        }
        gaps.entered(true);
        listed(welcome.rooms());
        noteRooms();
    }

    /// These rooms are there as well; of others nothing is said.
    void listed(List<RoomHead> heads) {
        heads(heads);
        for (RoomHead head : heads) {
            aim(view(head.id()), head.lastSeq());
        }
    }

    /// All rooms have been listed: the others are gone.
    void allListed(Set<RoomId> there) {
        keepOnly(there);
        noteRooms();
    }

    private void keepOnly(Set<RoomId> there) {
        List.copyOf(rooms.keySet()).stream()
                .filter(room -> !there.contains(room) && !room.equals(RoomId.LOBBY))
                .forEach(this::gone);
    }

    private void aim(RoomView view, long lastSeq) {
        if (view.feed().cursor() > lastSeq) {
            // Not possible within one log.
            setAside(view);
        }
        if (view.isMember()) {
            begin(view, lastSeq);
            view.feed().aim(lastSeq);
            gaps.watch(view);
            showFirstPage(view);
        } else if (view.open && !view.feed().isStarted()) {
            showTail(view);
        }
    }

    /// What a host sends by itself are entries, and a thousand of them may be reactions to messages
    /// before them: then the messages are asked for as they stand. Once, when a room has caught up.
    private void showFirstPage(RoomView view) {
        RoomFeed feed = view.feed();
        boolean ready = gaps.isEntered() && feed.isStarted() && !feed.isBehind();
        if (ready && view.open && !view.begun && history instanceof JoinRequest.History.FromStart) {
            view.begun = true;
            if (view.shown().count() < FIRST_PAGE && feed.oldest() > 1) {
                older.show(view);
            }
        }
    }

    /// Where a room begins for somebody who does not want all that the host gives by itself.
    private void begin(RoomView view, long lastSeq) {
        if (view.feed().isStarted()) {
            return;
        }
        switch (history) {
            case JoinRequest.History.FromStart _ -> {
                if (lastSeq == 0) {
                    view.feed().start(0);
                }
            }
            case JoinRequest.History.After(long seq) ->
                    view.feed()
                            .start(
                                    view.room().equals(RoomId.LOBBY)
                                            ? Math.min(seq, lastSeq)
                                            : lastSeq);
            case JoinRequest.History.Nothing _ -> view.feed().start(lastSeq);
        }
    }

    void cut() {
        gaps.entered(false);
        rooms.values().forEach(older::cut);
        rooms.values().forEach(RoomView::cut);
    }

    /// Whether something is missing of what the host has.
    boolean isBehind() {
        return rooms.values().stream().anyMatch(view -> view.asking || view.feed().isCatchingUp());
    }

    void heard(Entry entry, Optional<Message> own) {
        RoomView view = view(entry.room());
        own.ifPresent(
                it -> {
                    if (view.feed().isNext(entry.seq())) {
                        projection.isEarly(it);
                    } else {
                        projection.confirm(it, entry.seq());
                    }
                });
        take(view, entry.seq(), Optional.of(entry));
    }

    /// Something came that this program does not know.
    void heardUnknown(RoomId room, long seq) {
        take(view(room), seq, Optional.empty());
    }

    private void take(RoomView view, long seq, Optional<Entry> entry) {
        line(view, seq, entry);
        page(view);
        if (view.feed().hasHole()) {
            gaps.fill(view);
            progress.run();
        }
    }

    @Override
    public void line(RoomView view, long seq, Optional<Entry> entry) {
        view.feed().take(seq, entry);
        for (Entry each : view.feed().ready()) {
            own.apply(each).ifPresent(projection::isEarly);
            activities.take(each);
            projection.show(view, each);
        }
    }

    @Override
    public void page(RoomView view) {
        showFirstPage(view);
        progress.run();
    }

    @Override
    public void tooFarBehind(RoomView view) {
        long newest = view.feed().newest();
        drop(view);
        view.feed().start(newest - Limits.REPLAYED_ENTRIES.value());
        view.feed().aim(newest);
    }

    void skipped(Skipped skipped) {
        RoomView view = view(skipped.room());
        if (!view.feed().isStarted()) {
            view.feed().start(skipped.to());
        } else if (skipped.to() > view.feed().cursor()) {
            view.feed().expect(skipped.to());
            gaps.fill(view);
        }
        progress.run();
    }

    @Override
    public void done(Optional<Message> shown, Accepted accepted) {
        shown.ifPresent(message -> projection.confirm(message, accepted.seq()));
        RoomView view = view(accepted.room());
        if (view.isMember()) {
            view.feed().expect(accepted.seq());
            gaps.watch(view);
        }
    }

    void changed(Rooms delta) {
        delta.gone().forEach(this::gone);
        heads(delta.rooms());
        heads(delta.changed().stream().map(this::head).toList());
        noteRooms();
        for (RoomHead head : delta.rooms()) {
            RoomView view = view(head.id());
            if (view.isMember() && !view.feed().isStarted()) {
                aim(view, head.lastSeq());
            }
        }
    }

    private RoomHead head(RoomFacts facts) {
        return view(facts.id())
                .head
                .map(known -> known.with(facts))
                .orElseGet(facts::unknownBefore);
    }

    private void gone(RoomId room) {
        RoomView view = rooms.remove(room);
        if (view != null) {
            activities.forget(room);
            writer.forget(room);
            projection.gone(view);
        }
    }

    private void drop(RoomView view) {
        projection.reset(view);
        activities.reset(view.room());
        writer.forget(view.room());
    }

    /// What is kept is of another log than the host's: nobody but this person may have it now.
    private void setAside(RoomView view) {
        projection.reset(view);
        activities.forget(view.room());
        writer.setLogAside();
    }

    /// The host has another log than the one of which something is shown.
    void dropAll() {
        reset();
        writer.setLogAside();
    }

    /// Nothing that is shown counts any more; what is kept stays.
    void reset() {
        activities.clear();
        rooms.values().forEach(projection::reset);
    }

    /// The same, and the rooms are gone too.
    void leave() {
        reset();
        for (RoomId room : List.copyOf(rooms.keySet())) {
            if (!room.equals(RoomId.LOBBY)) {
                context.tell(new Event.RoomGone(room));
            }
        }
        rooms.clear();
    }

    void showOlder(RoomId room) {
        older.show(view(room));
    }

    /// This person has read up to `seq`.
    void read(RoomId room, long seq) {
        activities.read(room, seq);
    }

    void readBy(PersonId person, RoomId room, long seq) {
        activities.readBy(person, room, seq);
    }
}
