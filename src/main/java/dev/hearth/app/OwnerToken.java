package dev.hearth.app;

import dev.hearth.files.AtomicFile;
import dev.hearth.host.ChatHost;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file `owner-token` in the folder of a hosted chat: its text makes its holder the owner. Made
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
                    LocalTrouble.DATA_NOT_WRITABLE,
                    "“" + file + "” cannot be read or written. Check the folder.",
                    e);
        }
    }

    private static String fresh(Path file) throws IOException {
        String token = ChatHost.freshToken();
        AtomicFile.writePrivate(file, token + "\n");
        return token;
    }
}
