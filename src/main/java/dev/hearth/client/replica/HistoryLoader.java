package dev.hearth.client.replica;

import dev.hearth.client.outbox.ChatContext;
import dev.hearth.model.Entry;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.HistoryRequest.Where;
import dev.hearth.model.Limits;
import dev.hearth.protocol.Answers;
import dev.hearth.protocol.Events;
import dev.hearth.protocol.Queries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Brings what is older than what is shown: from the disk, else from the host, whose entries are
/// kept on the way. Confined to the chat's loop.
final class HistoryLoader {
    private static final int PAGE = Limits.PAGE_ENTRIES.value();

    private final ChatContext context;
    private final ReplicaWriter writer;
    private final RoomProjection showing;
    private final GapFiller gaps;

    HistoryLoader(
            ChatContext context, ReplicaWriter writer, RoomProjection showing, GapFiller gaps) {
        this.context = context;
        this.writer = writer;
        this.showing = showing;
        this.gaps = gaps;
    }

    void show(RoomView view) {
        if (view.fetchingOlder) {
            return;
        }
        RoomFeed feed = view.feed();
        if (!feed.isStarted()) {
            // The host does not send this room: its person only looks into it.
            feed.start(Math.max(feed.newest(), view.head.map(it -> it.lastSeq()).orElse(0L)));
        }
        view.fetchingOlder = true;
        fromDisk(view, true);
    }

    private boolean isOver(RoomView view, int era) {
        return view.era() != era || !view.fetchingOlder;
    }

    /// @param ask whether the host may be asked for what is not there
    private void fromDisk(RoomView view, boolean ask) {
        long before = view.feed().oldest();
        int era = view.era();
        if (before <= 1) {
            end(view, List.of(), view.feed().cursor(), 1);
            return;
        }
        writer.read(
                kept -> kept.older(view.room(), before, PAGE),
                older -> {
                    if (isOver(view, era)) {
                        return;
                    }
                    long oldest = older.map(Replica.Older::oldest).orElse(before);
                    List<FoldedMessage> messages =
                            older.map(Replica.Older::messages).orElse(List.of());
                    if (!messages.isEmpty() || oldest == 1) {
                        long asOf = older.map(Replica.Older::asOf).orElse(0L);
                        end(view, messages, asOf, oldest);
                    } else if (oldest < before) {
                        view.feed().setOldest(oldest);
                        fromDisk(view, ask);
                    } else if (ask && writer.isOpen()) {
                        fetch(view, Math.max(0, before - 1 - PAGE), before - 1, new ArrayList<>());
                    } else {
                        folded(view);
                    }
                });
    }

    /// Fetches the entries after `after` up to `last`, over as many pages as that takes.
    private void fetch(RoomView view, long after, long last, List<Entry> fetched) {
        if (!gaps.isEntered()) {
            nothing(view);
            return;
        }
        int era = view.era();
        view.askingForOlder = true;
        gaps.page(
                view.room(),
                after,
                (int) Math.min(PAGE, last - after),
                page -> {
                    if (isOver(view, era)) {
                        return;
                    }
                    view.askingForOlder = false;
                    long[] to = {after};
                    page.ifPresent(
                            map ->
                                    GapFiller.lines(
                                            map,
                                            view.room(),
                                            (seq, entry) -> {
                                                if (seq > to[0] && seq <= last) {
                                                    to[0] = seq;
                                                    entry.ifPresent(fetched::add);
                                                }
                                            }));
                    if (to[0] == after) {
                        nothing(view);
                    } else if (to[0] < last) {
                        fetch(view, to[0], last, fetched);
                    } else {
                        fetched.forEach(writer::keep);
                        fromDisk(view, false);
                    }
                });
    }

    /// Where nothing is kept the host says how the messages stand.
    private void folded(RoomView view) {
        if (!gaps.isEntered()) {
            nothing(view);
            return;
        }
        int era = view.era();
        view.askingForOlder = true;
        Where before = new Where.Before(view.feed().oldest());
        HistoryRequest request = new HistoryRequest(view.room(), before, PAGE);
        context.emit(
                Events.HISTORY,
                new Object[] {new Queries.History.Folded(request).toMap()},
                answer -> {
                    if (!isOver(view, era)) {
                        Answers.ok(answer)
                                .ifPresentOrElse(map -> folded(view, map), () -> nothing(view));
                    }
                });
    }

    private void folded(RoomView view, Map<?, ?> map) {
        HistoryPage page = Queries.readPage(map);
        List<FoldedMessage> messages =
                page.messages().stream().filter(it -> it.seq() < view.feed().oldest()).toList();
        boolean more = page.more() && !messages.isEmpty();
        end(view, messages, page.asOf(), more ? messages.getFirst().seq() : 1);
    }

    private void nothing(RoomView view) {
        end(view, List.of(), view.feed().cursor(), view.feed().oldest());
    }

    private void end(RoomView view, List<FoldedMessage> messages, long asOf, long oldest) {
        view.fetchingOlder = false;
        view.askingForOlder = false;
        showing.showOlder(view, messages, asOf, oldest);
    }

    /// The connection is gone: where the host was asked, nothing comes. What the disk was asked for
    /// does.
    void cut(RoomView view) {
        if (view.askingForOlder) {
            nothing(view);
        }
    }
}
