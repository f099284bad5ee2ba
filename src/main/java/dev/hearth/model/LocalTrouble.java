package dev.hearth.model;

import java.util.Locale;

/// What can go wrong on this computer, before or beside any chat: a port, a folder, a display.
/// Never on the wire.
public enum LocalTrouble implements FailureCode {
    /// The address could not be understood.
    BAD_ADDRESS,
    /// There is no dialect of that name, or its description has a mistake.
    BAD_DIALECT,
    /// The key by which a host proves who it is is missing or damaged.
    HOST_KEY,
    /// The port is taken and none was free after it.
    PORT_TAKEN,
    /// The address to bind to is not one of this computer's.
    BAD_BIND,
    /// The program may use less memory than a hosted chat needs.
    TOO_LITTLE_MEMORY,
    /// The folder to serve does not exist or cannot be read.
    NO_WEB_FOLDER,
    /// The data folder holds no chat.
    NO_CHAT,
    /// Several chats on this network go by the name that was given.
    SEVERAL_CHATS,
    /// The file to restore is missing, or no backup that this program can use.
    NO_BACKUP,
    /// What would be written over is there, and nobody said that it may go.
    IN_THE_WAY,
    /// A file that was asked for cannot be written.
    CANNOT_WRITE,
    /// There is no display for a window.
    NO_DISPLAY,
    /// The data folder cannot be written to.
    DATA_NOT_WRITABLE,
    /// Another Hearth uses the data folder.
    DATA_IN_USE,
    /// A program cannot have this name, or has none.
    BAD_NAME,
    /// The window hosts a chat already.
    HOSTS_ALREADY,
    /// The program failed while it had a chat open: memory ran out, say.
    CHAT_FAILED;

    @Override
    public String key() {
        return "trouble." + name().toLowerCase(Locale.ROOT);
    }
}
