package dev.hearth.client.outbox;

import dev.hearth.model.Command;
import dev.hearth.model.Entry;
import dev.hearth.model.FoldedMessage;
import dev.hearth.model.Payload;
import dev.hearth.model.Payload.Erased;
import dev.hearth.model.Payload.Posted;

/// Whether an entry of the log is what a command asked for. The id alone does not tell: the host
/// knows it from the moment the command is sent, and may put anything under it. Stateless.
public final class Fulfilment {
    private Fulfilment() {}

    public static boolean isOf(Command command, Entry entry) {
        boolean here = command.room().map(entry.room()::equals).orElse(true);
        return entry.id().equals(command.id()) && here && says(command, entry.payload());
    }

    /// The same of a message as it stands now: one that was edited or deleted since has nothing
    /// left to compare.
    public static boolean isOf(Command command, FoldedMessage message) {
        return command instanceof Command.PostMessage post
                && message.id().equals(post.id())
                && message.room().equals(post.in())
                && (message.deleted()
                        || ((message.edited().isPresent() || isSame(post.text(), message.text()))
                                && post.replyTo().equals(message.replyTo())));
    }

    private static boolean says(Command command, Payload payload) {
        return switch (command) {
            case Command.PostMessage post -> isMessage(post, payload);
            case Command.EditMessage edit -> isEdit(edit, payload);
            case Command.DeleteMessage delete ->
                    payload instanceof Payload.Deleted(var of) && of.equals(delete.of());
            case Command.React react ->
                    payload instanceof Payload.Reacted(var of, var _, boolean on)
                            && of.equals(react.of())
                            && on == react.on();
            case Command.OpenRoom _, Command.OpenDirect _ -> payload instanceof Payload.Opened;
            case Command.Invite _ -> payload instanceof Payload.Invited;
            case Command.JoinRoom _ -> payload instanceof Payload.Joined;
            case Command.LeaveRoom _ -> payload instanceof Payload.Left;
            case Command.SetTopic _ -> payload instanceof Payload.TopicSet;
            case Command.RenameRoom _ -> payload instanceof Payload.Renamed;
            case Command.RemovePerson _ -> payload instanceof Payload.Removed;
            case Command.Unban _ -> payload instanceof Payload.Unbanned;
            case Command.Mute _ -> payload instanceof Payload.Muted;
            case Command.Unmute _ -> payload instanceof Payload.Unmuted;
            case Command.GiveRole _ -> payload instanceof Payload.RoleGiven;
            case Command.CloseRoom _ -> payload instanceof Payload.Closed;
            case Command.ForgetPerson _ -> payload instanceof Payload.Forgotten;
        };
    }

    /// A message that was deleted meanwhile has nothing left to compare.
    private static boolean isMessage(Command.PostMessage post, Payload payload) {
        if (payload instanceof Erased(var of)) {
            return of.isEmpty();
        }
        return payload instanceof Posted posted
                && isSame(post.text(), posted.text())
                && post.replyTo().equals(posted.replyTo());
    }

    private static boolean isEdit(Command.EditMessage edit, Payload payload) {
        if (payload instanceof Erased) {
            return true;
        }
        return payload instanceof Payload.Edited(var of, String text)
                && of.equals(edit.of())
                && isSame(edit.text(), text);
    }

    /// A host may tidy spaces and what cannot be seen, and nothing else.
    private static boolean isSame(String typed, String logged) {
        return typed.equals(logged) || seen(typed).equals(seen(logged));
    }

    private static String seen(String text) {
        StringBuilder seen = new StringBuilder();
        text.codePoints()
                .filter(
                        c ->
                                !Character.isWhitespace(c)
                                        && !Character.isSpaceChar(c)
                                        && !Character.isISOControl(c)
                                        && Character.getType(c) != Character.FORMAT)
                .forEach(seen::appendCodePoint);
        return seen.toString();
    }
}
