package dev.hearth.client;

import dev.hearth.client.JoinedFolders.JoinedFolder;
import dev.hearth.model.Command;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.HistoryRequest.Where;
import dev.hearth.model.Limits;
import dev.hearth.model.Person;
import dev.hearth.model.RoomHead;
import dev.hearth.model.RoomId;
import dev.hearth.model.SearchAnswer;
import dev.hearth.model.SearchRequest;
import dev.hearth.protocol.Enter.Held;
import dev.hearth.protocol.PersonCodec;
import dev.hearth.protocol.RoomCodec;
import dev.hearth.store.ChatStore;
import dev.hearth.store.OutboxStore;
import dev.hearth.store.OutboxStore.Change;
import dev.hearth.store.OutboxStore.Waiting;
import dev.hearth.store.SearchQuery;
import dev.hearth.store.SeqRanges;
import dev.hearth.store.SeqRanges.Range;
import dev.hearth.store.StoreNotice;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The folder of one host: a copy of what one has seen of its log, and the outbox. Confined to the
/// chat's [DiskThread]; calls block on the disk and say [dev.hearth.store.StorageException].
final class KeptChat implements AutoCloseable {
    static final String TOKEN = "token";
    static final String YOU = "you";
    static final String EPOCH = "epoch";
    static final String HOST = "host";
    static final String ROOMS = "rooms";

    /// How many messages of a room are shown at the start.
    private static final int SHOWN = 1_000;

    /// A room is pruned when it is longer by this than what is kept of it.
    private static final int SLACK = 2_000;

    private static final int CHUNK = 1_000;
    private static final System.Logger LOG = System.getLogger(KeptChat.class.getName());

    /// Everything that is shown of what is kept, and what one enters with.
    record Contents(
            Optional<String> token,
            Optional<Person> you,
            Optional<String> epoch,
            List<RoomHead> rooms,
            List<Tail> tails,
            List<Waiting> outbox) {}

    /// The newest part of a room.
    ///
    /// @param newest the last entry, up to which nothing is missing since `oldest`
    record Tail(RoomId room, Held newest, long oldest, List<FoldedMessage> messages) {}

    /// Older messages, in order.
    ///
    /// @param oldest from where on nothing is missing now
    record Older(long oldest, List<FoldedMessage> messages, long asOf) {}

    private final JoinedFolder folder;
    private final OutboxStore outbox;
    private final InstantSource clock;
    private ChatStore replica;
    private final Map<RoomId, SeqRanges> held;

    private KeptChat(
            JoinedFolder folder, OutboxStore outbox, ChatStore replica, InstantSource clock) {
        this.clock = clock;
        this.folder = folder;
        this.outbox = outbox;
        this.replica = replica;
        held = new HashMap<>(replica.held());
    }

    static KeptChat open(JoinedFolder folder, InstantSource clock) {
        OutboxStore outbox = null;
        try {
            outbox = OutboxStore.open(folder.path(), clock, KeptChat::note);
            ChatStore replica = ChatStore.openCopy(folder.path(), clock, KeptChat::note);
            return new KeptChat(folder, outbox, replica, clock);
        } catch (RuntimeException e) {
            if (outbox != null) {
                outbox.close();
            }
            folder.close();
            throw e;
        }
    }

    private static void note(StoreNotice notice) {
        LOG.log(Level.WARNING, "What is kept of a joined chat: {0}", notice);
    }

    Contents contents() {
        List<Tail> tails = new ArrayList<>();
        held.forEach((room, ranges) -> ranges.newest().ifPresent(it -> tails.add(tail(room, it))));
        return new Contents(
                outbox.note(TOKEN).flatMap(KeptChat::text),
                outbox.note(YOU)
                        .filter(Map.class::isInstance)
                        .flatMap(map -> PersonCodec.read((Map<?, ?>) map)),
                outbox.note(EPOCH).flatMap(KeptChat::text),
                rooms(),
                tails,
                unanswered());
    }

    private static Optional<String> text(Object tree) {
        return tree instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private List<RoomHead> rooms() {
        return outbox.note(ROOMS).stream()
                .flatMap(tree -> tree instanceof List<?> list ? list.stream() : Stream.of())
                .flatMap(
                        each ->
                                each instanceof Map<?, ?> map
                                        ? RoomCodec.read(map).stream()
                                        : Stream.of())
                .toList();
    }

    /// What the log has is done, also when the program ended before the outbox knew.
    private List<Waiting> unanswered() {
        List<Waiting> waiting = outbox.waiting();
        Set<EntryId> done = new HashSet<>();
        for (Waiting each : waiting) {
            Command command = each.command();
            boolean there =
                    command.room().flatMap(room -> replica.find(room, command.id())).isPresent();
            if (there) {
                done.add(command.id());
            }
        }
        write(done.stream().<Change>map(Change.Remove::new).toList());
        return waiting.stream().filter(each -> !done.contains(each.command().id())).toList();
    }

    private Tail tail(RoomId room, Range range) {
        List<FoldedMessage> messages = new ArrayList<>();
        long oldest = range.to() + 1;
        while (oldest > range.from() && messages.size() < SHOWN) {
            Older more = read(room, range, oldest, SHOWN - messages.size());
            messages.addAll(0, more.messages());
            oldest = more.oldest();
        }
        EntryId last = replica.after(room, range.to() - 1, 1).getFirst().id();
        return new Tail(room, new Held(range.to(), last), oldest, List.copyOf(messages));
    }

    /// The messages before `seq` that are kept, as far as nothing is missing in between.
    Older older(RoomId room, long seq, int limit) {
        Optional<Range> range =
                Optional.ofNullable(held.get(room)).flatMap(ranges -> ranges.around(seq - 1));
        return range.map(it -> read(room, it, seq, limit))
                .orElseGet(() -> new Older(seq, List.of(), replica.lastSeq(room)));
    }

    private Older read(RoomId room, Range range, long before, int limit) {
        HistoryPage page = replica.before(room, before, limit);
        List<FoldedMessage> messages =
                page.messages().stream().filter(each -> each.seq() >= range.from()).toList();
        boolean cut = page.more() && messages.size() == page.messages().size();
        long oldest = cut ? messages.getFirst().seq() : range.from();
        return new Older(oldest, messages, page.asOf());
    }

    Optional<FoldedMessage> message(RoomId room, EntryId id) {
        return replica.message(room, id);
    }

    long lastSeq(RoomId room) {
        return replica.lastSeq(room);
    }

    HistoryPage history(HistoryRequest request) {
        int limit = Math.clamp(request.limit(), 1, Limits.PAGE_ENTRIES.value());
        return switch (request.where()) {
            case Where.Before(long seq) -> replica.before(request.room(), seq, limit);
            case Where.Around(long seq) -> replica.around(request.room(), seq, limit);
        };
    }

    SearchAnswer search(SearchRequest request) {
        Set<RoomId> rooms = request.room().map(Set::of).orElseGet(() -> Set.copyOf(held.keySet()));
        SearchQuery query =
                new SearchQuery(
                        request.text(),
                        rooms,
                        request.from(),
                        request.since(),
                        request.until(),
                        Math.clamp(request.limit(), 1, Limits.SEARCH_HITS.value()));
        return new SearchAnswer(replica.search(query), false, replica.oldest(rooms));
    }

    /// All of it or nothing.
    void write(List<Change> changes) {
        if (!changes.isEmpty()) {
            outbox.write(changes);
        }
    }

    void keep(List<Entry> entries) {
        for (int i = 0; i < entries.size(); i += CHUNK) {
            List<Entry> some = entries.subList(i, Math.min(entries.size(), i + CHUNK));
            replica.keep(some);
            some.forEach(each -> ranges(each.room()).add(each.seq(), each.seq()));
        }
        entries.stream().map(Entry::room).distinct().forEach(this::prune);
    }

    void hear(List<Person> people, Instant at) {
        if (!people.isEmpty()) {
            replica.hear(people, at);
        }
    }

    private SeqRanges ranges(RoomId room) {
        return held.computeIfAbsent(room, _ -> new SeqRanges());
    }

    /// Whatever is older than the newest so many goes, looked at or not.
    private void prune(RoomId room) {
        SeqRanges ranges = ranges(room);
        long upTo = replica.lastSeq(room) - Limits.KEPT_ENTRIES.value();
        ranges.oldest()
                .filter(oldest -> oldest <= upTo - SLACK)
                .ifPresent(
                        oldest -> {
                            for (long seq = oldest; seq < upTo; seq += CHUNK) {
                                replica.prune(room, Math.min(upTo, seq + CHUNK));
                            }
                            ranges.removeUpTo(upTo);
                        });
    }

    void forget(RoomId room) {
        replica.forget(room);
        held.remove(room);
    }

    /// Moves the copy of the log aside, whole and readable, and begins another; the outbox stays.
    void setLogAside() {
        if (!held.isEmpty()) {
            held.clear();
            replica.close();
            ChatStore.setAside(folder.path(), clock)
                    .ifPresent(it -> LOG.log(Level.DEBUG, "What was kept of another log: {0}", it));
            replica = ChatStore.openCopy(folder.path(), clock, KeptChat::note);
        }
    }

    @Override
    public void close() {
        try (folder;
                outbox) {
            replica.close();
        }
    }
}
