package dev.hearth.client.replica;

import dev.hearth.client.JoinedFolders.JoinedFolder;
import dev.hearth.client.outbox.Fulfilment;
import dev.hearth.client.outbox.Outbox;
import dev.hearth.log.Batch.ReadMark;
import dev.hearth.log.SearchQuery;
import dev.hearth.log.SeqRanges.Range;
import dev.hearth.log.StorageException;
import dev.hearth.log.StorageException.Reason;
import dev.hearth.log.StoredRoom;
import dev.hearth.log.sqlite.OutboxStore;
import dev.hearth.log.sqlite.OutboxStore.Change;
import dev.hearth.log.sqlite.OutboxStore.Waiting;
import dev.hearth.log.sqlite.ReplicaLog;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder of one host: a copy of what has come of its log, and the outbox. Confined to the
/// chat's [DiskThread]; calls block on the disk and say [dev.hearth.log.StorageException].
public final class Replica implements AutoCloseable {
    public static final String TOKEN = "token";
    public static final String PROPOSED = "proposedToken";
    public static final String YOU = "you";
    public static final String EPOCH = "epoch";
    public static final String HOST = "host";
    static final String ROOMS = "rooms";

    /// How many messages of the lobby are shown at the start.
    private static final int SHOWN = 1_000;

    private static final int CHUNK = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);

    /// How often a copy is looked through for what cannot be read, while it is open.
    private static final int MOST_REPAIRS = 3;

    /// What a chat starts with: what it enters with, what waits to be sent, and of each room no
    /// more than a list of rooms needs, but for the lobby.
    ///
    /// @param proposed the token that this person proposed to the host, which may have taken it
    /// @param chatName what the host called the chat
    /// @param held the newest entry of each room of which any is kept
    /// @param marks how far this person had read
    public record Contents(
            Optional<String> token,
            Optional<String> proposed,
            Optional<Person> you,
            Optional<String> epoch,
            Optional<String> chatName,
            List<RoomHead> rooms,
            Map<RoomId, Held> held,
            Map<RoomId, Long> marks,
            Optional<Tail> lobby,
            List<Waiting> outbox) {
        /// What waits to be sent.
        public List<Command> waiting() {
            return outbox.stream().map(Waiting::command).toList();
        }
    }

    /// What there is of the copy at the start.
    private record Start(Map<RoomId, Held> held, Map<RoomId, Long> marks, Optional<Tail> lobby) {}

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
    private ReplicaLog replica;
    private final InstantSource clock;
    private final Consumer<String> told;
    private final KeptRanges ranges = new KeptRanges();
    private int repairs;

    private Replica(
            JoinedFolder folder,
            OutboxStore outbox,
            ReplicaLog replica,
            InstantSource clock,
            Consumer<String> told) {
        this.folder = folder;
        this.outbox = outbox;
        this.replica = replica;
        this.clock = clock;
        this.told = told;
    }

    /// @param told what its person has to know of what is kept, in a sentence
    static Replica open(JoinedFolder folder, InstantSource clock, Consumer<String> told) {
        OutboxStore outbox = null;
        try {
            outbox = ReplicaFiles.outbox(folder.path(), clock, told);
            ReplicaLog replica = ReplicaFiles.log(folder.path(), clock, told);
            return new Replica(folder, outbox, replica, clock, told);
        } catch (RuntimeException e) {
            if (outbox != null) {
                outbox.close();
            }
            folder.close();
            throw e;
        }
    }

    /// Does what reads the copy. What cannot be read there is dropped, said and counted, and comes
    /// from the host again like anything that is missing; it must not take the rest with it.
    private <T> T repairing(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (repairs >= MOST_REPAIRS || !isAboutContent(e)) {
                throw e;
            }
            repairs++;
            int dropped = replica.dropUnreadable();
            LOG.warn(dropped + " entries of a joined chat cannot be read", e);
            if (dropped > 0) {
                told.accept(
                        dropped
                                + (dropped == 1 ? " message" : " messages")
                                + " kept here of this chat could not be read, and will be fetched"
                                + " again.");
            }
            ranges.clear();
            return work.get();
        }
    }

    private static boolean isAboutContent(RuntimeException e) {
        return !(e instanceof StorageException storage)
                || storage.reason() == Reason.FAULT
                || storage.reason() == Reason.DAMAGED;
    }

    Contents contents() {
        OutboxStore.Contents waiting = outbox.contents();
        if (waiting.unreadable() > 0) {
            told.accept(
                    waiting.unreadable()
                            + " of the changes that wait to be sent in this chat cannot be read."
                            + " They stay where they are; the others are sent.");
        }
        List<Waiting> unanswered = orElse(() -> unanswered(waiting.waiting()), waiting.waiting());
        Optional<Person> you =
                outbox.note(YOU)
                        .filter(Map.class::isInstance)
                        .flatMap(map -> PersonCodec.read((Map<?, ?>) map));
        Start start = orElse(() -> start(you), new Start(Map.of(), Map.of(), Optional.empty()));
        return new Contents(
                outbox.note(TOKEN).flatMap(Replica::text),
                outbox.note(PROPOSED).flatMap(Replica::text),
                you,
                outbox.note(EPOCH).flatMap(Replica::text),
                outbox.note(HOST).flatMap(Replica::text),
                rooms(),
                start.held(),
                start.marks(),
                start.lobby(),
                unanswered);
    }

    /// Whatever is wrong with the copy, the token and what waits to be sent are used.
    private <T> T orElse(Supplier<T> work, T otherwise) {
        try {
            return repairing(work);
        } catch (RuntimeException e) {
            LOG.warn("The copy of a joined chat cannot be read", e);
            told.accept("The messages kept here of this chat cannot be read.");
            return otherwise;
        }
    }

    private Start start(Optional<Person> you) {
        Map<RoomId, Held> held = new LinkedHashMap<>();
        replica.newest().forEach(it -> held.put(it.room(), new Held(it.seq(), it.id())));
        return new Start(
                held,
                you.map(Person::id).map(replica::marks).orElse(Map.of()),
                Optional.ofNullable(held.get(RoomId.LOBBY)).map(it -> tail(RoomId.LOBBY, it)));
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
    private List<Waiting> unanswered(List<Waiting> waiting) {
        List<Change> changes = new ArrayList<>();
        List<Waiting> unanswered = new ArrayList<>();
        for (Waiting each : waiting) {
            Command command = each.command();
            Optional<Entry> there =
                    command.room().flatMap(room -> replica.find(room, command.id()));
            if (there.isEmpty()) {
                unanswered.add(each);
            } else {
                changes.add(new Change.Remove(command.id()));
                if (!Fulfilment.isOf(command, there.get())
                        && command instanceof Command.PostMessage post) {
                    Waiting aside = aside(post, each);
                    changes.addFirst(new Change.Put(aside));
                    unanswered.add(aside);
                }
            }
        }
        write(changes);
        return unanswered;
    }

    /// The log has another message under the id of one that was typed here.
    private Waiting aside(Command.PostMessage post, Waiting waiting) {
        return new Waiting(
                post.withId(EntryId.next(clock.millis())),
                waiting.at(),
                Optional.of(Outbox.ANOTHER_IN_ITS_PLACE));
    }

    private Tail tail(RoomId room, Held newest) {
        Range range =
                ranges.newest(replica, room)
                        .orElseThrow(() -> new IllegalStateException("an entry is gone"));
        List<FoldedMessage> messages = new ArrayList<>();
        long oldest = range.to() + 1;
        while (oldest > range.from() && messages.size() < SHOWN) {
            Older more = read(room, range, oldest, SHOWN - messages.size());
            messages.addAll(0, more.messages());
            oldest = more.oldest();
        }
        return new Tail(room, newest, oldest, List.copyOf(messages));
    }

    /// The messages before `seq` that are kept, as far as nothing is missing in between.
    Older older(RoomId room, long seq, int limit) {
        return repairing(
                () ->
                        ranges.around(replica, room, seq - 1)
                                .map(it -> read(room, it, seq, limit))
                                .orElseGet(() -> new Older(seq, List.of(), replica.lastSeq(room))));
    }

    private Older read(RoomId room, Range range, long before, int limit) {
        HistoryPage page = replica.before(room, before, limit);
        List<FoldedMessage> messages =
                page.messages().stream().filter(each -> each.seq() >= range.from()).toList();
        boolean cut =
                page.more() && !messages.isEmpty() && messages.size() == page.messages().size();
        long oldest = cut ? messages.getFirst().seq() : range.from();
        return new Older(oldest, messages, page.asOf());
    }

    Optional<FoldedMessage> message(RoomId room, EntryId id) {
        return repairing(() -> replica.message(room, id));
    }

    long lastSeq(RoomId room) {
        return replica.lastSeq(room);
    }

    public HistoryPage history(HistoryRequest request) {
        int limit = Math.clamp(request.limit(), 1, Limits.PAGE_ENTRIES.value());
        return repairing(
                () ->
                        switch (request.where()) {
                            case Where.Before(long seq) ->
                                    replica.before(request.room(), seq, limit);
                            case Where.Around(long seq) ->
                                    replica.around(request.room(), seq, limit);
                        });
    }

    /// Counts the messages of others after `read` and up to `upTo`, and how many of them call
    /// `you`.
    Tally tally(RoomId room, long read, long upTo, Person you) {
        return repairing(() -> Tally.of(replica, room, read, upTo, you));
    }

    public SearchAnswer search(SearchRequest request) {
        Set<RoomId> rooms = request.room().map(Set::of).orElseGet(this::allRooms);
        SearchQuery query =
                new SearchQuery(
                        request.text(),
                        rooms,
                        request.from(),
                        request.since(),
                        request.until(),
                        Math.clamp(request.limit(), 1, Limits.SEARCH_HITS.value()));
        return repairing(
                () -> new SearchAnswer(replica.search(query), false, replica.oldest(rooms)));
    }

    private Set<RoomId> allRooms() {
        return replica.rooms().stream().map(StoredRoom::id).collect(Collectors.toSet());
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
            repairing(
                    () -> {
                        replica.keep(some);
                        return true;
                    });
            ranges.add(some);
        }
        entries.stream().map(Entry::room).distinct().forEach(it -> ranges.prune(replica, it));
    }

    /// How far this person has read.
    void mark(List<ReadMark> marks) {
        if (!marks.isEmpty()) {
            replica.mark(marks);
        }
    }

    void hear(List<Person> people, Instant at) {
        if (!people.isEmpty()) {
            replica.hear(people, at);
        }
    }

    void forget(RoomId room) {
        replica.forget(room);
        ranges.forget(room);
    }

    /// Moves the copy of the log aside, whole and readable, and begins another; the outbox stays.
    void setLogAside() {
        if (!replica.newest().isEmpty()) {
            ranges.clear();
            replica.close();
            ReplicaLog.setAside(folder.path(), clock)
                    .ifPresentOrElse(
                            it -> LOG.debug("What was kept of another log: {}", it),
                            () -> told.accept(tooMany()));
            replica = ReplicaFiles.log(folder.path(), clock, told);
        }
    }

    private String tooMany() {
        return "The host has another log again. What was kept of the one before was deleted, for"
                + " there are enough earlier copies already, in "
                + folder.path()
                + ". Write them out with hearth export --from FOLDER, and delete them.";
    }

    @Override
    public void close() {
        try (folder;
                outbox) {
            replica.close();
        }
    }
}
