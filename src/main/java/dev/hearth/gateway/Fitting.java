package dev.hearth.gateway;

import dev.hearth.model.Entry;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest.Where;
import dev.hearth.model.SearchHits;
import dev.hearth.protocol.EntryCodec;
import dev.hearth.protocol.MessageCodec;
import dev.hearth.protocol.Queries.RawPage;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes answers fit into a packet: a page that is full by its characters may still be too large in
/// JSON. What does not fit is left for the next page; one item goes however large it is. Stateless.
final class Fitting {
    /// Bytes of the items of an answer; the rest of the packet is small.
    static final int BYTES = 900_000;

    private Fitting() {}

    static RawPage fit(List<Entry> entries, long lastSeq) {
        List<Entry> some = first(entries, EntryCodec::map);
        boolean more = !some.isEmpty() && some.getLast().seq() < lastSeq;
        return new RawPage(some, lastSeq, more);
    }

    static SearchHits fit(SearchHits hits) {
        List<SearchHits.Hit> some = first(hits.hits(), hit -> MessageCodec.map(hit.message()));
        return new SearchHits(some, hits.more() || some.size() < hits.hits().size());
    }

    /// Those next to the place that was asked for.
    static HistoryPage fit(HistoryPage page, Where where) {
        Deque<FoldedMessage> some = new ArrayDeque<>(page.messages());
        long size = some.stream().mapToLong(each -> size(MessageCodec.map(each))).sum();
        boolean more = page.more();
        while (size > BYTES && some.size() > 1) {
            boolean oldest = isOldestFarther(some, where);
            FoldedMessage dropped = oldest ? some.removeFirst() : some.removeLast();
            size -= size(MessageCodec.map(dropped));
            more |= oldest;
        }
        return new HistoryPage(List.copyOf(some), page.asOf(), more);
    }

    private static boolean isOldestFarther(Deque<FoldedMessage> some, Where where) {
        return switch (where) {
            case Where.Before _ -> true;
            case Where.Around(long seq) ->
                    seq - some.getFirst().seq() >= some.getLast().seq() - seq;
        };
    }

    private static <T> List<T> first(List<T> all, Function<T, Map<String, Object>> write) {
        long size = 0;
        int n = 0;
        while (n < all.size()) {
            size += size(write.apply(all.get(n)));
            if (size > BYTES && n > 0) {
                break;
            }
            n++;
        }
        return all.subList(0, n);
    }

    /// At least the bytes that `value` takes as JSON.
    private static long size(@Nullable Object value) {
        return switch (value) {
            case String text -> text(text);
            case Map<?, ?> map ->
                    2
                            + map.entrySet().stream()
                                    .mapToLong(each -> size(each.getKey()) + size(each.getValue()))
                                    .sum();
            case Collection<?> list -> 2 + list.stream().mapToLong(Fitting::size).sum();
            case null, default -> 21;
        };
    }

    private static long text(String text) {
        long size = 4;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            size += c < ' ' ? 6 : c == '"' || c == '\\' ? 2 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        }
        return size;
    }
}
