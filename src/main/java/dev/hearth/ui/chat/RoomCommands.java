package dev.hearth.ui.chat;

import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.PersonId;
import dev.hearth.model.Removal;
import dev.hearth.model.Role;
import dev.hearth.model.RoomId;
import dev.hearth.model.RoomKind;
import dev.hearth.ui.hosting.Moderation;
import dev.hearth.ui.rooms.RoomFormViewModel.Wish;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// What a person does with rooms and with the people in them. FX thread only.
final class RoomCommands implements Moderation {
    private static final Duration A_WHILE = Duration.ofHours(1);

    private final ChatCommands commands;
    private final Clock clock;
    private final Consumer<RoomId> open;

    /// @param open shows a room as soon as it is known
    RoomCommands(ChatCommands commands, Clock clock, Consumer<RoomId> open) {
        this.commands = commands;
        this.clock = clock;
        this.open = open;
    }

    private void show(Accepted accepted) {
        open.accept(accepted.room());
    }

    void open(Wish wish) {
        RoomKind kind = wish.secret() ? RoomKind.PRIVATE : RoomKind.PUBLIC;
        commands.submit(
                new Command.OpenRoom(commands.id(), wish.name(), wish.topic(), kind), this::show);
    }

    void openDirect(PersonId with) {
        commands.submit(new Command.OpenDirect(commands.id(), with), this::show);
    }

    void rename(RoomId room, String name) {
        commands.submit(id -> new Command.RenameRoom(id, room, name));
    }

    void setTopic(RoomId room, String topic) {
        commands.submit(id -> new Command.SetTopic(id, room, topic));
    }

    void join(RoomId room) {
        commands.submit(id -> new Command.JoinRoom(id, room));
    }

    void leave(RoomId room) {
        commands.submit(id -> new Command.LeaveRoom(id, room));
    }

    void close(RoomId room) {
        commands.submit(id -> new Command.CloseRoom(id, room));
    }

    void invite(RoomId room, PersonId person) {
        commands.submit(id -> new Command.Invite(id, room, person));
    }

    @Override
    public void muteForAWhile(RoomId room, PersonId person) {
        var until = Optional.of(clock.instant().plus(A_WHILE));
        commands.submit(id -> new Command.Mute(id, room, person, until));
    }

    @Override
    public void unmute(RoomId room, PersonId person) {
        commands.submit(id -> new Command.Unmute(id, room, person));
    }

    @Override
    public void remove(RoomId room, PersonId person, Removal by) {
        commands.submit(id -> new Command.RemovePerson(id, room, person, by));
    }

    @Override
    public void unban(RoomId room, PersonId person) {
        commands.submit(id -> new Command.Unban(id, room, person));
    }

    @Override
    public void giveRole(RoomId room, PersonId person, Role role) {
        commands.submit(id -> new Command.GiveRole(id, room, person, role));
    }

    @Override
    public void forget(PersonId person) {
        commands.submit(id -> new Command.ForgetPerson(id, person));
    }
}
