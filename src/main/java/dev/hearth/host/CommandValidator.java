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
import dev.hearth.model.EntryId;
import dev.hearth.model.EntryIds;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import dev.hearth.model.Limits;
import dev.hearth.model.Names;
import dev.hearth.model.RoomKind;
import dev.hearth.model.SafeText;

/// The rules that need to know nothing but the command: sizes and characters. Stateless.
final class CommandValidator {
    private CommandValidator() {}

    /// @throws HearthException TOO_LONG, EMPTY, MALFORMED
    static void check(Command command, CommandOrigin origin) {
        switch (origin.scope()) {
            case PERSON -> checkId(command.id());
            // The host made it.
            case ROOM -> {}
        }
        switch (command) {
            case PostMessage post -> checkMessage(post, origin);
            case EditMessage edit -> checkText(edit.text(), origin);
            case React react -> checkEmoji(react.emoji());
            case OpenRoom open -> {
                checkName(open.name());
                checkTopic(open.topic());
                if (open.kind() == RoomKind.DIRECT) {
                    throw Refusals.malformed("A conversation of two is opened with a person.");
                }
            }
            case RenameRoom rename -> checkName(rename.name());
            case SetTopic topic -> checkTopic(topic.topic());
            case DeleteMessage _,
                    OpenDirect _,
                    Invite _,
                    JoinRoom _,
                    LeaveRoom _,
                    RemovePerson _,
                    Unban _,
                    Mute _,
                    Unmute _,
                    GiveRole _,
                    CloseRoom _,
                    ForgetPerson _ -> {}
        }
    }

    private static void checkId(EntryId id) {
        int length = id.value().length();
        if (id.value().isBlank() || length > Limits.ID_CHARACTERS.value()) {
            throw Refusals.malformed(
                    "The id of a request has 1 to "
                            + Limits.ID_CHARACTERS.value()
                            + " characters.");
        }
        if (EntryIds.isPlain(id)) {
            throw Refusals.malformed("The id of a request does not begin with a slash.");
        }
    }

    private static void checkMessage(PostMessage post, CommandOrigin origin) {
        checkText(post.text(), origin);
        if (!post.files().isEmpty()) {
            // Nobody can send a file yet, so whatever is named is none of its author's.
            throw new HearthException(ErrorCode.NO_FILE, "There is no such file.");
        }
    }

    private static void checkText(String text, CommandOrigin origin) {
        if (SafeText.isBlank(text)) {
            throw new HearthException(ErrorCode.EMPTY, "There is nothing in this message.");
        }
        if (origin.maxBytes().isPassedBy(text)) {
            throw new HearthException(
                    ErrorCode.TOO_LONG,
                    "This message is longer than "
                            + origin.maxBytes().value()
                            + " bytes. Shorten it.");
        }
    }

    private static void checkEmoji(String emoji) {
        if (Limits.EMOJI_BYTES.isPassedBy(emoji) || !Emoji.isOne(emoji)) {
            throw Refusals.malformed("A reaction is one emoji.");
        }
    }

    private static void checkName(String name) {
        if (name.isBlank()) {
            throw new HearthException(ErrorCode.EMPTY, "Give the room a name.");
        }
        String stripped = name.strip().replaceAll("\\s+", " ");
        if (stripped.codePointCount(0, stripped.length()) > Limits.NAME_CHARACTERS.value()) {
            throw new HearthException(
                    ErrorCode.TOO_LONG,
                    "A name has at most " + Limits.NAME_CHARACTERS.value() + " characters.");
        }
        if (Names.tidy(name).isEmpty()) {
            throw Refusals.malformed("This name has characters in it that cannot be seen.");
        }
    }

    private static void checkTopic(String topic) {
        if (topic.codePointCount(0, topic.length()) > Limits.TOPIC_CHARACTERS.value()) {
            throw new HearthException(
                    ErrorCode.TOO_LONG,
                    "A topic has at most " + Limits.TOPIC_CHARACTERS.value() + " characters.");
        }
        if (topic.strip().codePoints().anyMatch(SafeText::isDangerous)) {
            throw Refusals.malformed("A topic is one line of text that turns nothing around.");
        }
    }
}
