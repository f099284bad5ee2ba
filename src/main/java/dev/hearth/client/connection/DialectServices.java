package dev.hearth.client.connection;

import dev.hearth.client.dialect.DialectContext;
import dev.hearth.client.link.ChatLoop;
import dev.hearth.client.link.PageWords;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.Event;
import dev.hearth.model.FailureCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What dialects get of the chat that they serve: its link, its clock, its listener; what they find
/// out goes to the [Steering]. Confined to the chat's loop.
final class DialectServices implements DialectContext {
    private static final Logger LOG = LoggerFactory.getLogger(DialectServices.class);

    /// Who decides what becomes of a connection; see [DialectContext].
    interface Steering {
        void become(ConnectionState state);

        void recognised();

        void notSpoken(boolean surely);

        void refuse(FailureCode code, String sentence);

        void giveUp(String reason);

        void ending();

        /// Whether nothing is to begin any more.
        boolean hasLeft();
    }

    private final Steering steering;
    private final CurrentLink link;
    private final ChatLoop loop;
    private final Route route;
    private final PageReading page;
    private final Consumer<Event> listener;
    private final InstantSource clock;

    DialectServices(
            Steering steering,
            CurrentLink link,
            ChatLoop loop,
            Route route,
            Consumer<Event> listener,
            InstantSource clock) {
        this.steering = steering;
        this.link = link;
        this.loop = loop;
        this.route = route;
        page = new PageReading(loop);
        this.listener = listener;
        this.clock = clock;
    }

    /// Another connection begins.
    void begin() {
        page.begin();
    }

    @Override
    public void become(ConnectionState state) {
        steering.become(state);
    }

    @Override
    public void recognised() {
        steering.recognised();
    }

    @Override
    public void notSpoken(boolean surely) {
        steering.notSpoken(surely);
    }

    @Override
    public void refuse(FailureCode code, String sentence) {
        steering.refuse(code, sentence);
    }

    @Override
    public void giveUp(String reason) {
        steering.giveUp(reason);
    }

    @Override
    public void ending() {
        steering.ending();
    }

    @Override
    public void tell(Event event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.error("The listener of a joined chat failed", e);
        }
    }

    @Override
    public boolean isOpen() {
        return link.isOpen();
    }

    @Override
    public void emit(
            String event, Object[] arguments, Consumer<List<@Nullable Object>> acknowledged) {
        link.emit(event, arguments, acknowledged);
    }

    @Override
    public void say(String event, Object... arguments) {
        link.say(event, arguments);
    }

    @Override
    public void readPage(Consumer<PageWords> found) {
        page.ask(route.server(), says -> unlessLeft(() -> found.accept(says)).run());
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        return loop.after(delay, unlessLeft(task));
    }

    private Runnable unlessLeft(Runnable task) {
        return () -> {
            if (!steering.hasLeft()) {
                task.run();
            }
        };
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}
