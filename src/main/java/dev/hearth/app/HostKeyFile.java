package dev.hearth.app;

import dev.hearth.files.AtomicFile;
import dev.hearth.log.ChatLog;
import dev.hearth.model.HearthException;
import dev.hearth.model.LocalTrouble;
import dev.hearth.protocol.HostKey;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The file `host-key` in the folder of a hosted chat, by which the host proves who it is. It is
/// made at the first start; only the owner's account may read it.
///
/// Members know the chat by the fingerprint of this key and by nothing else, so the log remembers
/// which key it was hosted with: a log that comes without its key (a backup of `chat.db` alone) is
/// refused rather than opened as another chat.
final class HostKeyFile {
    private static final String FILE = "host-key";

    private HostKeyFile() {}

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /// The key of the chat in `folder`, whose log is `store`.
    ///
    /// @param renew puts a new key in the place of one that is lost: members meet another chat
    /// @throws HearthException HOST_KEY when the log's key is missing, damaged or another one;
    ///   DATA_NOT_WRITABLE
    static HostKey of(Path folder, ChatLog store, boolean renew) {
        Path file = folder.resolve(FILE);
        try {
            if (renew) {
                setAside(file);
            }
            Optional<HostKey> kept = read(file);
            if (!renew) {
                check(file, kept, store.hostId());
            }
            HostKey key = kept.isPresent() ? kept.get() : fresh(file);
            store.nameHost(key.id());
            return key;
        } catch (IOException e) {
            throw new HearthException(
                    LocalTrouble.DATA_NOT_WRITABLE,
                    "“" + file + "” cannot be read or written. Check the folder.",
                    e);
        }
    }

    private static Optional<HostKey> read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(HostKey.read(Files.readString(file)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw refusal("The key of this chat is damaged: “" + file + "”.", e);
        }
    }

    private static HostKey fresh(Path file) throws IOException {
        HostKey key = HostKey.fresh();
        AtomicFile.writePrivate(file, key.text());
        return key;
    }

    private static void setAside(Path file) throws IOException {
        for (int n = 1; Files.exists(file); n++) {
            Path aside = file.resolveSibling(FILE + ".replaced-" + n);
            if (Files.notExists(aside)) {
                Files.move(file, aside);
            }
        }
    }

    /// @param known the id in the log: the fingerprint of its key, or a random one of an earlier
    ///   version, which any key may take over
    private static void check(Path file, Optional<HostKey> kept, String known) {
        if (!HostKey.isId(known) || kept.map(HostKey::id).equals(Optional.of(known))) {
            return;
        }
        throw refusal(
                kept.isPresent()
                        ? "“" + file + "” is not the key that this chat was hosted with."
                        : "The key of this chat is missing: “" + file + "”.",
                null);
    }

    private static HearthException refusal(String what, @Nullable Exception cause) {
        String sentence =
                what
                        + " Put the right one there, from the folder or the backup the chat comes"
                        + " from: its members know the chat by it. If it is lost for good, run"
                        + " `hearth host --new-key` once; members then meet another chat and come"
                        + " in as new people.";
        return cause == null
                ? new HearthException(LocalTrouble.HOST_KEY, sentence)
                : new HearthException(LocalTrouble.HOST_KEY, sentence, cause);
    }
}
