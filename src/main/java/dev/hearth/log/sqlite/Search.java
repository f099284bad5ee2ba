package dev.hearth.log.sqlite;

import dev.hearth.log.SearchQuery;
import dev.hearth.model.Entry;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.RoomId;
import dev.hearth.model.SearchHits;
import dev.hearth.model.SearchHits.Hit;
import dev.hearth.sqlite.SqlSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One search, on a session that sees one moment.
///
/// First what has the terms as words (or, in scripts without spaces, anywhere); when that is less
/// than the limit, then what has them within words. Each part is ranked by bm25, rounded so that of
/// about equally good hits the newest comes first. Who may see what is part of the query: a message
/// of another room is never read.
///
/// Ranking looks at everything that fits. Without it the newest come first, and the search ends
/// with as many as were asked for.
final class Search {
    private static final String ENTRY = EntryRows.SELECT + "WHERE e.n = ?";

    private final SqlSession session;
    private final SearchQuery query;
    private final SearchTerms terms;
    private final Highlight highlight;
    private final boolean ranked;
    private final Set<Long> found = new LinkedHashSet<>();

    private Search(SqlSession session, SearchQuery query, SearchTerms terms, boolean ranked) {
        this.session = session;
        this.query = query;
        this.terms = terms;
        this.highlight = new Highlight(terms);
        this.ranked = ranked;
    }

    static SearchHits run(SqlSession session, SearchQuery query, boolean ranked)
            throws SQLException {
        SearchTerms terms = SearchTerms.of(query.text());
        return terms.isEmpty() || query.limit() < 1
                ? SearchHits.NONE
                : new Search(session, query, terms, ranked).hits();
    }

    private SearchHits hits() throws SQLException {
        collect(terms.matchWords(), SearchTerms.matchGrams(terms.grams()), terms.parts());
        if (found.size() <= query.limit() && !terms.everything().isEmpty()) {
            collect("", SearchTerms.matchGrams(terms.everything()), List.of());
        }
        List<Hit> hits = new ArrayList<>();
        int characters = 0;
        for (long n : found) {
            if (hits.size() == query.limit() || characters >= EntryRows.PAGE_CHARACTERS) {
                return new SearchHits(hits, true);
            }
            Optional<Hit> hit = hit(n);
            hit.ifPresent(hits::add);
            characters += hit.map(each -> each.message().text().length()).orElse(0);
        }
        return new SearchHits(hits, false);
    }

    /// Adds what fits all of the three, one more than the limit.
    private void collect(String words, String grams, List<String> parts) throws SQLException {
        StringBuilder from = new StringBuilder();
        StringBuilder conditions = new StringBuilder();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(History.json(query.rooms().stream().map(RoomId::value).toList()));
        values.add(query.from().map(Object::toString).orElse(null));
        values.add(query.since().map(at -> at.toEpochMilli()).orElse(null));
        values.add(query.until().map(at -> at.toEpochMilli()).orElse(null));
        values.add(query.limit() + 1);
        String order = "t.n DESC";
        for (String[] index : new String[][] {{"search_grams", grams}, {"search_words", words}}) {
            if (!index[1].isEmpty()) {
                // CROSS keeps the order: what the index found is looked up, never the reverse.
                from.append(index[0]).append(" CROSS JOIN ");
                values.add(index[1]);
                conditions.append("AND t.n = ").append(index[0]).append(".rowid AND ");
                conditions.append(index[0]).append(" MATCH ?" + values.size() + " ");
                order =
                        ranked
                                ? "round(bm25(" + index[0] + "), 1), t.at DESC, t.n DESC"
                                : from.substring(0, from.indexOf(" ")) + ".rowid DESC";
            }
        }
        for (String part : parts) {
            values.add(part);
            conditions.append("AND instr(t.text, ?" + values.size() + ") > 0 ");
        }
        String sql =
                """
                SELECT t.n FROM %s search_texts t
                WHERE t.room IN (SELECT n FROM rooms WHERE id IN (SELECT value FROM json_each(?1)))
                AND (?2 IS NULL OR t.person = (SELECT n FROM people WHERE id = ?2))
                AND (?3 IS NULL OR t.at >= ?3) AND (?4 IS NULL OR t.at < ?4)
                %s
                ORDER BY %s LIMIT ?5
                """
                        .formatted(from, conditions, order);
        found.addAll(session.list(sql, row -> row.getLong(1), values.toArray()));
    }

    private Optional<Hit> hit(long n) throws SQLException {
        Optional<Entry> entry = session.first(ENTRY, EntryRows::read, n);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        RoomId room = entry.get().room();
        Optional<FoldedMessage> message =
                History.fold(session, room, List.of(entry.get())).find(entry.get().id());
        return message.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hit(message.get(), highlight.ranges(message.get().text())));
    }
}
