package dev.hearth.client.replica;

import dev.hearth.model.Entry;
import dev.hearth.model.EntryId;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.RoomFold;
import dev.hearth.model.RoomId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The last messages of a room that were shown, as they stand now, so that what happens to one can
/// be told at once. Others are looked up where they are kept. Confined to the chat's loop.
final class ShownMessages {
    private static final int REMEMBERED = 2_500;
    private static final long CHARACTERS = 4_000_000;

    /// @param asOf up to where in the log everything about it is in it
    private record Shown(FoldedMessage message, long asOf) {}

    private final RoomId room;
    private final Map<EntryId, Shown> messages = new LinkedHashMap<>();
    private long characters;

    ShownMessages(RoomId room) {
        this.room = room;
    }

    void clear() {
        messages.clear();
        characters = 0;
    }

    private void put(EntryId id, Shown shown) {
        Shown before = messages.put(id, shown);
        characters += length(shown) - (before == null ? 0 : length(before));
        var eldest = messages.values().iterator();
        while (messages.size() > REMEMBERED || (characters > CHARACTERS && messages.size() > 1)) {
            characters -= length(eldest.next());
            eldest.remove();
        }
    }

    private static int length(Shown shown) {
        return shown.message().text().length();
    }

    /// Takes in `message` as it was at `asOf`.
    void show(FoldedMessage message, long asOf) {
        put(message.id(), new Shown(message, asOf));
    }

    /// Takes in a message that was just written.
    FoldedMessage show(Entry post) {
        RoomFold fold = new RoomFold(room);
        fold.apply(post);
        FoldedMessage message = fold.find(post.id()).orElseThrow();
        show(message, post.seq());
        return message;
    }

    int count() {
        return messages.size();
    }

    boolean has(EntryId id) {
        return messages.containsKey(id);
    }

    /// Takes in what happened to the message `of`.
    ///
    /// @return how it stands now; empty when that is as before, or it is not one of these
    Optional<FoldedMessage> apply(Entry entry, EntryId of) {
        Shown known = messages.get(of);
        if (known == null || entry.seq() <= known.asOf()) {
            return Optional.empty();
        }
        RoomFold fold = new RoomFold(room);
        fold.hold(known.message(), known.asOf());
        fold.apply(entry);
        FoldedMessage now = fold.find(of).orElse(known.message());
        put(of, new Shown(now, entry.seq()));
        return now.equals(known.message()) ? Optional.empty() : Optional.of(now);
    }
}
