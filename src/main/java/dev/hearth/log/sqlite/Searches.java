package dev.hearth.log.sqlite;

import dev.hearth.log.SearchQuery;
import dev.hearth.log.StorageException;
import dev.hearth.log.StorageException.Reason;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.SearchHits;
import java.time.Duration;

/// Searches whose cost is bounded, whatever is stored and whatever is looked for.
///
/// To rank means to look at everything that fits. What is not done within [#RANKED] is looked for
/// again without ranking: the newest come first, and `more` says that there may be others. Only
/// what still takes too long (words that are frequent, but never together) is refused.
final class Searches {
    static final Duration RANKED = Duration.ofSeconds(1);
    static final Duration NEWEST = Duration.ofSeconds(1);

    private final Storage storage;

    Searches(Storage storage) {
        this.storage = storage;
    }

    /// @throws HearthException BUSY: too many searches at once, or this one would take too long
    SearchHits search(SearchQuery query) {
        try {
            return storage.readSlowly(session -> Search.run(session, query, true), RANKED);
        } catch (StorageException e) {
            if (e.reason() != Reason.SLOW) {
                throw e;
            }
        }
        try {
            SearchHits newest =
                    storage.readSlowly(session -> Search.run(session, query, false), NEWEST);
            return new SearchHits(newest.hits(), true);
        } catch (StorageException e) {
            if (e.reason() != Reason.SLOW) {
                throw e;
            }
            throw new HearthException(
                    ErrorCode.BUSY,
                    "This search takes too long. Look for a longer or rarer word, in one room, or"
                            + " within a shorter time.",
                    e);
        }
    }
}
