package dev.hearth.ui.start;

import dev.hearth.client.JoinRequest;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.ErrorCode;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.Problem;
import dev.hearth.ui.kit.Texts;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.util.Subscription;

/// One try to join a chat, until it answers, refuses, or has taken too long. A chat of which
/// something was kept needs no answer: it is shown, and goes on trying by itself. Exactly one of
/// the outcomes is told, and none after [#giveUp]. FX thread only.
final class PendingJoin {
    /// How long a join may take before it counts as unanswered; people were promised five seconds.
    static final Duration PATIENCE = Duration.ofMillis(4_700);

    private final JoinAttempt attempt;
    private final Consumer<JoinAttempt> online;
    private final Consumer<Problem> failed;
    private Subscription watching = Subscription.EMPTY;
    private boolean over;

    private PendingJoin(
            JoinAttempt attempt, Consumer<JoinAttempt> online, Consumer<Problem> failed) {
        this.attempt = attempt;
        this.online = online;
        this.failed = failed;
    }

    static PendingJoin at(
            Function<JoinRequest, JoinAttempt> joining,
            JoinRequest request,
            FxContext context,
            Consumer<JoinAttempt> online,
            Consumer<Problem> failed) {
        var pending = new PendingJoin(joining.apply(request), online, failed);
        String where = request.place();
        pending.watching =
                context.timers()
                        .once(PATIENCE, () -> pending.unanswered(noAnswer(where)))
                        .and(pending.attempt.connectionProperty().subscribe(pending::answered));
        if (pending.over) {
            pending.watching.unsubscribe();
        }
        return pending;
    }

    private static Problem noAnswer(String where) {
        return Problem.of(ErrorCode.NO_ANSWER, Texts.text("join.noAnswer", where));
    }

    void giveUp() {
        if (finish()) {
            attempt.cancel();
        }
    }

    private void answered(ConnectionState state) {
        switch (state) {
            case ConnectionState.Connecting _, ConnectionState.Entering _ -> {}
            case ConnectionState.CatchingUp _, ConnectionState.Online _ -> enter();
            case ConnectionState.Offline offline ->
                    unanswered(Problem.of(ErrorCode.NO_ANSWER, offline.reason()));
            case ConnectionState.Refused refused ->
                    fail(Problem.of(refused.code(), refused.reason()));
            case ConnectionState.Closed closed ->
                    fail(Problem.of(ErrorCode.CLOSED, Texts.text("join.closed")));
        }
    }

    private void unanswered(Problem problem) {
        if (attempt.hasKept()) {
            enter();
        } else {
            fail(problem);
        }
    }

    private void enter() {
        if (finish()) {
            online.accept(attempt);
        }
    }

    private void fail(Problem problem) {
        if (finish()) {
            attempt.cancel();
            failed.accept(problem);
        }
    }

    /// Whether this was the first outcome.
    private boolean finish() {
        boolean first = !over;
        over = true;
        watching.unsubscribe();
        return first;
    }
}
