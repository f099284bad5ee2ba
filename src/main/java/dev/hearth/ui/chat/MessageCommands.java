package dev.hearth.ui.chat;

import dev.hearth.client.RoomSession;
import dev.hearth.model.Command;
import dev.hearth.model.EntryId;
import dev.hearth.model.Message;
import dev.hearth.model.PersonId;
import dev.hearth.model.RoomId;
import dev.hearth.ui.composer.Regarding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What a person does with the messages of a room. FX thread only.
final class MessageCommands {
    private final ChatCommands commands;
    private final RoomId room;
    private final Supplier<RoomSession> session;

    MessageCommands(ChatCommands commands, RoomId room, Supplier<RoomSession> session) {
        this.commands = commands;
        this.room = room;
        this.session = session;
    }

    /// @throws HearthException the text may not be sent
    void send(String text, Optional<Regarding> about) {
        if (about.isEmpty()) {
            session.get().send(text);
            return;
        }
        EntryId of = about.get().message().id();
        switch (about.get()) {
            case Regarding.Reply reply ->
                    commands.submit(
                            id ->
                                    new Command.PostMessage(
                                            id, room, text, Optional.of(of), List.of()));
            case Regarding.Edit(Message edited) -> {
                if (!edited.text().equals(text)) {
                    commands.submit(id -> new Command.EditMessage(id, here(), of, text));
                }
            }
        }
    }

    /// Adds or removes the reaction of `you`.
    void toggle(Message message, String emoji, PersonId you) {
        boolean on = !message.details().reactions().getOrDefault(emoji, Set.of()).contains(you);
        commands.submit(id -> new Command.React(id, here(), message.id(), emoji, on));
    }

    void retry(EntryId id) {
        commands.chat().retry(id);
    }

    void discard(EntryId id) {
        commands.chat().discard(id);
    }

    private Optional<RoomId> here() {
        return Optional.of(room);
    }
}
