package dev.hearth.app;

import dev.hearth.host.ChatHost;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The file `owner-token` in the folder of a hosted chat: what is in it makes one the owner. Made
/// at the first start; only the owner's account may read it.
final class OwnerToken {
    private static final String FILE = "owner-token";

    private OwnerToken() {}

    /// The token of the chat in `folder`.
    ///
    /// @throws HearthException DATA_NOT_WRITABLE
    static String in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            String token = Files.exists(file) ? Files.readString(file).strip() : "";
            return token.isEmpty() ? fresh(file) : token;
        } catch (IOException e) {
            throw new HearthException(
                    ErrorCode.DATA_NOT_WRITABLE,
                    "“" + file + "” cannot be read or written. Check the folder.",
                    e);
        }
    }

    /// Never readable for others, not even for a moment.
    private static String fresh(Path file) throws IOException {
        String token = ChatHost.freshToken();
        Files.deleteIfExists(file);
        boolean posix =
                Files.getFileStore(file.toAbsolutePath().getParent())
                        .supportsFileAttributeView("posix");
        FileAttribute<?>[] attributes =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try (SeekableByteChannel channel =
                        Files.newByteChannel(
                                file,
                                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                                attributes);
                var writer = Channels.newWriter(channel, StandardCharsets.UTF_8)) {
            writer.write(token + "\n");
        }
        return token;
    }
}
