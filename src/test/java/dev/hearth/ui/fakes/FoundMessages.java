package dev.hearth.ui.fakes;

import dev.hearth.model.FoldedMessage;
import dev.hearth.model.Message;
import dev.hearth.model.SearchAnswer;
import dev.hearth.model.SearchHits;
import dev.hearth.model.SearchHits.Hit;
import dev.hearth.model.SearchHits.Range;
import dev.hearth.model.SearchRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// What a made-up host finds among some messages: those that have the words, wherever they stand.
/// FX thread.
public final class FoundMessages {
    private final List<Message> messages = new ArrayList<>();
    private final List<SearchRequest> asked = new ArrayList<>();
    private boolean whole = true;

    public FoundMessages(Message... messages) {
        this.messages.addAll(Arrays.asList(messages));
    }

    public void add(Collection<Message> more) {
        messages.addAll(more);
    }

    /// From now on only what is kept is looked through.
    public void onlyKept() {
        whole = false;
    }

    /// What was asked for, in order.
    public List<SearchRequest> asked() {
        return List.copyOf(asked);
    }

    public CompletionStage<SearchAnswer> answer(SearchRequest request) {
        asked.add(request);
        List<Hit> hits =
                messages.stream()
                        .filter(it -> request.room().stream().allMatch(it.room()::equals))
                        .filter(it -> request.from().stream().allMatch(it.from().id()::equals))
                        .map(it -> hit(it, request.text()))
                        .filter(it -> !it.ranges().isEmpty())
                        .toList();
        boolean more = hits.size() > request.limit();
        var found = new SearchHits(hits.subList(0, Math.min(hits.size(), request.limit())), more);
        Optional<Instant> since =
                whole
                        ? Optional.empty()
                        : messages.stream().map(Message::at).min(Instant::compareTo);
        return CompletableFuture.completedStage(new SearchAnswer(found, whole, since));
    }

    /// A message as something that was found, with every place of `words`.
    public static Hit hit(Message message, String words) {
        List<Range> ranges = new ArrayList<>();
        for (int at = message.text().indexOf(words);
                at >= 0;
                at = message.text().indexOf(words, at + words.length())) {
            ranges.add(new Range(at, at + words.length()));
        }
        return new Hit(folded(message), ranges);
    }

    public static FoldedMessage folded(Message message) {
        return new FoldedMessage(
                message.room(),
                message.seq().orElse(0),
                message.id(),
                message.from(),
                message.at(),
                message.text(),
                message.details().replyTo(),
                message.details().files(),
                message.details().edited(),
                message.details().deleted(),
                message.details().reactions());
    }
}
