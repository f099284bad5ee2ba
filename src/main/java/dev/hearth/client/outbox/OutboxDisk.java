package dev.hearth.client.outbox;

import dev.hearth.log.sqlite.OutboxStore.Failure;
import dev.hearth.log.sqlite.OutboxStore.Waiting;
import dev.hearth.model.EntryId;
import dev.hearth.model.HearthException;
import java.util.Optional;
import java.util.function.Consumer;

/// Where the commands of an [Outbox] outlive the program. Nothing here waits for the disk; what is
/// written is written in the order of the calls. Confined to the chat's loop.
public interface OutboxDisk {
    /// Keeps nothing, and says so at once.
    OutboxDisk NONE =
            new OutboxDisk() {
                @Override
                public boolean isOpen() {
                    return false;
                }

                @Override
                public void put(Waiting waiting, Consumer<Optional<HearthException>> stored) {
                    stored.accept(Optional.empty());
                }

                @Override
                public void fail(EntryId id, Failure failure) {}

                @Override
                public void remove(EntryId id) {}
            };

    /// Whether anything is kept.
    boolean isOpen();

    /// Puts `waiting` last in the outbox.
    ///
    /// @param stored told, on the loop, when it is on disk, or why it is not
    void put(Waiting waiting, Consumer<Optional<HearthException>> stored);

    void fail(EntryId id, Failure failure);

    void remove(EntryId id);
}
