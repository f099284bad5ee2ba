package dev.hearth.host;

import dev.hearth.model.Command;
import dev.hearth.model.Command.CloseRoom;
import dev.hearth.model.Command.DeleteMessage;
import dev.hearth.model.Command.EditMessage;
import dev.hearth.model.Command.ForgetPerson;
import dev.hearth.model.Command.GiveRole;
import dev.hearth.model.Command.Invite;
import dev.hearth.model.Command.JoinRoom;
import dev.hearth.model.Command.LeaveRoom;
import dev.hearth.model.Command.Mute;
import dev.hearth.model.Command.OpenDirect;
import dev.hearth.model.Command.OpenRoom;
import dev.hearth.model.Command.PostMessage;
import dev.hearth.model.Command.React;
import dev.hearth.model.Command.RemovePerson;
import dev.hearth.model.Command.RenameRoom;
import dev.hearth.model.Command.SetTopic;
import dev.hearth.model.Command.Unban;
import dev.hearth.model.Command.Unmute;
import dev.hearth.model.Entry;
import dev.hearth.model.Names;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Closed;
import dev.hearth.model.Payload.Deleted;
import dev.hearth.model.Payload.Edited;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Forgotten;
import dev.hearth.model.Payload.Invited;
import dev.hearth.model.Payload.Joined;
import dev.hearth.model.Payload.Left;
import dev.hearth.model.Payload.Muted;
import dev.hearth.model.Payload.Opened;
import dev.hearth.model.Payload.Posted;
import dev.hearth.model.Payload.Reacted;
import dev.hearth.model.Payload.Removed;
import dev.hearth.model.Payload.Renamed;
import dev.hearth.model.Payload.RoleGiven;
import dev.hearth.model.Payload.TopicSet;
import dev.hearth.model.Payload.Unbanned;
import dev.hearth.model.Payload.Unmuted;
import dev.hearth.model.RoomKind;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What the log would say if a command were done, and so what it says when it was. Stateless.
final class PayloadOf {
    private PayloadOf() {}

    static Payload payload(Command command) {
        return switch (command) {
            case PostMessage post -> new Posted(post.text(), post.replyTo(), post.files());
            case EditMessage edit -> new Edited(edit.of(), edit.text());
            case DeleteMessage delete -> new Deleted(delete.of());
            case React react ->
                    new Reacted(react.of(), Emoji.normalized(react.emoji()), react.on());
            case OpenRoom open ->
                    new Opened(
                            tidy(open.name()), open.topic().strip(), open.kind(), Optional.empty());
            case OpenDirect open -> new Opened("", "", RoomKind.DIRECT, Optional.of(open.with()));
            case Invite invite -> new Invited(invite.person());
            case JoinRoom _ -> new Joined();
            case LeaveRoom _ -> new Left();
            case SetTopic topic -> new TopicSet(topic.topic().strip());
            case RenameRoom rename -> new Renamed(tidy(rename.name()));
            case RemovePerson remove -> new Removed(remove.person(), remove.by());
            case Unban unban -> new Unbanned(unban.person());
            // The log counts milliseconds.
            case Mute mute ->
                    new Muted(
                            mute.person(),
                            mute.until().map(at -> at.truncatedTo(ChronoUnit.MILLIS)));
            case Unmute unmute -> new Unmuted(unmute.person());
            case GiveRole give -> new RoleGiven(give.person(), give.role());
            case CloseRoom _ -> new Closed();
            case ForgetPerson forget -> new Forgotten(forget.person());
        };
    }

    /// Whether `earlier` is what `command` made when it came before. Of what was erased since, only
    /// the kind is left to compare.
    static boolean isDoneBy(Command command, Entry earlier) {
        if (command.room().isPresent() && !command.room().get().equals(earlier.room())) {
            return false;
        }
        if (earlier.payload() instanceof Erased(var of)) {
            return switch (command) {
                case PostMessage _ -> of.isEmpty();
                case EditMessage edit -> of.equals(Optional.of(edit.of()));
                case Command _ -> false;
            };
        }
        return earlier.payload().equals(payload(command));
    }

    /// A room's name as the log keeps it.
    static String tidy(String name) {
        return Names.tidy(name).orElse(name);
    }
}
