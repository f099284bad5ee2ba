package dev.hearth.ui.chat;

import dev.hearth.client.Chat;
import dev.hearth.client.RoomSession;
import dev.hearth.model.Command;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// What a person does with messages. Each refusal of the host is shown once. FX thread only.
final class MessageCommands {
    private final Chat chat;
    private final RoomSession room;
    private final FxContext context;
    private final Set<EntryId> told = new HashSet<>();
    private Consumer<String> complaints = sentence -> {};

    MessageCommands(Chat chat, RoomSession room, FxContext context) {
        this.chat = chat;
        this.room = room;
        this.context = context;
    }

    /// Has what could not be done told to `listener`, in a sentence.
    Subscription tellProblemsTo(Consumer<String> listener) {
        complaints = listener;
        return () -> complaints = sentence -> {};
    }

    /// @throws HearthException the text may not be sent
    void send(String text, Optional<Regarding> about) {
        if (about.isEmpty()) {
            room.send(text);
            return;
        }
        EntryId of = about.get().message().id();
        switch (about.get()) {
            case Regarding.Reply reply ->
                    submit(
                            new Command.PostMessage(
                                    id(), room.id(), text, Optional.of(of), List.of()));
            case Regarding.Edit(Message edited) -> {
                if (!edited.text().equals(text)) {
                    submit(new Command.EditMessage(id(), here(), of, text));
                }
            }
        }
    }

    /// Adds or removes the person's own reaction.
    void toggle(Message message, String emoji, PersonId you) {
        boolean on = !message.details().reactions().getOrDefault(emoji, Set.of()).contains(you);
        submit(new Command.React(id(), here(), message.id(), emoji, on));
    }

    void delete(Message message) {
        submit(new Command.DeleteMessage(id(), here(), message.id()));
    }

    void retry(EntryId id) {
        chat.retry(id);
    }

    void discard(EntryId id) {
        chat.discard(id);
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

    private void submit(Command command) {
        context.deliver(
                chat.submit(command),
                (accepted, error) -> {
                    if (error != null) {
                        failed(command, Problem.of(error).sentence());
                    }
                });
    }

    private Optional<RoomId> here() {
        return Optional.of(room.id());
    }

    private EntryId id() {
        return EntryId.next(context.clock().millis());
    }
}
