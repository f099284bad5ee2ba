package dev.hearth.sqlite;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Overwrites what SQLite leaves behind in the unused middle of its pages. Confined to the writing
/// lock of the [Database].
///
/// `secure_delete` zeroes a cell that is deleted and a page that is freed. But when cells move
/// between neighbouring pages, the page is written anew and the old copies stay in the gap between
/// its list of cells and their content, where nothing will ever zero them: a text that moved once
/// and is deleted later stays readable there. So after a deletion, with the write-ahead log empty
/// and no writer at work, the gaps of all pages that were written since the last time are zeroed in
/// the file. A gap means nothing to SQLite (sqlite.org/fileformat2.html, section 1.6), so readers
/// may go on, and a crash in between harms nothing. Which pages were written is read from the
/// write-ahead log before each checkpoint; the first time it is all of them.
///
/// A byte of the file far behind its end is locked for as long as the log is open: the process that
/// holds it owns the log. A lock file can be deleted, and another program then lock a new one; who
/// deletes the log itself has no log that two could write to.
///
/// The file stays open for as long as the log is: on Unix, closing a file lets go of the locks that
/// the process holds on it, SQLite's as well. For the same reason it is no channel, which an
/// interrupted thread would close.
public final class Scrubber implements AutoCloseable {
    private static final int FILE_HEADER = 100;
    private static final int WAL_HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int LEAF_HEADER = 8;
    private static final int INTERIOR_HEADER = 12;

    /// SQLite's own locks are at 1 GB.
    private static final long OWNED = Long.MAX_VALUE - 1;

    /// Beyond it the first byte of a page that holds the rest of a large text, the highest of a
    /// page number, could be taken for that of a page with cells. 128 GB.
    private static final long MOST_PAGES = 1L << 25;

    /// Those that this process has. A file that it has must not be opened to look at its lock: to
    /// close it again would let go of the lock.
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path wal;
    private final Path name;
    private final RandomAccessFile file;
    private final BitSet written = new BitSet();
    private boolean all = true;

    /// To be made while SQLite has the file open, or the lock is lost when SQLite closes it.
    ///
    /// @throws SqliteException IN_USE: another program, or another part of this one, has the log
    Scrubber(Path file) throws IOException, SqliteException {
        this.wal = file.resolveSibling(file.getFileName() + "-wal");
        this.name = file.toRealPath();
        if (!OPEN.add(name)) {
            throw new SqliteException(SqliteError.IN_USE);
        }
        this.file = new RandomAccessFile(file.toFile(), "rw");
        if (!isLocked(this.file)) {
            close();
            throw new SqliteException(SqliteError.IN_USE);
        }
    }

    /// @throws SqliteException IN_USE: somebody has the log in `file` open
    public static void checkFree(Path file) throws IOException, SqliteException {
        if (Files.exists(file)) {
            if (OPEN.contains(file.toRealPath())) {
                throw new SqliteException(SqliteError.IN_USE);
            }
            try (RandomAccessFile looked = new RandomAccessFile(file.toFile(), "rw")) {
                if (!isLocked(looked)) {
                    throw new SqliteException(SqliteError.IN_USE);
                }
            }
        }
    }

    private static boolean isLocked(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock(OWNED, 1, false) != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /// How large the write-ahead log is, in bytes.
    long walSize() throws IOException {
        return Files.exists(wal) ? Files.size(wal) : 0;
    }

    /// Remembers the pages that are in the write-ahead log; to be called before each checkpoint.
    void note() throws IOException {
        if (all || walSize() <= WAL_HEADER) {
            return;
        }
        int pageSize = pageSize();
        try (RandomAccessFile frames = new RandomAccessFile(wal.toFile(), "r")) {
            long frame = (long) FRAME_HEADER + pageSize;
            for (long at = WAL_HEADER; at + frame <= frames.length(); at += frame) {
                frames.seek(at);
                int page = frames.readInt();
                // What a crash left at the end may be anything.
                if (page > 0 && page < MOST_PAGES) {
                    written.set(page);
                }
            }
        }
    }

    /// Zeroes the gaps and syncs. The write-ahead log has to be empty.
    void scrub() throws IOException {
        int pageSize = pageSize();
        long pages = file.length() / pageSize;
        if (pages >= MOST_PAGES) {
            throw new IOException("the log has too many pages to be scrubbed: " + pages);
        }
        if (all) {
            written.set(1, (int) pages + 1);
        }
        byte[] page = new byte[pageSize];
        boolean changed = false;
        for (int n = written.nextSetBit(1); n >= 0 && n <= pages; n = written.nextSetBit(n + 1)) {
            changed |= scrub(page, n);
        }
        if (changed) {
            file.getFD().sync();
        }
        all = false;
        written.clear();
    }

    private boolean scrub(byte[] page, int number) throws IOException {
        long at = (number - 1L) * page.length;
        file.seek(at);
        file.readFully(page);
        int header = number == 1 ? FILE_HEADER : 0;
        int from = gapStart(page, header);
        int to = number(page, header + 5);
        if (from < 0 || to > page.length || isZero(page, from, to)) {
            return false;
        }
        file.seek(at + from);
        file.write(new byte[to - from]);
        return true;
    }

    /// Where the gap begins; -1 when this is no page with cells.
    private static int gapStart(byte[] page, int header) {
        int cells = 2 * number(page, header + 3);
        return switch (page[header]) {
            case 2, 5 -> header + INTERIOR_HEADER + cells;
            case 10, 13 -> header + LEAF_HEADER + cells;
            default -> -1;
        };
    }

    /// Two bytes, the high one first.
    private static int number(byte[] page, int at) {
        return (page[at] & 0xFF) << 8 | (page[at + 1] & 0xFF);
    }

    private static boolean isZero(byte[] page, int from, int to) {
        for (int i = from; i < to; i++) {
            if (page[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private int pageSize() throws IOException {
        file.seek(16);
        int said = file.readUnsignedShort();
        return said == 1 ? 65_536 : said;
    }

    @Override
    public void close() throws IOException {
        OPEN.remove(name);
        file.close();
    }
}
