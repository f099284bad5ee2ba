package dev.hearth.host;

import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;

/// The sentences that are said in more than one place.
final class Refusals {
    private Refusals() {}

    /// For a room that does not exist and for one that may not be seen: nobody can tell which.
    static HearthException noRoom() {
        return new HearthException(ErrorCode.NO_ROOM, "There is no such room.");
    }

    static HearthException noMessage() {
        return new HearthException(
                ErrorCode.NO_MESSAGE, "This message does not exist, or was deleted.");
    }

    static HearthException noPerson() {
        return new HearthException(ErrorCode.NO_PERSON, "There is no such person in this chat.");
    }

    static HearthException banned() {
        return new HearthException(
                ErrorCode.BANNED, "You were banned from this chat. Ask its owner to let you back.");
    }

    static HearthException bannedName() {
        return new HearthException(
                ErrorCode.BANNED,
                "Somebody of this name was banned from this chat. Come under another name, or ask"
                        + " its owner.");
    }

    /// @param bearer the name that is taken
    static HearthException roomNameTaken(String wish, String bearer) {
        String sentence =
                NameRegistry.isSame(wish, bearer)
                        ? "There is a room called “" + bearer + "” already."
                        : "This name looks like that of the room “" + bearer + "”.";
        return new HearthException(ErrorCode.NAME_TAKEN, sentence + " Choose another name.");
    }

    static HearthException forbidden(String sentence) {
        return new HearthException(ErrorCode.FORBIDDEN, sentence);
    }

    static HearthException malformed(String sentence) {
        return new HearthException(ErrorCode.MALFORMED, sentence);
    }

    static HearthException conflict() {
        return new HearthException(
                ErrorCode.CONFLICT, "Something else was already sent under this id.");
    }

    static HearthException storage(Throwable cause) {
        return new HearthException(
                ErrorCode.STORAGE,
                "The host could not store this. It was not done; try again later.",
                cause);
    }
}
