package dev.hearth.host;

import dev.hearth.host.ChatHost.Receipt;
import dev.hearth.log.ChatLog;
import dev.hearth.log.StoredPost;
import dev.hearth.model.Command.DeleteMessage;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes messages that are older than the owner of the chat wants to keep them, as a deletion by
/// their authors does: for everybody, in every copy, for good.
///
/// The log is read, and the deletions are asked for, on a virtual thread beside the loop, a page at
/// a time and with a pause after each, so that nobody waits behind them. What a crash or a full
/// disk left is deleted by the next round. Thread-safe.
final class Keeping {
    /// The key of the note with the number of days; none or 0 for ever.
    private static final String NOTE = "keep-days";

    /// Who is about to look for something old may still find it.
    private static final Duration FIRST = Duration.ofMinutes(1);

    private static final Duration PERIOD = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int PAGE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);

    private final InstantSource clock;
    private final ChatLog store;
    private final BiFunction<StoredPost, Submission, CompletableFuture<Receipt>> submit;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Optional<Duration> keepFor;
    private volatile Instant due;
    private volatile boolean over;

    /// @param submit hands a command to the loop; must wait for a place in its queue
    /// @param wish for how long messages are kept from now on, zero for ever; empty as before
    Keeping(
            InstantSource clock,
            ChatLog store,
            BiFunction<StoredPost, Submission, CompletableFuture<Receipt>> submit,
            Optional<Duration> wish) {
        this.clock = clock;
        this.store = store;
        this.submit = submit;
        Optional<String> before = store.note(NOTE);
        Optional<String> now = wish.map(it -> Long.toString(it.toDays())).or(() -> before);
        if (!now.equals(before)) {
            store.note(NOTE, now.orElse("0"));
        }
        this.keepFor = now.flatMap(Keeping::days);
        this.due = clock.instant().plus(FIRST);
    }

    private static Optional<Duration> days(String note) {
        try {
            long days = Long.parseLong(note);
            return days <= 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
        } catch (NumberFormatException e) {
            LOG.warn("for how long messages are kept cannot be read, so for ever: {}", note);
            return Optional.empty();
        }
    }

    /// For how long messages are kept; empty for ever.
    Optional<Duration> keepFor() {
        return keepFor;
    }

    /// Keeps messages for so long from now on, also after the next start. Blocks on the disk.
    ///
    /// @param wish whole days; empty for ever
    /// @throws dev.hearth.log.StorageException nothing was changed
    void keepFor(Optional<Duration> wish) {
        store.note(NOTE, Long.toString(wish.map(Duration::toDays).orElse(0L)));
        keepFor = wish;
        begin();
    }

    /// Begins a round when it is time to. On the loop.
    void tidyUp(Instant now) {
        // Also when the clock was set back: once more is better than never again.
        boolean isDue = !now.isBefore(due) || due.isAfter(now.plus(PERIOD));
        if (isDue) {
            due = now.plus(PERIOD);
            begin();
        }
    }

    private void begin() {
        if (keepFor.isPresent() && asked.getAndIncrement() == 0) {
            Thread.ofVirtual().name("hearth-keeping").start(this::round);
        }
    }

    /// Ends before the next page.
    void end() {
        over = true;
    }

    private void round() {
        int seen;
        do {
            seen = asked.get();
            try {
                deleteAll();
            } catch (HearthException e) {
                LOG.debug("old messages are deleted later", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Throwable t) {
                LOG.error("deleting old messages failed", t);
            }
        } while (!asked.compareAndSet(seen, 0));
    }

    private void deleteAll() throws InterruptedException {
        long last = 0;
        int found = PAGE;
        while (found == PAGE && !over && keepFor.isPresent()) {
            Instant before = clock.instant().minus(keepFor.get());
            List<StoredPost> page = store.posts(before, last, PAGE, PATIENCE);
            delete(page);
            found = page.size();
            last = page.isEmpty() ? last : page.getLast().n();
            if (found == PAGE) {
                Thread.sleep(PAUSE);
            }
        }
    }

    private void delete(List<StoredPost> page) {
        List<CompletableFuture<Receipt>> answers = new ArrayList<>();
        for (StoredPost post : page) {
            var delete =
                    new DeleteMessage(
                            EntryId.next(clock.millis()), Optional.of(post.room()), post.id());
            answers.add(submit.apply(post, new Submission(delete, CommandOrigin.KEEPING)));
        }
        answers.forEach(Keeping::await);
    }

    /// What somebody deleted meanwhile is as it should be.
    private static void await(CompletableFuture<Receipt> answer) {
        try {
            answer.join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof HearthException refusal)) {
                throw e;
            }
            if (refusal.code() != ErrorCode.NO_MESSAGE) {
                throw refusal;
            }
        }
    }
}
