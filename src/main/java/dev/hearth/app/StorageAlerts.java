package dev.hearth.app;

import dev.hearth.log.StoreNotice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// What happens to a hosted chat and its log, until its window listens and from then on.
/// Thread-safe.
final class StorageAlerts implements WatchedHost.Notices {
    private record Trouble(String sentence, boolean lasting) {}

    private final List<Trouble> early = new ArrayList<>();
    private @Nullable BiConsumer<String, Boolean> listener;

    @Override
    public void log(StoreNotice notice) {
        say(LogNotices.sentence(notice), notice instanceof StoreNotice.Refusing);
    }

    @Override
    public synchronized void say(String sentence, boolean lasting) {
        if (listener == null) {
            early.add(new Trouble(sentence, lasting));
        } else {
            listener.accept(sentence, lasting);
        }
    }

    /// What happened so far, in sentences; nobody is told of it again.
    synchronized List<String> soFar() {
        List<String> sentences = early.stream().map(Trouble::sentence).toList();
        early.clear();
        return sentences;
    }

    synchronized void listen(BiConsumer<String, Boolean> told) {
        listener = told;
        early.forEach(each -> told.accept(each.sentence(), each.lasting()));
        early.clear();
    }
}
