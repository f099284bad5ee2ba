package dev.hearth.app;

import static java.util.Objects.requireNonNull;

import dev.hearth.client.Chat;
import dev.hearth.client.ChatConnector;
import dev.hearth.client.JoinRequest;
import dev.hearth.model.Message;
import dev.hearth.ui.chat.ChatViewModel;
import dev.hearth.ui.fakes.FakeTimers;
import dev.hearth.ui.kit.FxContext;
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
final class Onlooker implements AutoCloseable {
    private final ExecutorService fx = Executors.newSingleThreadExecutor();
    private final AtomicReference<Chat> joined = new AtomicReference<>();
    private final ChatViewModel window;

    Onlooker(ChatConnector connector, JoinRequest request) {
        ChatConnector remembering =
                (asked, listener) -> {
                    Chat chat = connector.join(asked, listener);
                    joined.set(chat);
                    return chat;
                };
        FxContext context = new FxContext(fx, new FakeTimers(), Clock.system(ZoneOffset.UTC));
        window = onFx(() -> new ChatViewModel(remembering, request, context));
    }

    private <T> T onFx(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, fx).join();
    }

    Chat chat() {
        return requireNonNull(joined.get());
    }

    /// What the timeline shows now.
    List<Message> shown() {
        return onFx(() -> List.copyOf(window.messages()));
    }

    int count() {
        return onFx(() -> window.messages().size());
    }

    List<String> texts() {
        return shown().stream().map(Message::text).toList();
    }

    String name() {
        return window.ownName();
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
