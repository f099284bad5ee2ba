package dev.hearth.client.replica;

import dev.hearth.client.JoinedFolders;
import dev.hearth.client.MessageArguments;
import dev.hearth.client.link.ChatLoop;
import dev.hearth.client.outbox.OutboxDisk;
import dev.hearth.client.replica.Replica.Contents;
import dev.hearth.log.Batch.ReadMark;
import dev.hearth.log.sqlite.OutboxStore.Change;
import dev.hearth.log.sqlite.OutboxStore.Failure;
import dev.hearth.log.sqlite.OutboxStore.Waiting;
import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is kept of a joined chat, as the chat's loop sees it: nothing here waits for the disk.
///
/// What is to be written gathers while the disk is busy and is then written together, in order, so
/// that one sync serves many. What is read is read after all that was to be written before. Where
/// nothing can be kept, writing does nothing and reading finds nothing. Confined to the loop; the
/// [Replica] is touched on the [DiskThread] alone.
public final class ReplicaWriter implements OutboxDisk {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaWriter.class);

    /// Entries that may wait for the disk, in characters. What comes while there are more is not
    /// kept: a hole like any other.
    private static final long WAITING = 16_000_000;

    private final Consumer<HearthException> inUse;
    private final Consumer<String> told;
    private final DiskThread disk;
    private final JoinedFolders folders;
    private final InstantSource clock;
    private @Nullable Replica kept;
    private @Nullable String hostId;
    private WriteBatch batch = new WriteBatch();
    private long waiting;
    private int writing;
    private boolean opening;
    private int closing;
    private boolean abandoned;
    private List<Runnable> whenOpened = new ArrayList<>();
    private List<Runnable> whenClosed = new ArrayList<>();

    /// @param name tells the threads of chats apart
    /// @param inUse told when another chat has the folder, before whatever waits for it finds that
    ///   nothing is kept: this chat must not go on without
    /// @param told what the person has to know of what is kept, in a sentence; any thread
    public ReplicaWriter(
            ChatLoop loop,
            String name,
            JoinedFolders folders,
            InstantSource clock,
            Consumer<HearthException> inUse,
            Consumer<String> told) {
        this.inUse = inUse;
        this.told = told;
        disk = new DiskThread(loop, name);
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public boolean isOpen() {
        return kept != null;
    }

    /// Whose folder is open.
    public Optional<String> hostId() {
        return Optional.ofNullable(hostId);
    }

    /// What a person chose for the plain server at `server`, if anything.
    ///
    /// @param then gets it on the loop
    public void argumentsAt(URI server, Consumer<Optional<MessageArguments>> then) {
        if (folders.equals(JoinedFolders.NONE)) {
            then.accept(Optional.empty());
            return;
        }
        disk.ask(
                () -> folders.argumentsAt(server),
                then,
                e -> {
                    LOG.warn("A choice that was kept cannot be read", e);
                    then.accept(Optional.empty());
                });
    }

    /// Reads something else that was kept or chosen, on the thread of the disk.
    ///
    /// @param then gets it on the loop
    /// @param failed gets why it cannot be read, on the loop
    public <T> void read(
            Function<JoinedFolders, T> what, Consumer<T> then, Consumer<HearthException> failed) {
        disk.ask(() -> what.apply(folders), then, failed);
    }

    /// Opens what is kept of the host that last answered at `server`.
    ///
    /// @param then gets what is there, on the loop; empty when nothing is known or can be kept
    public void openKnown(URI server, Consumer<Optional<Contents>> then) {
        open(() -> folders.hostAt(server), then);
    }

    /// Opens what is kept of this host, and notes that it answers at `server`. Another that is open
    /// is closed before.
    public void open(URI server, String host, Consumer<Optional<Contents>> then) {
        if (opening) {
            whenOpened.add(() -> open(server, host, then));
            return;
        }
        close(() -> {});
        open(
                () -> {
                    folders.remember(server, host);
                    return Optional.of(host);
                },
                then);
    }

    /// Runs `task` when what is being opened is open; at once when nothing is.
    public void whenOpen(Runnable task) {
        if (opening) {
            whenOpened.add(() -> whenOpen(task));
        } else {
            task.run();
        }
    }

    private record Opened(String host, Replica chat, Contents contents) {}

    private void open(Supplier<Optional<String>> whose, Consumer<Optional<Contents>> then) {
        if (abandoned) {
            return;
        }
        if (folders.equals(JoinedFolders.NONE)) {
            then.accept(Optional.empty());
            return;
        }
        opening = true;
        disk.ask(
                () -> whose.get().flatMap(this::opened),
                opened -> {
                    opened.ifPresent(
                            it -> {
                                kept = it.chat();
                                hostId = it.host();
                            });
                    wasOpened(opened.map(Opened::contents), then);
                },
                failure -> {
                    if (!abandoned) {
                        notOpened(failure);
                    }
                    wasOpened(Optional.empty(), then);
                });
    }

    private void notOpened(HearthException failure) {
        if (failure.code() == LocalTrouble.DATA_IN_USE) {
            inUse.accept(failure);
        } else {
            LOG.warn("Nothing is kept of a joined chat", failure);
            told.accept(
                    "What is kept here of this chat cannot be used, and nothing new is kept: "
                            + failure.sentence());
        }
    }

    private void wasOpened(Optional<Contents> contents, Consumer<Optional<Contents>> then) {
        opening = false;
        if (!abandoned) {
            then.accept(contents);
        }
        List<Runnable> waiting = whenOpened;
        whenOpened = new ArrayList<>();
        waiting.forEach(Runnable::run);
    }

    private Optional<Opened> opened(String host) {
        return folders.open(host)
                .map(
                        folder -> {
                            Replica chat = Replica.open(folder, clock, told);
                            try {
                                return new Opened(host, chat, chat.contents());
                            } catch (RuntimeException e) {
                                chat.close();
                                throw e;
                            }
                        });
    }

    @Override
    public void put(Waiting waiting, Consumer<Optional<HearthException>> stored) {
        batch.changes().add(new Change.Put(waiting));
        batch.stored().add(stored);
        writeSoon();
    }

    @Override
    public void fail(EntryId id, Failure failure) {
        change(new Change.Fail(id, failure));
    }

    @Override
    public void remove(EntryId id) {
        change(new Change.Remove(id));
    }

    public void note(String key, Object value) {
        change(new Change.Note(key, value));
    }

    private void change(Change change) {
        batch.changes().add(change);
        writeSoon();
    }

    void keep(Entry entry) {
        long size = EntryBudget.of(Optional.of(entry));
        if (kept != null && waiting + size > WAITING) {
            return;
        }
        waiting += size;
        batch.entries().add(entry);
        writeSoon();
    }

    public void hear(List<Person> people) {
        batch.people().addAll(people);
        writeSoon();
    }

    /// How far this person has read; only the latest of what waits for the disk is written.
    void mark(ReadMark mark) {
        batch.marks().put(mark.room(), mark);
        writeSoon();
    }

    private void writeSoon() {
        if (kept == null) {
            waiting = 0;
            WriteBatch dropped = batch;
            batch = new WriteBatch();
            dropped.tell(Optional.empty());
        } else if (writing == 0) {
            write();
        }
    }

    private void write() {
        Replica chat = kept;
        WriteBatch now = batch;
        if (chat == null || now.isEmpty()) {
            return;
        }
        batch = new WriteBatch();
        waiting = 0;
        writing++;
        Instant at = clock.instant();
        disk.ask(
                () -> now.writeTo(chat, at),
                failure -> written(now, failure),
                failure -> written(now, Optional.of(failure)));
    }

    private void written(WriteBatch what, Optional<HearthException> failure) {
        writing--;
        what.tell(failure);
        if (writing == 0) {
            write();
        }
    }

    /// Reads, after everything that is to be written now.
    ///
    /// @param then gets what was read, on the loop; empty when nothing is kept or can be read
    public <T> void read(Function<Replica, T> work, Consumer<Optional<T>> then) {
        Replica chat = kept;
        if (chat == null) {
            then.accept(Optional.empty());
            return;
        }
        write();
        disk.ask(
                () -> Optional.of(work.apply(chat)),
                then,
                failure -> {
                    LOG.warn("Reading what is kept: {}", failure.sentence());
                    then.accept(Optional.empty());
                });
    }

    /// Drops the copy of a room's log.
    void forget(RoomId room) {
        batch.entries().removeIf(each -> each.room().equals(room));
        batch.marks().remove(room);
        read(
                chat -> {
                    chat.forget(room);
                    return true;
                },
                _ -> {});
    }

    /// Moves the copy of the log aside; the outbox stays.
    void setLogAside() {
        batch.entries().clear();
        batch.marks().clear();
        read(
                chat -> {
                    chat.setLogAside();
                    return true;
                },
                _ -> {});
    }

    /// Closes what is open, after everything that is to be written.
    ///
    /// @param then is run when the folder is free
    public void close(Runnable then) {
        if (opening) {
            whenOpened.add(() -> close(then));
            return;
        }
        Replica chat = kept;
        if (chat != null) {
            write();
            close(chat);
            kept = null;
            hostId = null;
        }
        if (closing == 0) {
            then.run();
        } else {
            whenClosed.add(then);
        }
    }

    private void close(Replica chat) {
        disk.ask(
                () -> {
                    chat.close();
                    return true;
                },
                _ -> closed(),
                failure -> {
                    LOG.warn("Closing what is kept: {}", failure.sentence());
                    closed();
                });
        closing++;
    }

    private void closed() {
        closing--;
        if (closing == 0) {
            List<Runnable> waiting = whenClosed;
            whenClosed = new ArrayList<>();
            waiting.forEach(Runnable::run);
        }
    }

    /// Closes what is open, without showing what is being opened, or doing what waits for that.
    /// Nothing is opened from now on.
    ///
    /// @param then is run when the folder is free, of each call
    public void abandon(Runnable then) {
        if (!abandoned) {
            abandoned = true;
            whenOpened.clear();
        }
        end(then);
    }

    /// Closes what is open, for good.
    ///
    /// @param then is run when the folder is free
    public void end(Runnable then) {
        close(
                () -> {
                    disk.end();
                    then.run();
                });
    }
}
