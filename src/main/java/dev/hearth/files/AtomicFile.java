package dev.hearth.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The one way to replace a file: a crash or a full disk leaves the content that was there or the
/// new one, whole. Stateless.
///
/// The new content is written beside the old one, synced, and takes its place in one step. A
/// symbolic link is followed and stays a link: its target is replaced, so that a file which lies in
/// a folder of dotfiles stays there. What is no regular file (a pipe, a terminal, `/dev/null`) is
/// written to and stays what it is. A new file is for its owner's account alone; one that is
/// replaced keeps its permissions.
public final class AtomicFile {
    /// Writes the content; what it throws is thrown on.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Fills a file that is empty; what it throws is thrown on.
    @FunctionalInterface
    public interface Filling<E extends Exception> {
        void fill(Path fresh) throws IOException, E;
    }

    /// As many as Linux follows.
    private static final int MOST_LINKS = 40;

    private AtomicFile() {}

    /// Puts `text` into `file`. It is on the disk when this returns.
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Puts `content` into `file`. It is on the disk when this returns.
    public static void write(Path file, Content content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            checkNoFolder(file);
            try (OutputStream out = Files.newOutputStream(file)) {
                content.writeTo(out);
            }
            return;
        }
        replace(
                file,
                fresh -> {
                    try (OutputStream out = Files.newOutputStream(fresh)) {
                        content.writeTo(out);
                    }
                });
    }

    /// Puts a secret into `file`: only the owner's account may read it, not even for a moment
    /// anybody else, whatever was allowed before.
    public static void writePrivate(Path file, String text) throws IOException {
        replace(file, false, fresh -> Files.writeString(fresh, text));
    }

    /// Replaces `file` by what `filling` makes. It is on the disk when this returns.
    ///
    /// @throws IOException also where `file` is there and is no regular file
    public static <E extends Exception> void replace(Path file, Filling<E> filling)
            throws IOException, E {
        replace(file, true, filling);
    }

    private static <E extends Exception> void replace(
            Path file, boolean keepsPermissions, Filling<E> filling) throws IOException, E {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            checkNoFolder(file);
            throw new IOException(file + " is no file that can be replaced");
        }
        Path target = target(file);
        Path fresh = fresh(target);
        try {
            filling.fill(fresh);
            sync(fresh);
            if (keepsPermissions) {
                keepPermissions(target, fresh);
            }
            Files.move(
                    fresh,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            syncFolder(folder(target));
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// Java makes temporary files readable for their owner alone.
    private static Path fresh(Path target) throws IOException {
        try {
            return Files.createTempFile(folder(target), "." + target.getFileName(), ".tmp");
        } catch (NoSuchFileException e) {
            throw because(new NoSuchFileException(target.toString()), e);
        } catch (AccessDeniedException e) {
            throw because(new AccessDeniedException(target.toString()), e);
        }
    }

    /// Names the file that was asked for.
    private static IOException because(IOException failure, IOException cause) {
        failure.initCause(cause);
        return failure;
    }

    private static void checkNoFolder(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder");
        }
    }

    /// Where a chain of links ends, even if there is nothing yet.
    private static Path target(Path file) throws IOException {
        if (Files.exists(file)) {
            return file.toRealPath();
        }
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static Path folder(Path file) {
        return file.resolveSibling(".");
    }

    private static void keepPermissions(Path before, Path fresh) throws IOException {
        if (Files.exists(before, LinkOption.NOFOLLOW_LINKS)
                && Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(before));
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// The new name is on disk as well. Windows has no way to ask for that.
    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (FileSystemException _) {
            return;
        }
    }
}
