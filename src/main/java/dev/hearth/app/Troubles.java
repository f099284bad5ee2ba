package dev.hearth.app;

import dev.hearth.store.StoreNotice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// What happens to the log of a hosted chat, until its window listens and from then on.
/// Thread-safe.
final class Troubles {
    private final List<StoreNotice> early = new ArrayList<>();
    private @Nullable BiConsumer<String, Boolean> listener;

    synchronized void noticed(StoreNotice notice) {
        if (listener == null) {
            early.add(notice);
        } else {
            tell(notice, listener);
        }
    }

    /// What happened so far, in sentences; nobody is told of it again.
    synchronized List<String> soFar() {
        List<String> sentences = early.stream().map(LogNotices::sentence).toList();
        early.clear();
        return sentences;
    }

    synchronized void listen(BiConsumer<String, Boolean> told) {
        listener = told;
        early.forEach(notice -> tell(notice, told));
        early.clear();
    }

    private static void tell(StoreNotice notice, BiConsumer<String, Boolean> told) {
        told.accept(LogNotices.sentence(notice), notice instanceof StoreNotice.Refusing);
    }
}
