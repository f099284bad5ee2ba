package dev.hearth.client;

import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.ConnectionState;
import dev.hearth.model.EntryId;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.Event;
import dev.hearth.model.HearthException;
import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.Limits;
import dev.hearth.model.RoomId;
import dev.hearth.model.SafeText;
import dev.hearth.model.SearchAnswer;
import dev.hearth.model.SearchRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A joined chat as its user sees it: checks what is asked for and hands it to the loop, where it
/// goes to the dialect that the server speaks. Thread-safe.
final class SocketChat implements Chat {
    private final AtomicBoolean left = new AtomicBoolean();
    private final InstantSource clock;
    private final ChatLoop loop;
    private final ChatConnection connection;

    SocketChat(
            JoinRequest request,
            JoinedFolders folders,
            Consumer<Event> listener,
            InstantSource clock) {
        this.clock = clock;
        loop = new ChatLoop(request.place());
        connection = new ChatConnection(request, folders, loop, listener, clock);
    }

    void start() {
        loop.run(connection::start);
    }

    @Override
    public ConnectionState state() {
        return connection.state();
    }

    @Override
    public EntryId send(String text) {
        requireJoined();
        requireText(text, textLimit());
        EntryId id = EntryId.next(clock.millis());
        String sent = wellFormed(text);
        loop.run(
                () -> {
                    if (connection.speaksPlain()) {
                        connection.plain().send(id, sent);
                    } else {
                        connection.hearth().send(id, sent);
                    }
                });
        return id;
    }

    private void requireJoined() {
        if (left.get()) {
            throw new HearthException(ErrorCode.CLOSED, "You have left this chat.");
        }
    }

    private int textLimit() {
        return connection.speaksPlain()
                ? Limits.PLAIN_TEXT_BYTES.value()
                : connection.hearth().textBytes();
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
        loop.run(() -> both(each -> each.retry(id)));
    }

    @Override
    public void discard(EntryId id) {
        loop.run(() -> both(each -> each.discard(id)));
    }

    /// An id is known to one of them at most.
    private void both(Consumer<Dialect> work) {
        work.accept(connection.hearth());
        work.accept(connection.plain());
    }

    @Override
    public CompletionStage<Accepted> submit(Command command) {
        return ask(
                answer -> {
                    Command checked = checked(command);
                    loop.run(
                            () -> {
                                if (connection.speaksPlain()) {
                                    answer.completeExceptionally(CommandOutbox.unsupported());
                                } else {
                                    connection.hearth().submit(checked, answer);
                                }
                            });
                });
    }

    private Command checked(Command command) {
        return switch (command) {
            case Command.PostMessage(var id, var in, var text, var of, var files) -> {
                if (files.isEmpty() || !text.isEmpty()) {
                    requireText(text, textLimit());
                }
                yield new Command.PostMessage(id, in, wellFormed(text), of, files);
            }
            case Command.EditMessage(var id, var room, var of, var text) -> {
                requireText(text, textLimit());
                yield new Command.EditMessage(id, room, of, wellFormed(text));
            }
            case Command other -> other;
        };
    }

    @Override
    public void showOlder(RoomId room) {
        loop.run(
                () -> {
                    if (connection.speaksPlain()) {
                        connection.tell(new Event.OlderMessages(room, List.of(), false));
                    } else {
                        connection.hearth().showOlder(room);
                    }
                });
    }

    @Override
    public CompletionStage<HistoryPage> history(HistoryRequest request) {
        return ask(
                answer ->
                        onHearth(
                                answer,
                                () -> connection.hearth().questions().history(request, answer)));
    }

    @Override
    public CompletionStage<SearchAnswer> search(SearchRequest request) {
        return ask(
                answer ->
                        onHearth(
                                answer,
                                () -> connection.hearth().questions().search(request, answer)));
    }

    private void onHearth(CompletableFuture<?> answer, Runnable question) {
        loop.run(
                () -> {
                    if (connection.speaksPlain()) {
                        answer.completeExceptionally(CommandOutbox.unsupported());
                    } else {
                        question.run();
                    }
                });
    }

    private <T> CompletionStage<T> ask(Consumer<CompletableFuture<T>> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            requireJoined();
            question.accept(answer);
        } catch (HearthException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    @Override
    public void typing(RoomId room) {
        loop.run(() -> connection.hearth().courtesies().typing(room));
    }

    @Override
    public void read(RoomId room, long seq) {
        loop.run(() -> connection.hearth().courtesies().read(room, seq));
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
}
