package dev.hearth.client.replica;

import dev.hearth.client.outbox.ChatContext;
import dev.hearth.model.Entry;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Limits;
import dev.hearth.model.RoomId;
import dev.hearth.protocol.Answers;
import dev.hearth.protocol.Deltas;
import dev.hearth.protocol.EntryCodec;
import dev.hearth.protocol.Events;
import dev.hearth.protocol.Queries;
import dev.hearth.protocol.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Fills the holes between what was shown of a room and what the host has, page by page (wire.md,
/// rule 1). One request per room is under way. Confined to the chat's loop.
final class GapFiller {
    /// What a host promised on entering, or an acknowledgement told of, is usually on its way.
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// What happens with what comes.
    interface Listener {
        void line(RoomView view, long seq, Optional<Entry> entry);

        /// All lines of a page have been told.
        void page(RoomView view);

        /// Too much is missing to be fetched.
        void tooFarBehind(RoomView view);
    }

    private final ChatContext context;
    private final Listener listener;
    private boolean entered;

    GapFiller(ChatContext context, Listener listener) {
        this.context = context;
        this.listener = listener;
    }

    void entered(boolean now) {
        entered = now;
    }

    /// Asks for what follows on what was shown, unless that is under way.
    void fill(RoomView view) {
        if (!entered || view.isAsking() || !view.feed().isBehind()) {
            return;
        }
        if (!view.feed().isStarted()) {
            view.feed().start(Math.max(0, view.feed().newest() - Limits.REPLAYED_ENTRIES.value()));
        }
        if (view.feed().missing() > Limits.KEPT_ENTRIES.value()) {
            listener.tooFarBehind(view);
        }
        view.asks();
        int era = view.era();
        long after = view.feed().cursor();
        context.emit(
                Events.HISTORY,
                new Object[] {
                    new Queries.History.Raw(view.room(), after, Limits.PAGE_ENTRIES.value()).toMap()
                },
                answer -> {
                    if (view.era() == era) {
                        view.answered();
                        answered(view, after, answer);
                    }
                });
    }

    private void answered(RoomView view, long after, List<@Nullable Object> answer) {
        Optional<Map<?, ?>> page = Answers.ok(answer);
        if (page.isPresent()) {
            lines(page.get(), view.room(), (seq, entry) -> listener.line(view, seq, entry));
            listener.page(view);
            RoomFeed feed = view.feed();
            if (feed.cursor() > after) {
                fill(view);
            } else {
                // The host has nothing here: what was believed to be missing does not exist.
                Queries.RawPage.read(page.get())
                        .filter(read -> read.entries().isEmpty() && !read.more())
                        .ifPresent(read -> feed.settleFor(read.lastSeq()));
                listener.page(view);
                later(view, PAUSE);
            }
        } else {
            Optional<Refusal> refusal = Refusal.in(answer);
            if (refusal.map(it -> it.code() == ErrorCode.NO_ROOM).orElse(false)) {
                view.feed().settleFor(view.feed().cursor());
                listener.page(view);
            } else {
                listener.page(view);
                later(view, refusal.flatMap(Refusal::retryAfter).orElse(PAUSE));
            }
        }
    }

    /// What is done with one line of the log.
    interface Line {
        void read(long seq, Optional<Entry> entry);
    }

    /// The lines of a page, also those that this program cannot read.
    static void lines(Map<?, ?> page, RoomId room, Line sink) {
        if (page.get("entries") instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> map) {
                    line(map, room, sink);
                }
            }
        }
    }

    private static void line(Map<?, ?> map, RoomId room, Line sink) {
        Optional<Entry> entry = EntryCodec.read(map).filter(it -> it.room().equals(room));
        if (entry.isPresent()) {
            sink.read(entry.get().seq(), entry);
        } else {
            Deltas.seqOfUnknown(map).stream()
                    .filter(seq -> seq > 0)
                    .forEach(seq -> sink.read(seq, Optional.empty()));
        }
    }

    private void later(RoomView view, Duration wait) {
        int era = view.era();
        context.after(
                wait,
                () -> {
                    if (view.era() == era) {
                        fill(view);
                    }
                });
    }

    /// Looks after a moment whether what was promised has come, and asks for it if nothing has.
    void watch(RoomView view) {
        if (!view.watched && view.feed().isBehind()) {
            view.watched = true;
            long cursor = view.feed().cursor();
            context.after(
                    ON_ITS_WAY,
                    () -> {
                        view.watched = false;
                        if (view.feed().cursor() == cursor) {
                            fill(view);
                        }
                        watch(view);
                    });
        }
    }

    /// Asks for one page of the log from after `seq` on.
    ///
    /// @param then gets the page; empty when the host does not give one
    void page(RoomId room, long seq, int limit, Consumer<Optional<Map<?, ?>>> then) {
        context.emit(
                Events.HISTORY,
                new Object[] {new Queries.History.Raw(room, seq, limit).toMap()},
                answer -> then.accept(Answers.ok(answer)));
    }

    boolean isEntered() {
        return entered;
    }
}
