package dev.hearth.store;

import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.SearchHits;
import java.sql.SQLException;
import java.time.Duration;

/// Searches whose cost is bounded, whatever is stored and whatever is looked for.
///
/// To rank means to look at everything that fits. What is not done within [#RANKED] is looked for
/// again without ranking: the newest come first, and `more` says that there may be others. Only
/// what still takes too long (words that are frequent, but never together) is refused.
final class Searches {
    static final Duration RANKED = Duration.ofSeconds(1);
    static final Duration NEWEST = Duration.ofSeconds(1);

    private final Database database;

    Searches(Database database) {
        this.database = database;
    }

    /// @throws HearthException BUSY: too many searches at once, or this one would take too long
    SearchHits search(SearchQuery query) {
        try {
            return database.readSlowly(session -> Search.run(session, query, true), RANKED);
        } catch (SQLException e) {
            if (!SlowReaders.isLate(e)) {
                throw database.failed(e);
            }
        }
        try {
            SearchHits newest =
                    database.readSlowly(session -> Search.run(session, query, false), NEWEST);
            return new SearchHits(newest.hits(), true);
        } catch (SQLException e) {
            if (!SlowReaders.isLate(e)) {
                throw database.failed(e);
            }
            throw new HearthException(
                    ErrorCode.BUSY,
                    "This search takes too long. Look for a longer or rarer word, in one room, or"
                            + " within a shorter time.",
                    e);
        }
    }
}
