package dev.hearth.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that a person named for a result.
///
/// A regular file is replaced by a whole one, or stays as it was. What is none (a pipe, a terminal,
/// `/dev/null`) is written to, and stays what it is. A symbolic link leads to either and stays a
/// link.
final class OutputFile {
    /// Writes the content; what it throws is thrown on.
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// As many as Linux follows.
    private static final int MOST_LINKS = 40;

    private OutputFile() {}

    static void write(Path file, Content content) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (OutputStream out = Files.newOutputStream(file)) {
                content.writeTo(out);
            }
            return;
        }
        replace(target(file), content);
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

    private static void replace(Path file, Content content) throws IOException {
        Path fresh = Files.createTempFile(file.resolveSibling("."), "hearth-export", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(fresh)) {
                content.writeTo(out);
            }
            keepPermissions(file, fresh);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// A new file is for its owner alone, like the chat that it comes from.
    private static void keepPermissions(Path before, Path fresh) throws IOException {
        if (Files.exists(before, LinkOption.NOFOLLOW_LINKS)
                && Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(before));
        }
    }
}
