package dev.hearth.client.replica;

import dev.hearth.model.Entry;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Posted;
import java.util.Optional;

/// How many characters of entries may wait in the memory of one chat for what comes before them, in
/// all its rooms together. Confined to the chat's loop.
final class EntryBudget {
    private static final long MOST = 8_000_000;

    /// What an entry takes beside its text, amply.
    private static final long ENTRY = 500;

    private long used;

    /// @param anyway takes them also when there are too many already
    /// @return whether there was room
    boolean take(long characters, boolean anyway) {
        if (!anyway && used + characters > MOST) {
            return false;
        }
        used += characters;
        return true;
    }

    void give(long characters) {
        used -= characters;
    }

    static long of(Optional<Entry> entry) {
        return ENTRY
                + switch (entry.map(Entry::payload).orElse(null)) {
                    case Posted posted -> posted.text().length();
                    case Edited edited -> edited.text().length();
                    case null, default -> 0;
                };
    }
}
