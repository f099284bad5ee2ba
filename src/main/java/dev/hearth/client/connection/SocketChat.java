package dev.hearth.client.connection;

import dev.hearth.client.Chat;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinedFolders;
import dev.hearth.client.RoomSession;
import dev.hearth.client.dialect.Dialect;
import dev.hearth.client.dialect.DialectList;
import dev.hearth.client.link.ChatLoop;
import dev.hearth.client.link.Tree;
import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.HearthException;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.RoomId;
import dev.hearth.model.SafeText;
import dev.hearth.model.SearchAnswer;
import dev.hearth.model.SearchRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// A joined chat as its user sees it: checks what is asked for and hands it to the loop, where it
/// goes to the dialect that the server speaks. Thread-safe.
final class SocketChat implements Chat {
    private final AtomicBoolean left = new AtomicBoolean();
    private final InstantSource clock;
    private final ChatLoop loop;
    private final GuardedConnection connection;

    SocketChat(
            JoinRequest request,
            JoinedFolders folders,
            DialectList dialects,
            Consumer<Event> listener,
            InstantSource clock) {
        this.clock = clock;
        loop = new ChatLoop(request.place(), this::failed);
        connection =
                new GuardedConnection(
                        told -> new ChatConnection(request, folders, dialects, loop, told, clock),
                        loop,
                        listener);
    }

    private void failed(Throwable failure) {
        connection.failed(failure);
    }

    void start() {
        loop.run(connection::start);
    }

    @Override
    public ConnectionState state() {
        return connection.state();
    }

    @Override
    public RoomSession room(RoomId id) {
        loop.run(() -> connection.open(id));
        return new OpenRoom(id);
    }

    private EntryId send(RoomId room, String text) {
        requireJoined();
        requireText(text, textLimit());
        EntryId id = EntryId.next(clock.millis());
        PostMessage message = new PostMessage(id, room, wellFormed(text));
        onDialect(dialect -> dialect.post(message, null));
        return id;
    }

    private void onDialect(Consumer<Dialect> work) {
        loop.run(() -> work.accept(connection.dialect()));
    }

    private void requireJoined() {
        if (left.get()) {
            throw new HearthException(ErrorCode.CLOSED, "You have left this chat.");
        }
    }

    private int textLimit() {
        return connection.dialect().capabilities().maxTextBytes();
    }

    private static void requireText(String text, int limit) {
        if (SafeText.isBlank(text)) {
            throw new HearthException(ErrorCode.EMPTY, "There is nothing to send.");
        }
        if (text.length() > limit
                || text.getBytes(StandardCharsets.UTF_8).length > limit
                || Tree.isTooLargeToSend(text)) {
            throw new HearthException(
                    ErrorCode.TOO_LONG,
                    "This is too long to send as one message: the limit is " + limit + " bytes.");
        }
    }

    /// Half a surrogate pair cannot travel as UTF-8, and its echo would not be recognised.
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Override
    public void retry(EntryId id) {
        onDialect(dialect -> dialect.retry(id));
    }

    @Override
    public void discard(EntryId id) {
        onDialect(dialect -> dialect.discard(id));
    }

    @Override
    public CompletionStage<Accepted> submit(Command command) {
        CompletableFuture<Accepted> answer = new CompletableFuture<>();
        try {
            requireJoined();
            Command checked = checked(command);
            onDialect(
                    dialect -> {
                        if (checked instanceof PostMessage message) {
                            dialect.post(message, answer);
                        } else {
                            dialect.submit(checked, answer);
                        }
                    });
        } catch (HearthException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    private Command checked(Command command) {
        return switch (command) {
            case PostMessage post -> {
                if (post.files().isEmpty() || !post.text().isEmpty()) {
                    requireText(post.text(), textLimit());
                }
                yield post.withText(wellFormed(post.text()));
            }
            case Command.EditMessage(var id, var room, var of, var text) -> {
                requireText(text, textLimit());
                yield new Command.EditMessage(id, room, of, wellFormed(text));
            }
            case Command other -> other;
        };
    }

    @Override
    public CompletionStage<HistoryPage> history(HistoryRequest request) {
        return ask((dialect, answer) -> dialect.history(request, answer));
    }

    @Override
    public CompletionStage<SearchAnswer> search(SearchRequest request) {
        return ask((dialect, answer) -> dialect.search(request, answer));
    }

    private <T> CompletionStage<T> ask(BiConsumer<Dialect, CompletableFuture<T>> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            requireJoined();
            onDialect(dialect -> question.accept(dialect, answer));
        } catch (HearthException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    @Override
    public void reconnectNow() {
        loop.run(connection::reconnectNow);
    }

    @Override
    public void close() {
        if (left.compareAndSet(false, true)) {
            loop.run(connection::close);
        }
    }

    private final class OpenRoom implements RoomSession {
        private final RoomId room;

        OpenRoom(RoomId room) {
            this.room = room;
        }

        @Override
        public RoomId id() {
            return room;
        }

        @Override
        public EntryId send(String text) {
            return SocketChat.this.send(room, text);
        }

        @Override
        public void showOlder() {
            onDialect(dialect -> dialect.older(room));
        }

        @Override
        public void typing() {
            onDialect(dialect -> dialect.typing(room));
        }

        @Override
        public void read(long seq) {
            onDialect(dialect -> dialect.read(room, seq));
        }
    }
}
