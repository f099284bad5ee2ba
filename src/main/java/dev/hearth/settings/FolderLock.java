package dev.hearth.settings;

import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder that belongs to this process while the lock is held. The system lets go of it when the
/// process ends, however that happens. Thread-safe.
public final class FolderLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static FolderLock take(Path folder) {
        FileChannel channel = null;
        try {
            channel =
                    FileChannel.open(
                            folder.resolve(".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return new FolderLock(folder, channel);
            }
        } catch (IOException e) {
            closeQuietly(channel);
            throw DataFolder.notWritable(folder, e);
        }
        closeQuietly(channel);
        throw new HearthException(
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
    public void close() {
        closeQuietly(channel);
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
