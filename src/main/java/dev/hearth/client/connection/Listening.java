package dev.hearth.client.connection;

import dev.hearth.client.dialect.Dialect;
import dev.hearth.client.dialect.DialectContext;
import dev.hearth.client.dialect.EventNames;
import dev.hearth.client.link.PageWords;
import dev.hearth.model.ConnectionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One connection to a namespace that several dialects share, until it is known which of them the
/// server speaks. Confined to the chat's loop.
///
/// The server is listened to, and its page is read. Where neither shows anything each dialect may
/// say one thing: a stranger is not flooded with guesses. A server that stays silent is taken for
/// what [Dialect#takesSilence] says; one that speaks what nobody knows is not written to at all.
final class Listening {
    /// From the opening.
    static final Duration LONGEST = Duration.ofMillis(1_500);

    /// A page that takes longer is not waited for before anything is said.
    static final Duration KNOCK_AFTER = Duration.ofMillis(500);

    /// A server's first word may come a moment after its page.
    static final Duration FIRST_WORD = Duration.ofMillis(200);

    /// An answer to what was said takes no longer than this.
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);

    /// What was heard before is told to the dialect that recognises the server: a few words, for
    /// each may be large.
    private static final int MOST_EVENTS = 20;

    private record Heard(String event, List<@Nullable Object> arguments) {}

    /// What comes of it, exactly once, unless the connection ends before.
    interface Outcome {
        /// The server speaks `dialect`.
        ///
        /// @param presumed whether nothing shows it
        void found(Dialect dialect, boolean presumed);

        /// The server speaks something else.
        void unrecognised(EventNames names);
    }

    private final List<Dialect> dialects;
    private final DialectContext context;
    private final Outcome outcome;
    private final EventNames names = new EventNames();
    private final List<Heard> heard = new ArrayList<>();
    private Runnable cancelKnock = () -> {};
    private Runnable cancelEnd = () -> {};
    private boolean mayKnock;
    private boolean over;

    Listening(List<Dialect> dialects, DialectContext context, Outcome outcome) {
        this.dialects = dialects;
        this.context = context;
        this.outcome = outcome;
    }

    void opened() {
        if (speak(Dialect::isChosen)) {
            return;
        }
        context.become(new ConnectionState.Entering());
        cancelEnd = context.after(LONGEST, this::decide);
        cancelKnock = context.after(KNOCK_AFTER, this::knock);
        context.readPage(this::read);
    }

    void end() {
        over = true;
        cancelKnock.run();
        cancelEnd.run();
    }

    boolean isOver() {
        return over;
    }

    void heard(String event, List<@Nullable Object> arguments) {
        names.hear(event);
        if (heard.size() < MOST_EVENTS) {
            heard.add(new Heard(event, arguments));
        }
        if (!speak(each -> each.recognises(event, arguments)) && mayKnock) {
            knock();
        }
    }

    private void read(PageWords page) {
        if (over) {
            return;
        }
        names.read(page);
        if (!speak(each -> each.recognises(page)) && !mayKnock) {
            cancelKnock.run();
            cancelKnock = context.after(FIRST_WORD, this::knock);
        }
    }

    /// A server that is asked has time to answer.
    private void knock() {
        cancelKnock.run();
        mayKnock = true;
        if (over) {
            return;
        }
        long asked = dialects.stream().filter(each -> each.knock(names)).count();
        if (asked > 0) {
            cancelEnd.run();
            cancelEnd = context.after(ANSWER_WITHIN, this::decide);
        }
    }

    private boolean speak(Predicate<Dialect> which) {
        Optional<Dialect> found = dialects.stream().filter(which).findFirst();
        found.ifPresent(dialect -> found(dialect, false));
        return found.isPresent();
    }

    private void found(Dialect dialect, boolean presumed) {
        end();
        outcome.found(dialect, presumed);
        heard.forEach(each -> dialect.heard(each.event(), each.arguments()));
        heard.clear();
    }

    /// What was spoken here before is believed, unless the page is another one now.
    private void decide() {
        if (over || speak(each -> names.page().isSilent() && each.knowsServer())) {
            return;
        }
        Optional<Dialect> silent = dialects.stream().filter(Dialect::takesSilence).findFirst();
        if (names.areNone() && silent.isPresent()) {
            found(silent.get(), true);
        } else {
            end();
            outcome.unrecognised(names);
        }
    }
}
