package dev.hearth.client.replica;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.outbox.ChatContext;
import dev.hearth.client.outbox.Outbox;
import dev.hearth.client.replica.Replica.Contents;
import dev.hearth.model.Accepted;
import dev.hearth.model.Entry;
import dev.hearth.model.Event;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.Limits;
import dev.hearth.model.Message;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomFacts;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Deltas.Rooms;
import dev.hearth.protocol.Deltas.Skipped;
import dev.hearth.protocol.Enter.Held;
import dev.hearth.protocol.RoomCodec;
import dev.hearth.protocol.Welcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The rooms of a chat and what is shown of each: the fold of the log, restricted to what is held
/// (wire.md, rule 4). Confined to the chat's loop.
public final class RoomReplicas implements GapFiller.Listener, Outbox.Listener {
    /// An open room shows so many messages at least, where there are so many.
    private static final int FIRST_PAGE = 50;

    private final ChatContext context;
    private final ReplicaWriter writer;
    private final RoomProjection projection;
    private final GapFiller gaps;
    private final HistoryLoader older;
    private final JoinRequest.History history;
    private final Runnable progress;

    private final KnownRooms rooms = new KnownRooms();
    private final RoomActivities activities;
    private Function<Entry, Optional<Message>> own = _ -> Optional.empty();

    /// @param progress is run when a room may have caught up, or fallen behind
    public RoomReplicas(
            ChatContext context,
            ReplicaWriter writer,
            JoinRequest.History history,
            Runnable progress) {
        this.context = context;
        this.writer = writer;
        projection = new RoomProjection(context, writer);
        this.history = history;
        this.progress = progress;
        gaps = new GapFiller(context, this);
        older = new HistoryLoader(context, writer, projection, gaps);
        activities = new RoomActivities(context, writer, projection, rooms);
    }

    /// Shows what is kept: of the lobby its newest part, of other rooms when they are opened.
    public void restore(Contents contents) {
        contents.rooms().forEach(head -> rooms.of(head.id()));
        Map<RoomId, Long> newest = new LinkedHashMap<>();
        contents.held()
                .forEach(
                        (room, held) -> {
                            newest.put(room, held.after());
                            rooms.of(room).feed().restore(held, held.after() + 1);
                        });
        contents.lobby().ifPresent(tail -> projection.restore(rooms.of(tail.room()), tail));
        activities.restore(newest, contents.marks());
        heads(contents.rooms());
        rooms.openBesidesLobby().forEach(this::showTail);
    }

    /// Shows a room from now on.
    public void open(RoomId room) {
        if (rooms.open(room)) {
            showTail(rooms.of(room));
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

    /// @param entries settles what was asked for here, and gives the message as it is shown
    /// @param messages the same of a message as it stands now
    public void settleWith(
            Function<Entry, Optional<Message>> entries,
            Function<FoldedMessage, Optional<Message>> messages) {
        own = entries;
        projection.settleWith(messages);
    }

    /// Who this person is; empty until the host has said so.
    public Optional<Person> you() {
        return projection.you();
    }

    public void setYou(Person you) {
        projection.setYou(you);
    }

    private void heads(List<RoomHead> heads) {
        for (RoomHead head : heads) {
            RoomView view = rooms.of(head.id());
            view.head = Optional.of(head);
            activities.head(view, head);
        }
        if (!heads.isEmpty()) {
            context.tell(new Event.RoomsChanged(heads));
        }
    }

    /// Keeps the list for the next start.
    private void noteRooms() {
        writer.note(Replica.ROOMS, rooms.toKeep().stream().map(RoomCodec::map).toList());
    }

    /// The newest entry that this chat holds of each room, for the host to begin after.
    public Map<RoomId, Held> have() {
        Map<RoomId, Held> have = new LinkedHashMap<>();
        for (RoomView view : rooms.all()) {
            view.feed().last().ifPresent(held -> have.put(view.room(), held));
        }
        return have;
    }

    public void entered(Welcome welcome) {
        welcome.diverged().forEach(room -> setAside(rooms.of(room)));
        if (!welcome.more().rooms()) {
            keepOnly(welcome.rooms().stream().map(RoomHead::id).collect(Collectors.toSet()));
        }
        gaps.entered(true);
        activities.entered();
        listed(welcome.rooms());
        noteRooms();
    }

    /// The host lists these rooms, and says nothing of others.
    public void listed(List<RoomHead> heads) {
        heads.forEach(this::setAsideWhatIsBeyond);
        heads(heads);
        for (RoomHead head : heads) {
            RoomView view = rooms.of(head.id());
            activities.hostHas(view, head.readSeq());
            aim(view, head.lastSeq());
        }
    }

    /// Within one log, a chat cannot hold more than the host has.
    private void setAsideWhatIsBeyond(RoomHead head) {
        RoomView view = rooms.of(head.id());
        if (view.feed().cursor() > head.lastSeq()) {
            setAside(view);
        }
    }

    /// The host has listed all rooms: the others are gone.
    public void allListed(Set<RoomId> there) {
        keepOnly(there);
        noteRooms();
    }

    private void keepOnly(Set<RoomId> there) {
        rooms.all().stream()
                .map(RoomView::room)
                .filter(room -> !there.contains(room) && !room.equals(RoomId.LOBBY))
                .forEach(this::gone);
    }

    private void aim(RoomView view, long lastSeq) {
        if (view.isMember()) {
            begin(view, lastSeq);
            view.aim(lastSeq);
            gaps.watch(view);
            showFirstPage(view);
        } else if (view.open && !view.feed().isStarted()) {
            showTail(view);
        }
    }

    /// A host by itself sends entries, and a thousand of them may be reactions to messages before
    /// them: then this asks for the messages as they stand, once, when the room has caught up.
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

    /// Decides where a room begins for a person who does not want all that the host sends by
    /// itself.
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

    public void cut() {
        gaps.entered(false);
        activities.cut();
        rooms.all().forEach(older::cut);
        rooms.all().forEach(RoomView::cut);
    }

    /// Whether this chat misses something of what the host had when it entered.
    public boolean isBehind() {
        return rooms.isBehind();
    }

    public void heard(Entry entry, Optional<Message> own) {
        RoomView view = rooms.of(entry.room());
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

    /// An entry came of a kind that this program does not know.
    public void heardUnknown(RoomId room, long seq) {
        take(rooms.of(room), seq, Optional.empty());
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
            activities.take(view, each);
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
        view.aim(newest);
    }

    public void skipped(Skipped skipped) {
        RoomView view = rooms.of(skipped.room());
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
        RoomView view = rooms.of(accepted.room());
        if (view.isMember()) {
            view.feed().expect(accepted.seq());
            gaps.watch(view);
        }
    }

    public void changed(Rooms delta) {
        delta.gone().forEach(this::gone);
        heads(delta.rooms());
        heads(delta.changed().stream().map(this::head).toList());
        noteRooms();
        for (RoomHead head : delta.rooms()) {
            RoomView view = rooms.of(head.id());
            activities.hostHas(view, head.readSeq());
            if (view.isMember() && !view.feed().isStarted()) {
                aim(view, head.lastSeq());
            }
        }
        // Perhaps only a room that is gone missed something.
        progress.run();
    }

    private RoomHead head(RoomFacts facts) {
        return rooms.of(facts.id())
                .head
                .map(known -> known.with(facts))
                .orElseGet(facts::unknownBefore);
    }

    private void gone(RoomId room) {
        rooms.remove(room)
                .ifPresent(
                        view -> {
                            activities.forget(view);
                            writer.forget(room);
                            projection.gone(view);
                        });
    }

    private void drop(RoomView view) {
        projection.reset(view);
        activities.reset(view);
        writer.forget(view.room());
    }

    /// The copy is of another log than the host's: nobody but this person may have it now.
    private void setAside(RoomView view) {
        projection.reset(view);
        activities.forget(view);
        writer.setLogAside();
    }

    /// The host has another log than the one of which something is shown.
    public void dropAll() {
        reset();
        writer.setLogAside();
    }

    /// Nothing that is shown counts any more; what is kept stays.
    private void reset() {
        rooms.all().forEach(activities::forget);
        rooms.all().forEach(projection::reset);
    }

    /// Another host answers: nothing that is shown counts any more, and the rooms are gone too.
    public void leave() {
        reset();
        for (RoomView view : rooms.all()) {
            if (!view.room().equals(RoomId.LOBBY)) {
                context.tell(new Event.RoomGone(view.room()));
            }
        }
        rooms.clear();
    }

    public void showOlder(RoomId room) {
        older.show(rooms.of(room));
    }

    /// This person has read up to `seq`.
    public void read(RoomId room, long seq) {
        rooms.find(room).ifPresent(view -> activities.read(view, seq));
    }

    /// A person has read up to `seq`; of rooms that are not known nothing is remembered.
    public void readBy(PersonId person, RoomId room, long seq) {
        rooms.find(room).ifPresent(view -> activities.readBy(person, view, seq));
    }
}
