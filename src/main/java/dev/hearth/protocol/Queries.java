package dev.hearth.protocol;

import dev.hearth.model.Entry;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HearthException;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.HistoryRequest.Where;
import dev.hearth.model.Limits;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import dev.hearth.model.SearchHits;
import dev.hearth.model.SearchHits.Hit;
import dev.hearth.model.SearchHits.Range;
import dev.hearth.model.SearchRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The requests of `/hearth` that change nothing, and their answers. Stateless.
public final class Queries {
    private Queries() {}

    /// `history`: a part of a room's log.
    public sealed interface History {
        RoomId room();

        /// The log itself: `{room, after, limit?}`.
        record Raw(RoomId room, long after, int limit) implements History {}

        /// Messages with what happened to them: `{room, before, limit?}`, `{room, around, limit?}`.
        record Folded(HistoryRequest request) implements History {
            @Override
            public RoomId room() {
                return request.room();
            }
        }

        /// @throws HearthException MALFORMED
        static History read(Map<?, ?> map) {
            RoomId room = Deltas.room(map).orElseThrow(() -> malformed("room"));
            int limit = limit(map, Limits.PAGE_ENTRIES);
            OptionalLong after = Fields.number(map, "after");
            OptionalLong before = Fields.number(map, "before");
            OptionalLong around = Fields.number(map, "around");
            if (after.isPresent()) {
                return new Raw(room, Math.max(0, after.getAsLong()), limit);
            } else if (before.isPresent()) {
                return new Folded(
                        new HistoryRequest(room, new Where.Before(before.getAsLong()), limit));
            } else if (around.isPresent()) {
                return new Folded(
                        new HistoryRequest(room, new Where.Around(around.getAsLong()), limit));
            }
            throw malformed(
                    Stream.of("before", "around", "after")
                            .filter(key -> map.get(key) != null)
                            .findFirst()
                            .orElse("after"));
        }

        default Map<String, Object> toMap() {
            Map<String, Object> map = Wire.map("room", room().value());
            switch (this) {
                case Raw(var _, long after, int limit) -> {
                    map.put("after", after);
                    map.put("limit", limit);
                }
                case Folded(HistoryRequest(var _, Where where, int limit)) -> {
                    switch (where) {
                        case Where.Before(long seq) -> map.put("before", seq);
                        case Where.Around(long seq) -> map.put("around", seq);
                    }
                    map.put("limit", limit);
                }
            }
            return map;
        }
    }

    /// Entries of the log, in order: `{ok, entries, lastSeq, more}`.
    ///
    /// @param lastSeq the newest of the room
    public record RawPage(List<Entry> entries, long lastSeq, boolean more) {
        public RawPage {
            entries = List.copyOf(entries);
        }

        /// Empty when it is no such page; an entry that makes no sense makes it none.
        public static Optional<RawPage> read(Map<?, ?> map) {
            List<Entry> entries = Wire.list(map, "entries", EntryCodec::read);
            boolean whole =
                    map.get("entries") instanceof List<?> all && all.size() == entries.size();
            return whole
                    ? Optional.of(
                            new RawPage(
                                    entries,
                                    Fields.seq(map, "lastSeq").orElse(0),
                                    Boolean.TRUE.equals(map.get("more"))))
                    : Optional.empty();
        }

        public Map<String, Object> toMap() {
            Map<String, Object> map = Answers.ok();
            map.put("entries", Wire.maps(entries, EntryCodec::map));
            map.put("lastSeq", lastSeq);
            map.put("more", more);
            return map;
        }
    }

    /// `{ok, messages, asOf, more}`.
    public static Map<String, Object> map(HistoryPage page) {
        Map<String, Object> map = Answers.ok();
        map.put("messages", Wire.maps(page.messages(), MessageCodec::map));
        map.put("asOf", page.asOf());
        map.put("more", page.more());
        return map;
    }

    public static HistoryPage readPage(Map<?, ?> map) {
        return new HistoryPage(
                Wire.list(map, "messages", MessageCodec::read),
                Fields.seq(map, "asOf").orElse(0),
                Boolean.TRUE.equals(map.get("more")));
    }

    /// `search`: `{q, room?, from?, since?, until?, limit?}`.
    public static Map<String, Object> map(SearchRequest request) {
        Map<String, Object> map = Wire.map("q", request.text());
        request.room().ifPresent(room -> map.put("room", room.value()));
        request.from().ifPresent(person -> map.put("from", person.value()));
        request.since().ifPresent(at -> map.put("since", at.toEpochMilli()));
        request.until().ifPresent(at -> map.put("until", at.toEpochMilli()));
        map.put("limit", request.limit());
        return map;
    }

    /// @throws HearthException MALFORMED, TOO_LONG
    public static SearchRequest readSearch(Map<?, ?> map) {
        String text = Fields.text(map, "q").orElseThrow(() -> malformed("q"));
        if (text.length() > Limits.SEARCH_CHARACTERS.value()) {
            throw new HearthException(
                    ErrorCode.TOO_LONG,
                    "What is looked for is longer than "
                            + Limits.SEARCH_CHARACTERS.value()
                            + " characters.");
        }
        return new SearchRequest(
                text,
                textIfThere(map, "room").map(RoomId::new),
                textIfThere(map, "from").map(PersonId::new),
                time(map, "since"),
                time(map, "until"),
                limit(map, Limits.SEARCH_HITS));
    }

    /// `{ok, hits: [{message, ranges: [[start, end]]}], more}`.
    public static Map<String, Object> map(SearchHits hits) {
        Map<String, Object> map = Answers.ok();
        map.put("hits", Wire.maps(hits.hits(), Queries::map));
        map.put("more", hits.more());
        return map;
    }

    private static Map<String, Object> map(Hit hit) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("message", MessageCodec.map(hit.message()));
        map.put(
                "ranges",
                hit.ranges().stream().map(each -> List.of(each.start(), each.end())).toList());
        return map;
    }

    public static SearchHits readHits(Map<?, ?> map) {
        return new SearchHits(
                Wire.list(map, "hits", Queries::hit), Boolean.TRUE.equals(map.get("more")));
    }

    private static Optional<Hit> hit(Map<?, ?> map) {
        return Fields.map(map, "message")
                .flatMap(MessageCodec::read)
                .map(message -> new Hit(message, ranges(map, message)));
    }

    /// A range that is not within the text would break the client that highlights it.
    private static List<Range> ranges(Map<?, ?> map, FoldedMessage message) {
        if (!(map.get("ranges") instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .filter(each -> each instanceof List<?> pair && pair.size() == 2)
                .map(each -> (List<?>) each)
                .map(
                        pair ->
                                new Range(
                                        Math.clamp(
                                                Fields.number(pair.get(0)).orElse(-1),
                                                -1,
                                                Integer.MAX_VALUE),
                                        Math.clamp(
                                                Fields.number(pair.get(1)).orElse(-1),
                                                -1,
                                                Integer.MAX_VALUE)))
                .filter(
                        range ->
                                0 <= range.start()
                                        && range.start() < range.end()
                                        && range.end() <= message.text().length())
                .toList();
    }

    private static Optional<Instant> time(Map<?, ?> map, String key) {
        if (map.get(key) == null) {
            return Optional.empty();
        }
        long millis = Fields.number(map, key).orElseThrow(() -> malformed(key));
        return Optional.of(Instant.ofEpochMilli(millis));
    }

    /// A filter that makes no sense must not become none.
    private static Optional<String> textIfThere(Map<?, ?> map, String key) {
        return map.get(key) == null
                ? Optional.empty()
                : Optional.of(Fields.text(map, key).orElseThrow(() -> malformed(key)));
    }

    private static int limit(Map<?, ?> map, Limits most) {
        return Math.clamp(Fields.number(map, "limit").orElse(most.value()), 1, most.value());
    }

    private static HearthException malformed(String key) {
        return new HearthException(
                ErrorCode.MALFORMED, "The field “" + key + "” is missing or not as it should be.");
    }
}
