package dev.hearth.ui.chat;

import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.Toasts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.util.Subscription;

/// Deletions are held back as long as they can be taken back: a deletion is for everybody and for
/// good. In this window a message looks deleted at once, and if the host refuses that, as it was.
///
/// Only the latest deletion can be taken back; the next one, and the end of the chat here, sends
/// it. FX thread only.
final class HeldDeletions {
    /// What offers to take it back goes first.
    static final Duration PAUSE = Toasts.SHOWN_FOR.plusMillis(500);

    private static final Duration LAST_WORD = Duration.ofSeconds(1);

    private final ChatCommands commands;
    private final FxContext context;
    private final Consumer<List<Message>> show;

    /// Messages that look deleted, as they are.
    private final Map<EntryId, Message> hidden = new HashMap<>();

    private List<EntryId> held = List.of();
    private Subscription waiting = Subscription.EMPTY;

    /// @param show shows messages in place of what was shown of them
    HeldDeletions(ChatCommands commands, FxContext context, Consumer<List<Message>> show) {
        this.commands = commands;
        this.context = context;
        this.show = show;
    }

    /// Deletes messages in a moment.
    void delete(List<Message> messages) {
        var _ = send();
        messages.forEach(message -> hidden.put(message.id(), message));
        held = messages.stream().map(Message::id).toList();
        show.accept(messages.stream().map(Message::deleted).toList());
        waiting = context.timers().once(PAUSE, this::send);
    }

    /// Takes the latest deletion back, if it was not sent yet.
    ///
    /// @return whether there was one
    boolean undo() {
        waiting.unsubscribe();
        List<Message> back = held.stream().flatMap(this::reveal).toList();
        held = List.of();
        show.accept(back);
        return !back.isEmpty();
    }

    /// Asks the host now for what is held back.
    ///
    /// @return completes, on any thread, when the host has answered; then nothing is on its way
    CompletionStage<?> send() {
        waiting.unsubscribe();
        List<EntryId> all = held;
        held = List.of();
        return CompletableFuture.allOf(
                all.stream()
                        .flatMap(id -> Stream.ofNullable(hidden.get(id)))
                        .map(message -> send(message).toCompletableFuture())
                        .toArray(CompletableFuture[]::new));
    }

    /// The same, at the end of the chat here.
    ///
    /// @param online whether the host hears it now; else it does the next time
    /// @return completes, on any thread, when the host has answered or [#LAST_WORD] is over
    CompletionStage<?> end(boolean online) {
        CompletionStage<?> answers = send();
        return online
                ? answers.toCompletableFuture()
                        .copy()
                        .orTimeout(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS)
                        .handle((answer, refusal) -> true)
                : CompletableFuture.completedStage(true);
    }

    private CompletionStage<Accepted> send(Message message) {
        return commands.submit(
                new Command.DeleteMessage(commands.id(), Optional.of(message.room()), message.id()),
                accepted -> hidden.remove(message.id()),
                () -> show.accept(reveal(message.id()).toList()));
    }

    private Stream<Message> reveal(EntryId id) {
        return Stream.ofNullable(hidden.remove(id));
    }

    /// What to show of a message that was told.
    Message shown(Message told) {
        if (!hidden.containsKey(told.id())) {
            return told;
        }
        if (told.details().deleted()) {
            hidden.remove(told.id());
            return told;
        }
        hidden.put(told.id(), told);
        return told.deleted();
    }
}
