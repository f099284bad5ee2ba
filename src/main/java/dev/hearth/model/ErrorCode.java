package dev.hearth.model;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Every expected failure, on the wire by its [#wire] name.
public enum ErrorCode {
    /// A bound on length was passed.
    TOO_LONG,
    /// A message without text.
    EMPTY,
    /// A payload of the wrong shape.
    MALFORMED,
    /// An event this door does not know.
    UNKNOWN_EVENT,
    /// A room that does not exist, or that the person may not see.
    NO_ROOM,
    /// A message that does not exist, or that was deleted.
    NO_MESSAGE,
    /// A person who does not exist.
    NO_PERSON,
    /// A file that does not exist, or belongs to somebody else.
    NO_FILE,
    /// What the person's role, or the room, does not allow.
    FORBIDDEN,
    /// One may not write here for now.
    MUTED,
    /// One may not come in.
    BANNED,
    /// A room of this name exists already.
    NAME_TAKEN,
    /// A request before the host has said welcome.
    NOT_ENTERED,
    /// Another major version of the protocol.
    VERSION,
    /// The same id was used before with other content.
    CONFLICT,
    /// The host's queue is full; try again.
    BUSY,
    /// Too many in too short a time; try again later.
    RATE,
    /// The host could not write to its disk.
    STORAGE,
    /// The address could not be understood.
    BAD_ADDRESS,
    /// The host name is not known.
    UNKNOWN_HOST,
    /// Nothing listens at that address and port.
    CONNECTION_REFUSED,
    /// Nothing answered in time.
    NO_ANSWER,
    /// Something answered that is not a Socket.IO server.
    NOT_SOCKET_IO,
    /// A Socket.IO server of version 2, or another that does not speak protocol 5.
    OLD_SOCKET_IO,
    /// The server refused the connection.
    REFUSED,
    /// The server does not prove that it is the host it claims to be.
    UNPROVEN,
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
    /// A file that was asked for cannot be written.
    CANNOT_WRITE,
    /// There is no display for a window.
    NO_DISPLAY,
    /// The data folder cannot be written to.
    DATA_NOT_WRITABLE,
    /// Another Hearth uses the data folder.
    DATA_IN_USE,
    /// This server cannot do that.
    UNSUPPORTED,
    /// The connection is closed.
    CLOSED;

    /// Whether the same request may succeed when it is sent again unchanged.
    public enum Retry {
        /// Not without a change: of the request, of a role, of a setting.
        NEVER,
        /// After a while, on the same connection.
        LATER,
        /// Once there is a connection again.
        RECONNECTED
    }

    /// The name on the wire: lower case.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Empty for a name this program does not know.
    public static Optional<ErrorCode> ofWire(String name) {
        for (ErrorCode each : values()) {
            if (each.wire().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /// Whether, and when, it makes sense to try again.
    public Retry retry() {
        return switch (this) {
            case BUSY, RATE, STORAGE -> Retry.LATER;
            case CLOSED -> Retry.RECONNECTED;
            case TOO_LONG,
                    EMPTY,
                    MALFORMED,
                    UNKNOWN_EVENT,
                    NO_ROOM,
                    NO_MESSAGE,
                    NO_PERSON,
                    NO_FILE,
                    FORBIDDEN,
                    MUTED,
                    BANNED,
                    NAME_TAKEN,
                    NOT_ENTERED,
                    VERSION,
                    CONFLICT,
                    BAD_ADDRESS,
                    UNKNOWN_HOST,
                    CONNECTION_REFUSED,
                    NO_ANSWER,
                    NOT_SOCKET_IO,
                    OLD_SOCKET_IO,
                    REFUSED,
                    UNPROVEN,
                    HOST_KEY,
                    PORT_TAKEN,
                    BAD_BIND,
                    TOO_LITTLE_MEMORY,
                    NO_WEB_FOLDER,
                    NO_CHAT,
                    CANNOT_WRITE,
                    NO_DISPLAY,
                    DATA_NOT_WRITABLE,
                    DATA_IN_USE,
                    UNSUPPORTED ->
                    Retry.NEVER;
        };
    }

    /// How long a host asks to wait before the same request comes again; empty unless [#retry] says
    /// LATER.
    public Optional<Duration> retryAfter() {
        return retry() == Retry.LATER
                ? Optional.of(Duration.ofSeconds(this == BUSY ? 1 : 5))
                : Optional.empty();
    }
}
