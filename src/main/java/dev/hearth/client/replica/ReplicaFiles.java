package dev.hearth.client.replica;

import dev.hearth.log.StorageException;
import dev.hearth.log.StorageException.Reason;
import dev.hearth.log.StoreNotice;
import dev.hearth.log.sqlite.OutboxStore;
import dev.hearth.log.sqlite.ReplicaLog;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the two files of a joined chat's folder, and says in a sentence what became of a damaged
/// one. Stateless; blocks on the disk.
final class ReplicaFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaFiles.class);

    private ReplicaFiles() {}

    static OutboxStore outbox(Path folder, InstantSource clock, Consumer<String> told) {
        return OutboxStore.open(folder, clock, notice -> note(notice, told, ReplicaFiles::lost));
    }

    /// The copy comes from the host again; it must not keep the outbox from being used.
    static ReplicaLog log(Path folder, InstantSource clock, Consumer<String> told) {
        Consumer<StoreNotice> notices = notice -> note(notice, told, ReplicaFiles::fetchedAgain);
        try {
            return ReplicaLog.open(folder, clock, notices);
        } catch (StorageException e) {
            if (e.reason() != Reason.FAULT && e.reason() != Reason.DAMAGED) {
                throw e;
            }
            LOG.warn("The copy of a joined chat cannot be opened", e);
            told.accept(fetchedAgain(ReplicaLog.setAsideBroken(folder, clock)));
            return ReplicaLog.open(folder, clock, notices);
        }
    }

    private static void note(
            StoreNotice notice, Consumer<String> told, Function<Path, String> sentence) {
        LOG.warn("What is kept of a joined chat: {}", notice);
        if (notice instanceof StoreNotice.SetAside(Path aside, var _)) {
            told.accept(sentence.apply(aside));
        }
    }

    private static String lost(Path aside) {
        return "What waited to be sent in this chat was damaged. What could be read of it is still"
                + " there; the damaged file is kept as “"
                + aside
                + "”.";
    }

    private static String fetchedAgain(Path aside) {
        return "The messages kept here of this chat were damaged and are fetched again; the damaged"
                + " file is kept as “"
                + aside
                + "”.";
    }
}
