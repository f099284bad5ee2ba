package dev.hearth.client.dialect;

import dev.hearth.client.replica.ReplicaWriter;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.SearchAnswer;
import dev.hearth.model.SearchHits;
import dev.hearth.model.SearchRequest;
import dev.hearth.protocol.Answers;
import dev.hearth.protocol.Events;
import dev.hearth.protocol.Queries;
import dev.hearth.protocol.Refusal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Questions that change nothing: to the host, or where it does not answer to what is kept here.
/// Confined to the chat's loop.
final class HostQueries {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DialectContext context;
    private final ReplicaWriter writer;
    private final Set<Open<?>> open = new LinkedHashSet<>();
    private boolean entered;

    /// A question that the host was asked.
    private final class Open<T> {
        private final CompletableFuture<T> answer;
        private final Function<Map<?, ?>, T> reader;
        private final Runnable otherwise;
        private final Runnable cancelTimer;

        Open(CompletableFuture<T> answer, Function<Map<?, ?>, T> reader, Runnable otherwise) {
            this.answer = answer;
            this.reader = reader;
            this.otherwise = otherwise;
            cancelTimer = context.after(PATIENCE, this::giveUp);
        }

        void answered(List<@Nullable Object> said) {
            if (finish()) {
                Optional<Map<?, ?>> ok = Answers.ok(said);
                Optional<Refusal> refusal = Refusal.in(said);
                if (ok.isPresent()) {
                    answer.complete(reader.apply(ok.get()));
                } else if (refusal.isPresent() && refusal.get().retryAfter().isEmpty()) {
                    answer.completeExceptionally(
                            new HearthException(refusal.get().code(), refusal.get().message()));
                } else {
                    otherwise.run();
                }
            }
        }

        void giveUp() {
            if (finish()) {
                otherwise.run();
            }
        }

        void fail(HearthException why) {
            if (finish()) {
                answer.completeExceptionally(why);
            }
        }

        private boolean finish() {
            cancelTimer.run();
            return open.remove(this);
        }
    }

    HostQueries(DialectContext context, ReplicaWriter writer) {
        this.context = context;
        this.writer = writer;
    }

    void entered() {
        entered = true;
    }

    void cut() {
        entered = false;
        List.copyOf(open).forEach(Open::giveUp);
    }

    /// The chat ends.
    ///
    /// @param why what those learn who wait for an answer
    void leave(HearthException why) {
        entered = false;
        List.copyOf(open).forEach(question -> question.fail(why));
    }

    void history(HistoryRequest request, CompletableFuture<HistoryPage> answer) {
        ask(
                Events.HISTORY,
                new Queries.History.Folded(request).toMap(),
                answer,
                Queries::readPage,
                () -> writer.read(kept -> kept.history(request), page -> complete(answer, page)));
    }

    private static void complete(
            CompletableFuture<HistoryPage> answer, Optional<HistoryPage> page) {
        page.ifPresentOrElse(
                answer::complete,
                () ->
                        answer.completeExceptionally(
                                new HearthException(
                                        ErrorCode.CLOSED,
                                        "There is no connection, and nothing is kept here.")));
    }

    void search(SearchRequest request, CompletableFuture<SearchAnswer> answer) {
        ask(
                Events.SEARCH,
                Queries.map(request),
                answer,
                map -> new SearchAnswer(Queries.readHits(map), true, Optional.empty()),
                () ->
                        writer.read(
                                kept -> kept.search(request),
                                found ->
                                        answer.complete(
                                                found.orElse(
                                                        new SearchAnswer(
                                                                SearchHits.NONE,
                                                                false,
                                                                Optional.empty())))));
    }

    private <T> void ask(
            String event,
            Map<String, Object> fields,
            CompletableFuture<T> answer,
            Function<Map<?, ?>, T> reader,
            Runnable otherwise) {
        if (entered) {
            Open<T> question = new Open<>(answer, reader, otherwise);
            open.add(question);
            context.emit(event, new Object[] {fields}, question::answered);
        } else {
            otherwise.run();
        }
    }
}
