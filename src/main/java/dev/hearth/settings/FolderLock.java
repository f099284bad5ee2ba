package dev.hearth.settings;

import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder that belongs to this process while the lock is held. The system lets go of it when the
/// process ends, however that happens. Thread-safe.
public final class FolderLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);

    /// The folders that this process holds. A process that closes any channel to a file loses all
    /// its locks on that file, so the lock file of a folder that is held is not even opened.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path place;
    private final FileChannel channel;

    private FolderLock(Path folder, Path place, FileChannel channel) {
        this.folder = folder;
        this.place = place;
        this.channel = channel;
    }

    static FolderLock take(Path folder) {
        Path place = realPath(folder);
        if (!HELD.add(place)) {
            throw inUse(folder);
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel =
                    FileChannel.open(
                            folder.resolve(".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            lock = tryLock(channel);
            if (lock != null) {
                return new FolderLock(folder, place, channel);
            }
        } catch (IOException e) {
            throw DataFolder.notWritable(folder, e);
        } finally {
            if (lock == null) {
                closeQuietly(channel);
                HELD.remove(place);
            }
        }
        throw inUse(folder);
    }

    private static Path realPath(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw DataFolder.notWritable(folder, e);
        }
    }

    private static HearthException inUse(Path folder) {
        return new HearthException(
                LocalTrouble.DATA_IN_USE,
                "Another Hearth is using "
                        + folder.getParent()
                        + ". Close it, or use another folder with --data OTHER.");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    /// The folder that is locked.
    public Path folder() {
        return folder;
    }

    /// Lets go of the folder. Idempotent.
    @Override
    public synchronized void close() {
        if (channel.isOpen()) {
            closeQuietly(channel);
            HELD.remove(place);
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.debug("A lock file could not be closed", e);
        }
    }
}
