package dev.hearth.client;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.Membership;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A room of a joined chat: where it stands, and what is under way for it. Confined to the chat's
/// loop.
final class RoomView {
    private final RoomId room;

    /// Entries about messages that are being looked up where they are kept.
    final Map<EntryId, List<Entry>> lookups = new HashMap<>();

    private final EntryBudget budget;
    private RoomFeed feed;
    private ShownMessages shown;
    Optional<RoomHead> head = Optional.empty();

    /// Somebody looks at it, or did: what comes is told, and remembered for what happens to it.
    boolean open;

    /// A page of history that fills a hole is on its way.
    boolean asking;

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

    RoomView(RoomId room, EntryBudget budget) {
        this.room = room;
        this.budget = budget;
        feed = new RoomFeed(budget);
        shown = new ShownMessages(room);
    }

    RoomId room() {
        return room;
    }

    RoomFeed feed() {
        return feed;
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
