package dev.hearth.host;

import dev.hearth.log.ChatLog;
import dev.hearth.log.SearchQuery;
import dev.hearth.model.BanReach;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.EntryPlace;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.HistoryRequest.Where.Around;
import dev.hearth.model.HistoryRequest.Where.Before;
import dev.hearth.model.HostOptions;
import dev.hearth.model.Person;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import dev.hearth.model.SearchHits;
import dev.hearth.model.SearchRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/// A hosted chat: what may be asked of it from any thread.
///
/// Everything that changes something goes through the host loop, the one thread that decides what
/// happens ([HostLoop] tells how, and why that is safe). Reading the log goes past it, to the disk.
public final class ChatHost implements AutoCloseable {
    /// The answer to a command.
    ///
    /// @param entry what the log says of it; for a conversation that was there already, the entry
    ///   that opened it
    /// @param repeated whether it was there before
    /// @param reach of a ban from the chat: what it holds beside the person's token
    public record Receipt(Entry entry, boolean repeated, Optional<BanReach> reach) {
        Receipt(Entry entry, boolean repeated) {
            this(entry, repeated, Optional.empty());
        }
    }

    /// The key of the note, beside the log, with the name that the owner gave to the chat.
    public static final String NAME_NOTE = ChatName.NOTE;

    private final InstantSource clock;
    private final ChatLog store;
    private final HostLoop loop;
    private final String ownerToken;
    private final PlainIds plainIds;

    private ChatHost(InstantSource clock, ChatLog store, HostLoop loop, String ownerToken) {
        this.clock = clock;
        this.plainIds = new PlainIds(ownerToken);
        this.store = store;
        this.loop = loop;
        this.ownerToken = ownerToken;
    }

    /// Starts the loop on what is stored.
    ///
    /// @param ownerToken makes the person who shows it on entering the owner of this chat
    /// @throws dev.hearth.log.StorageException the store cannot be read
    public static ChatHost open(
            InstantSource clock, ChatLog store, String ownerToken, HostOptions options) {
        HostLoop loop = HostLoop.start(clock, store, ownerToken, options);
        return new ChatHost(clock, store, loop, ownerToken);
    }

    /// A token that nobody can guess, for [#open]. It is for the caller to keep.
    public static String freshToken() {
        return Secrets.token();
    }

    /// Which log it has: another one when a log was set aside or a backup restored.
    public String epoch() {
        return store.epoch();
    }

    /// The token whose holder is the owner of this chat.
    public String ownerToken() {
        return ownerToken;
    }

    /// What the owner calls this chat; empty while they have given it no name. Any thread.
    public Optional<String> givenName() {
        return loop.name().given();
    }

    /// Calls this chat so from now on, also after the next start, and tells everybody who is in.
    /// Any thread, as [#call].
    ///
    /// Fails with a [HearthException], and nothing was changed: MALFORMED, STORAGE, CLOSED.
    ///
    /// @return completes on the loop with the name as it is from now on
    public CompletableFuture<String> rename(String name) {
        return loop.call(_ -> loop.rename(name));
    }

    /// For how long messages are kept; empty for ever. Any thread.
    public Optional<Duration> keepFor() {
        return loop.keeping().keepFor();
    }

    /// Deletes messages that are older from now on, beside everything else, until this is changed.
    /// Any thread; blocks on the disk.
    ///
    /// @param days whole days; empty keeps them for ever
    /// @throws dev.hearth.log.StorageException nothing was changed
    public void keepFor(Optional<Duration> days) {
        loop.keeping().keepFor(days);
    }

    /// How many messages are older than `age`. Any thread; blocks on the disk.
    ///
    /// @throws HearthException BUSY or STORAGE: they could not be counted within `patience`
    public long countOlder(Duration age, Duration patience) {
        return store.countPosts(clock.instant().minus(age), patience);
    }

    /// Whether the loop turns, and why it ended. Any thread.
    public LoopState state() {
        return loop.state();
    }

    /// What the loop does at this moment, for the log: the innermost calls. Any thread.
    public List<StackTraceElement> doing() {
        return loop.doing();
    }

    /// Tells `listener` of everything from now on, on the loop.
    public void listen(HostListener listener) {
        loop.listen(listener);
    }

    /// Does what is asked. The answer comes once the log has it, on the loop: what is chained to it
    /// must not block.
    ///
    /// Fails with a [HearthException], and nothing was changed: BUSY (the queue is full), CLOSED,
    /// STORAGE, CONFLICT, and whatever rule it breaks.
    ///
    /// @param from as they entered; their name and role are those they have now
    /// @param patience how long to wait, on the caller's thread, for a place in a full queue
    public CompletableFuture<Receipt> submit(Person from, Submission asked, Duration patience) {
        return loop.submit(from, asked, patience);
    }

    /// A message of the plain namespace, for [#submit].
    ///
    /// @param room a public one; its writers need not have joined it
    /// @param offset the `clientOffset`, which counts for all people of the room: under the same
    ///   one, the same text of anybody is the same message, and another text is another one
    public Submission plainPost(RoomId room, String text, Optional<String> offset) {
        EntryId id =
                offset.map(it -> plainIds.of(it, text))
                        .orElseGet(() -> EntryId.next(clock.millis()));
        return new Submission(new PostMessage(id, room, text), CommandOrigin.PLAIN);
    }

    /// A message of a program, for [#submit].
    ///
    /// @param room a public one, which it need not have joined
    /// @param key under the same one, the same text of this program in this room is the same
    ///   message, and another text is refused with CONFLICT
    public Submission programPost(
            PersonId program, RoomId room, String text, Optional<String> key) {
        EntryId id =
                key.map(it -> plainIds.ofProgram(program, room, it))
                        .orElseGet(() -> EntryId.next(clock.millis()));
        return new Submission(new PostMessage(id, room, text), CommandOrigin.PROGRAM);
    }

    /// Runs `step` on the loop, in order with everything else; everything before it is committed.
    /// Waits on the caller's thread for a place in a full queue, so it must not be called on the
    /// loop itself.
    ///
    /// Fails with CLOSED when the chat was closed first.
    public <T> CompletableFuture<T> call(Function<HostState, T> step) {
        return loop.call(step);
    }

    /// [#call] for callers that do not wait for the step.
    public void run(Consumer<HostState> step) {
        loop.run(step);
    }

    /// `person` has read `room` up to `seq`: marks move forward only, and not beyond the newest
    /// entry. Stored before long.
    public void read(Person person, RoomId room, long seq) {
        run(_ -> loop.read(person.id(), room, seq));
    }

    /// `person` is writing something in `room`. Told to listeners where they may write, once in
    /// three seconds.
    public void typing(Person person, RoomId room) {
        run(_ -> loop.typing(person, room));
    }

    /// The sequence number of the newest entry in `room`; 0 while there is none. Any thread; does
    /// not touch the disk.
    public long lastSeq(RoomId room) {
        return store.lastSeq(room);
    }

    /// Up to `limit` entries of `room` after `seq`, oldest first. Any thread; blocks on the disk,
    /// and does not know who asks.
    public List<Entry> after(RoomId room, long seq, int limit) {
        return store.after(room, seq, limit);
    }

    /// Where the entries with these ids are. Any thread; one query, which blocks on the disk, and
    /// does not know who asks.
    public Set<EntryPlace> places(Collection<EntryId> ids) {
        return Set.copyOf(store.places(ids));
    }

    /// Messages with what happened to them since. Any thread; blocks on the disk, and does not know
    /// who asks.
    public HistoryPage history(HistoryRequest request) {
        return switch (request.where()) {
            case Before(long seq) -> store.before(request.room(), seq, request.limit());
            case Around(long seq) -> store.around(request.room(), seq, request.limit());
        };
    }

    /// The oldest messages of `room` from `seq` on, as they are now. Any thread; blocks on the
    /// disk, and does not know who asks.
    ///
    /// @param limit how many at most; fewer when they are large
    public HistoryPage messagesFrom(RoomId room, long seq, int limit) {
        return store.from(room, seq, limit);
    }

    /// Looks for messages. Any thread; blocks on the disk.
    ///
    /// @param seen what the person who asks may read
    public SearchHits search(SearchRequest request, SeenRooms seen) {
        Set<RoomId> where =
                request.room()
                        .map(room -> seen.contains(room) ? Set.of(room) : Set.<RoomId>of())
                        .orElseGet(seen::all);
        return store.search(
                new SearchQuery(
                        request.text(),
                        where,
                        request.from(),
                        request.since(),
                        request.until(),
                        request.limit()));
    }

    /// Stops the loop after what is in its queue, within two seconds. Idempotent.
    @Override
    public void close() {
        loop.close();
    }

    static HearthException closed() {
        return new HearthException(ErrorCode.CLOSED, "This chat has been closed.");
    }
}
