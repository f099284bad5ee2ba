package dev.hearth.client.connection;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.dialect.Dialect;
import dev.hearth.client.dialect.DialectContext;
import dev.hearth.client.dialect.DialectSelection;
import dev.hearth.client.dialect.EventNames;
import dev.hearth.client.link.LinkEnd;
import dev.hearth.client.link.Opening;
import dev.hearth.model.HearthException;
import dev.hearth.model.RoomId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which dialect the server speaks: each connection finds out anew, in the order of the list. Those
/// of one namespace that follow each other there are tried together ([Listening]).
///
/// What a person does goes to the dialect that was recognised last, or to the first one until any
/// was. Confined to the chat's loop, apart from [#spoken].
final class DialectProbe implements Listening.Outcome {
    private final DialectContext context;
    private final Consumer<EventNames> unrecognised;

    private final List<Dialect> made;

    /// Those that are tried, by namespace.
    private List<List<Dialect>> turns;

    /// Also read by other threads.
    private volatile Dialect spoken;

    /// Whose turn it is on the link.
    private List<Dialect> turn;

    /// What is spoken on the link, or tried.
    private Dialect tried;

    private Listening listening;
    private boolean recognised;

    /// How often in a row the server said nothing to a dialect that it had spoken before.
    private int silences;

    /// @param unrecognised told when a server speaks what no dialect knows
    DialectProbe(
            List<Dialect> dialects, DialectContext context, Consumer<EventNames> unrecognised) {
        this.context = context;
        this.unrecognised = unrecognised;
        made = dialects;
        turns = byNamespace(dialects);
        turn = turns.getFirst();
        spoken = turn.getFirst();
        tried = spoken;
        listening = new Listening(turn, context, this);
    }

    private static List<List<Dialect>> byNamespace(List<Dialect> dialects) {
        List<List<Dialect>> turns = new ArrayList<>();
        for (Dialect dialect : dialects) {
            boolean joins =
                    !turns.isEmpty()
                            && turns.getLast().getFirst().namespace().equals(dialect.namespace());
            if (!joins) {
                turns.add(new ArrayList<>());
            }
            turns.getLast().add(dialect);
        }
        return turns;
    }

    private Stream<Dialect> all() {
        return Stream.concat(Stream.of(spoken), turns.stream().flatMap(List::stream)).distinct();
    }

    /// From the next connection on these are tried.
    void select(DialectSelection selection, JoinRequest request) {
        turns = byNamespace(selection.among(made, request, context));
    }

    /// Shows what each dialect has kept, one after the other.
    void start(Runnable ready) {
        start(turns.stream().flatMap(List::stream).toList().iterator(), ready);
    }

    private static void start(Iterator<Dialect> left, Runnable ready) {
        if (left.hasNext()) {
            left.next().start(() -> start(left, ready));
        } else {
            ready.run();
        }
    }

    /// Any thread.
    Dialect spoken() {
        return spoken;
    }

    Opening tryFirst() {
        return tryNow(turns.getFirst());
    }

    /// @return empty when every dialect was tried
    Optional<Opening> tryNext() {
        int next = turns.indexOf(turn) + 1;
        return next < turns.size() ? Optional.of(tryNow(turns.get(next))) : Optional.empty();
    }

    private Opening tryNow(List<Dialect> dialects) {
        listening.end();
        turn = dialects;
        tried = dialects.getLast();
        recognised = false;
        listening = new Listening(dialects, context, this);
        Map<String, Object> auth = new LinkedHashMap<>();
        dialects.forEach(each -> auth.putAll(each.auth()));
        return new Opening(tried.namespace(), auth, tried.query());
    }

    void opened() {
        if (turn.size() == 1) {
            listening.end();
            tried.opened();
        } else {
            listening.opened();
        }
    }

    /// Whether the server is listened to, to find out what it speaks.
    boolean isListening() {
        return turn.size() > 1 && !recognised;
    }

    void heard(String event, List<@Nullable Object> arguments) {
        if (listening.isOver()) {
            tried.heard(event, arguments);
        } else {
            listening.heard(event, arguments);
        }
    }

    void rejected(LinkEnd.Rejected how) {
        tried.rejected(how);
    }

    void closed() {
        listening.end();
        turn.forEach(Dialect::closed);
    }

    @Override
    public void found(Dialect dialect, boolean presumed) {
        tried = dialect;
        if (presumed) {
            dialect.presumed();
        } else {
            dialect.opened();
        }
    }

    @Override
    public void unrecognised(EventNames names) {
        unrecognised.accept(names);
    }

    /// Whether the server was seen to speak what is tried on this link.
    boolean isRecognised() {
        return recognised;
    }

    /// The server speaks what is tried.
    void recognised() {
        silences = 0;
        recognised = true;
        if (!tried.equals(spoken)) {
            Dialect before = spoken;
            spoken = tried;
            tried.adopt(before.standAside());
        }
    }

    /// The server did not speak what is tried. Where it did before, silence may be slowness.
    ///
    /// @return whether that is settled; otherwise the same is to be tried once more
    boolean isSettled(boolean surely) {
        silences++;
        return surely || silences > 1 || !tried.knowsServer();
    }

    void open(RoomId room) {
        all().forEach(dialect -> dialect.open(room));
    }

    void leave(HearthException why) {
        all().forEach(dialect -> dialect.leave(why));
    }
}
