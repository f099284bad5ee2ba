package dev.hearth.host;

import dev.hearth.model.Limits;

/// The way by which commands come: what follows from it for the rules.
public enum CommandOrigin {
    /// The namespace of the app. Each person makes ids for their own commands.
    HEARTH(IdScope.PERSON, Limits.TEXT_BYTES),

    /// The namespace of the Socket.IO tutorials. The host makes the ids, for all people in one.
    PLAIN(IdScope.ROOM, Limits.PLAIN_TEXT_BYTES),

    /// A program, over plain HTTP. It makes ids for its own messages.
    PROGRAM(IdScope.PERSON, Limits.TEXT_BYTES),

    /// The host itself, which keeps messages no longer than its owner wants. No rule about who may
    /// holds for it.
    KEEPING(IdScope.PERSON, Limits.TEXT_BYTES);

    /// Among whose commands an id is the only one.
    enum IdScope {
        PERSON,
        ROOM
    }

    private final IdScope scope;
    private final Limits maxBytes;

    CommandOrigin(IdScope scope, Limits maxBytes) {
        this.scope = scope;
        this.maxBytes = maxBytes;
    }

    IdScope scope() {
        return scope;
    }

    /// Whether those who come by it have no list of rooms that they are in: every public room is
    /// open to them.
    boolean isOpenToPublicRooms() {
        return this == PLAIN || this == PROGRAM;
    }

    /// The most bytes of a text.
    Limits maxBytes() {
        return maxBytes;
    }
}
