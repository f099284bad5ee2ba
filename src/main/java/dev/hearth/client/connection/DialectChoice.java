package dev.hearth.client.connection;

import dev.hearth.client.DialectCatalogue;
import dev.hearth.client.DialectWish;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinedFolders;
import dev.hearth.client.dialect.DialectList;
import dev.hearth.client.dialect.DialectSelection;
import dev.hearth.client.replica.ReplicaWriter;
import dev.hearth.model.HearthException;
import java.util.function.Consumer;

/// What a person wants a server to be talked with in: said now, or kept for it. Read from the disk
/// before the first connection. Confined to the chat's loop.
final class DialectChoice {
    private final JoinRequest request;
    private final DialectList dialects;
    private final ReplicaWriter writer;
    private final Consumer<DialectSelection> selected;
    private final Consumer<HearthException> failed;
    private boolean reading;
    private boolean read;

    /// @param selected gets what is to be tried
    /// @param failed gets why what was chosen cannot be used: nothing else is tried in its place
    DialectChoice(
            JoinRequest request,
            JoinedFolders folders,
            DialectList dialects,
            ReplicaWriter writer,
            Consumer<DialectSelection> selected,
            Consumer<HearthException> failed) {
        this.request = request;
        this.dialects = dialects;
        this.writer = writer;
        this.selected = selected;
        this.failed = failed;
        read = folders.equals(JoinedFolders.NONE) && request.dialect().equals(DialectWish.NONE);
    }

    boolean isRead() {
        return read;
    }

    /// Does nothing while it is being read already.
    ///
    /// @param then is run once it was read, on the loop
    void read(Runnable then) {
        if (reading) {
            return;
        }
        reading = true;
        writer.read(
                folders -> dialects.select(wish(folders)),
                selection -> {
                    reading = false;
                    read = true;
                    selected.accept(selection);
                    then.run();
                },
                failure -> {
                    reading = false;
                    failed.accept(failure);
                });
    }

    /// What is said now is kept for the next time.
    private DialectWish wish(JoinedFolders folders) {
        DialectWish asked = request.dialect();
        if (asked.chosen().isEmpty()) {
            return asked.withChosen(folders.dialectAt(request.server()));
        }
        DialectWish said =
                asked.withChosen(
                        asked.chosen().filter(word -> !word.equals(DialectCatalogue.AUTO)));
        folders.rememberDialect(request.server(), said.chosen());
        return said;
    }
}
