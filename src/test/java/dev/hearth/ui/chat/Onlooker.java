package dev.hearth.ui.chat;

import static java.util.Objects.requireNonNull;

import dev.hearth.client.Chat;
import dev.hearth.client.ChatConnector;
import dev.hearth.client.JoinRequest;
import dev.hearth.model.Message;
import dev.hearth.ui.fakes.FakeTimers;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.timeline.Item;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Somebody with a window open: the real client, and the list that the window's timeline shows, on
/// a thread that stands for the FX thread. Thread-safe.
public final class Onlooker implements AutoCloseable {
    private final ExecutorService fx = Executors.newSingleThreadExecutor();
    private final AtomicReference<Chat> joined = new AtomicReference<>();
    private final SessionViewModel window;
    private final String name;

    public Onlooker(ChatConnector connector, JoinRequest request) {
        name = request.name();
        ChatConnector remembering =
                (asked, listener) -> {
                    Chat chat = connector.join(asked, listener);
                    joined.set(chat);
                    return chat;
                };
        FxContext context = new FxContext(fx, new FakeTimers(), Clock.system(ZoneOffset.UTC));
        window = onFx(() -> new SessionViewModel(remembering, request, context));
    }

    private <T> T onFx(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, fx).join();
    }

    public Chat chat() {
        return requireNonNull(joined.get());
    }

    /// What the timeline shows now.
    public List<Message> shown() {
        return onFx(
                () ->
                        window.room().timeline().items().stream()
                                .filter(Item.Said.class::isInstance)
                                .map(item -> ((Item.Said) item).message())
                                .toList());
    }

    public int count() {
        return onFx(
                () ->
                        Math.toIntExact(
                                window.room().timeline().items().stream()
                                        .filter(Item.Said.class::isInstance)
                                        .count()));
    }

    public List<String> texts() {
        return shown().stream().map(Message::text).toList();
    }

    public String name() {
        return name;
    }

    @Override
    public void close() {
        onFx(
                () -> {
                    window.close();
                    return true;
                });
        fx.close();
    }
}
