package dev.hearth.ui.timeline;

import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import java.util.List;
import java.util.Optional;

/// Where the messages begin that the person has not seen. Once found, the place stays, whatever
/// else comes, until the person has looked and gone away again, or writes. FX thread only.
final class NewMessages {
    private boolean looked = true;
    private boolean sought;
    private int count;
    private long readSeq;
    private Optional<EntryId> first = Optional.empty();

    /// So much is unread, while nobody is looking.
    ///
    /// @param read the number up to which the person has seen the room
    /// @return whether that is news
    boolean unread(int unread, long read) {
        if (unread == 0 || !looked) {
            return false;
        }
        looked = false;
        sought = true;
        count = unread;
        readSeq = read;
        first = Optional.empty();
        return true;
    }

    /// All there is was seen: what comes while nobody looks is new from then on.
    void looked() {
        looked = true;
    }

    void forget() {
        looked = true;
        sought = false;
        first = Optional.empty();
    }

    Optional<EntryId> first() {
        return first;
    }

    /// Whether the first of them is not among the messages that are held.
    boolean isSought() {
        return sought;
    }

    /// @param all whether nothing is older than `items`
    void lookIn(List<Item> items, boolean all) {
        if (!sought) {
            return;
        }
        int left = count;
        Optional<EntryId> oldest = Optional.empty();
        long after = Long.MAX_VALUE;
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i) instanceof Item.Said(Message message) && !message.own()) {
                long seq = message.seq().orElse(after);
                // A higher number before a lower one is of a log that ended.
                if (message.seq().isPresent() && (seq <= readSeq || seq > after)) {
                    found(oldest);
                    return;
                }
                after = seq;
                oldest = Optional.of(message.id());
                if (message.seq().isEmpty() && --left == 0) {
                    found(oldest);
                    return;
                }
            }
        }
        if (all && !items.isEmpty()) {
            found(oldest);
        }
    }

    private void found(Optional<EntryId> place) {
        sought = false;
        first = place;
    }
}
