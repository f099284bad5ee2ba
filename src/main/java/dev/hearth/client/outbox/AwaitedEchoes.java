package dev.hearth.client.outbox;

import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.RoomId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The own messages whose echo may come, by their room and text: what a server tells everybody is
/// looked up here, however many are under way. Confined to the chat's loop.
final class AwaitedEchoes {
    /// Messages of one text, by their place.
    ///
    /// @param now sent on this connection
    /// @param before sent on an earlier one alone
    private record SameText(
            NavigableMap<Long, OutboxItem> now, NavigableMap<Long, OutboxItem> before) {
        SameText() {
            this(new TreeMap<>(), new TreeMap<>());
        }

        void remove(OutboxItem item) {
            now.remove(item.place(), item);
            before.remove(item.place(), item);
        }

        boolean isEmpty() {
            return now.isEmpty() && before.isEmpty();
        }
    }

    private record Words(RoomId room, String text) {
        static Words of(PostMessage post) {
            return new Words(post.in(), post.text());
        }
    }

    private final Map<Words, SameText> texts = new HashMap<>();

    void clear() {
        texts.clear();
    }

    /// The state of `item` may have changed, or it was sent.
    void note(OutboxItem item) {
        forget(item);
        if (item.command() instanceof PostMessage post && mayHaveArrived(item)) {
            SameText same = texts.computeIfAbsent(Words.of(post), _ -> new SameText());
            (item.isSentNow() ? same.now() : same.before()).put(item.place(), item);
        }
    }

    private static boolean mayHaveArrived(OutboxItem item) {
        return item.sendings() > 0 && !(item.state() instanceof SendState.Failed);
    }

    void forget(OutboxItem item) {
        if (item.command() instanceof PostMessage post) {
            SameText same = texts.get(Words.of(post));
            if (same != null) {
                same.remove(item);
                if (same.isEmpty()) {
                    texts.remove(Words.of(post));
                }
            }
        }
    }

    /// The oldest into this room with one of these texts that was sent on this connection; else the
    /// oldest that was ever sent.
    Optional<OutboxItem> oldest(RoomId room, Collection<String> anyOf) {
        return oldest(room, anyOf, SameText::now).or(() -> oldest(room, anyOf, SameText::before));
    }

    private Optional<OutboxItem> oldest(
            RoomId room,
            Collection<String> anyOf,
            Function<SameText, NavigableMap<Long, OutboxItem>> which) {
        return anyOf.stream()
                .flatMap(text -> Optional.ofNullable(texts.get(new Words(room, text))).stream())
                .map(which)
                .filter(items -> !items.isEmpty())
                .map(items -> items.firstEntry().getValue())
                .min(Comparator.comparingLong(OutboxItem::place));
    }
}
