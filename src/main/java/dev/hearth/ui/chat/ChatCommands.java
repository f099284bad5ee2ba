package dev.hearth.ui.chat;

import dev.hearth.client.Chat;
import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.EntryId;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.Problem;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.util.Subscription;

/// What a person asks the host of a chat to do. Each refusal is shown once. FX thread only.
final class ChatCommands {
    private final Supplier<Chat> chat;
    private final FxContext context;
    private final Set<EntryId> told = new HashSet<>();
    private Consumer<String> complaints = sentence -> {};

    /// @param chat known only when it has been joined, which tells of events already
    ChatCommands(Supplier<Chat> chat, FxContext context) {
        this.chat = chat;
        this.context = context;
    }

    Chat chat() {
        return chat.get();
    }

    /// Has what could not be done told to `listener`, in a sentence.
    Subscription tellProblemsTo(Consumer<String> listener) {
        complaints = listener;
        return () -> complaints = sentence -> {};
    }

    /// A command was given up. Of a message the timeline says so.
    void failed(Command command, String reason) {
        if (!(command instanceof Command.PostMessage) && told.add(command.id())) {
            complaints.accept(reason);
        }
    }

    /// Something is wrong that is about no message.
    void complain(String sentence) {
        complaints.accept(sentence);
    }

    void submit(Command command) {
        submit(command, accepted -> {});
    }

    /// @param done runs when the host has done it
    void submit(Command command, Consumer<Accepted> done) {
        var _ = submit(command, done, () -> {});
    }

    /// @param refused runs when it could not be done, which is told beside it
    /// @return the host's answer; completes on any thread
    CompletionStage<Accepted> submit(Command command, Consumer<Accepted> done, Runnable refused) {
        CompletionStage<Accepted> answer = chat().submit(command);
        context.deliver(
                answer,
                (accepted, error) -> {
                    if (error != null) {
                        failed(command, Problem.of(error).sentence());
                        refused.run();
                    } else if (accepted != null) {
                        done.accept(accepted);
                    }
                });
        return answer;
    }

    /// Makes a command under an id of its own, and submits it.
    void submit(Function<EntryId, Command> making) {
        submit(making.apply(id()));
    }

    EntryId id() {
        return EntryId.next(context.clock().millis());
    }
}
