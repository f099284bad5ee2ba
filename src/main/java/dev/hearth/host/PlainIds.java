package dev.hearth.host;

import dev.hearth.model.EntryId;
import dev.hearth.model.EntryIds;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes the ids of what comes from clients that have none: through the plain namespace, and from
/// programs. Thread-safe.
///
/// A `clientOffset` can be guessed: the tutorial's client counts them behind the id of its socket.
/// So an offset is never an id by itself. The id of a message is a keyed hash of offset and text:
/// the same offset with the same text has the same id, also after a restart; with another text it
/// has another one; and an id that is shown tells nobody an offset, nor the text of a message that
/// was deleted since.
final class PlainIds {
    /// What an id of this many hexadecimal digits cannot be hit by chance.
    private static final int BYTES = 16;

    /// A log may hold ids with an offset as it was, from older Hearths: without this sign.
    private static final String HASHED = EntryIds.PLAIN + ".";

    private static final String KEYED = "key.";

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /// @param secret what nobody but this host knows, the same for the life of its log
    PlainIds(String secret) {
        key = new SecretKeySpec(hash("plain ids|" + secret), ALGORITHM);
    }

    /// The id of `text` under `offset`.
    EntryId of(String offset, String text) {
        return new EntryId(HASHED + keyed(offset, text));
    }

    /// The id of what `program` says in `room` under a key that it chose.
    EntryId ofProgram(PersonId program, RoomId room, String itsKey) {
        return new EntryId(KEYED + keyed("program", program.value(), room.value(), itsKey));
    }

    private String keyed(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : List.of(parts).subList(0, parts.length - 1)) {
                // A length, so that nothing can move from one part into the next.
                mac.update((part.length() + "|" + part).getBytes(StandardCharsets.UTF_8));
            }
            byte[] all = mac.doFinal(parts[parts.length - 1].getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(all, BYTES));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has " + ALGORITHM, e);
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
