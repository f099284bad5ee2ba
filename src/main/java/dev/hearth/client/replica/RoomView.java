package dev.hearth.client.replica;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Membership;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A room of a joined chat: where it stands, and what is under way for it. Confined to the chat's
/// loop.
final class RoomView {
    private final RoomId room;

    /// Entries about messages that are being looked up where they are kept.
    final Map<EntryId, List<Entry>> lookups = new HashMap<>();

    private final EntryBudget budget;
    private final Consumer<RoomView> behind;
    private RoomFeed feed;
    private CountedRoom counted;
    private ShownMessages shown;
    Optional<RoomHead> head = Optional.empty();

    /// Somebody looks at it, or did: what comes is told, and remembered for what happens to it.
    boolean open;

    /// A page of history that fills a hole is on its way.
    private boolean asking;

    /// Older messages are being fetched.
    boolean fetchingOlder;

    /// The host was asked for them.
    boolean askingForOlder;

    /// What there is to be seen at first was looked at.
    boolean begun;

    /// Somebody looks whether what was promised comes.
    boolean watched;

    /// Counts how often what was shown became void.
    private int era;

    /// @param behind told when something of what the host has may be missing
    RoomView(RoomId room, EntryBudget budget, Consumer<RoomView> behind) {
        this.room = room;
        this.budget = budget;
        this.behind = behind;
        counted = new CountedRoom(room);
        feed = new RoomFeed(budget);
        shown = new ShownMessages(room);
    }

    RoomId room() {
        return room;
    }

    RoomFeed feed() {
        return feed;
    }

    /// What is unread in it.
    CountedRoom counted() {
        return counted;
    }

    /// Counts by `anew` from now on.
    void count(CountedRoom anew) {
        counted = anew;
    }

    /// The host said on entering that the log reaches to `seq`.
    void aim(long seq) {
        feed.aim(seq);
        behind.accept(this);
    }

    /// A page that fills a hole was asked for.
    void asks() {
        asking = true;
        behind.accept(this);
    }

    void answered() {
        asking = false;
    }

    boolean isAsking() {
        return asking;
    }

    /// Whether something of what the host had on entering is missing, or being asked for.
    boolean isBehind() {
        return asking || feed.isCatchingUp();
    }

    ShownMessages shown() {
        return shown;
    }

    int era() {
        return era;
    }

    /// Whether the host sends what happens in it.
    boolean isMember() {
        return room.equals(RoomId.LOBBY)
                || head.map(it -> it.membership() == Membership.MEMBER).orElse(false);
    }

    /// Begins anew: nothing that was under way counts any more.
    void reset() {
        feed.cut();
        feed = new RoomFeed(budget);
        shown = new ShownMessages(room);
        lookups.clear();
        asking = false;
        fetchingOlder = false;
        askingForOlder = false;
        begun = false;
        era++;
    }

    /// The connection is gone, and with it what was asked for.
    void cut() {
        feed.cut();
        asking = false;
    }
}
