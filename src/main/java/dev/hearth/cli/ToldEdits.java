package dev.hearth.cli;

import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.model.Message.Details;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What was told already of edits and deletions: a message changes also when somebody reacts to it,
/// and that is no reason to print it again. Remembers the latest some thousand. One thread.
final class ToldEdits {
    private static final int KEPT = 10_000;

    private record Told(Optional<Instant> edited, boolean deleted) {
        static Told of(Details details) {
            return new Told(details.edited(), details.deleted());
        }
    }

    private static final Told NOTHING = Told.of(Details.NONE);

    private final Map<EntryId, Told> told =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<EntryId, Told> eldest) {
                    return size() > KEPT;
                }
            };

    void remember(Message message) {
        Told now = Told.of(message.details());
        if (!now.equals(NOTHING)) {
            told.put(message.id(), now);
        }
    }

    /// Whether `message` was edited or deleted since it was told.
    boolean isNews(Message message) {
        Told now = Told.of(message.details());
        return !now.equals(NOTHING) && !now.equals(told.get(message.id()));
    }
}
