package dev.hearth.model;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What can go wrong between a chat and its host. Hosts say it on the wire by its [#wire] name;
/// from [#UNKNOWN_HOST] on a client finds it out by itself.
public enum ErrorCode implements FailureCode {
    /// A bound on length was passed.
    TOO_LONG(Retry.NEVER),
    /// A message without text.
    EMPTY(Retry.NEVER),
    /// A payload of the wrong shape.
    MALFORMED(Retry.NEVER),
    /// An event this namespace does not know.
    UNKNOWN_EVENT(Retry.NEVER),
    /// A room that does not exist, or that the person may not see.
    NO_ROOM(Retry.NEVER),
    /// A message that does not exist, or that was deleted.
    NO_MESSAGE(Retry.NEVER),
    /// A person who does not exist.
    NO_PERSON(Retry.NEVER),
    /// A file that does not exist, or belongs to somebody else.
    NO_FILE(Retry.NEVER),
    /// What the person's role, or the room, does not allow.
    FORBIDDEN(Retry.NEVER),
    /// The person may not write here for now.
    MUTED(Retry.NEVER),
    /// The person may not come in.
    BANNED(Retry.NEVER),
    /// A room of this name exists already.
    NAME_TAKEN(Retry.NEVER),
    /// A request before the host has said welcome.
    NOT_ENTERED(Retry.NEVER),
    /// Another major version of the protocol.
    VERSION(Retry.NEVER),
    /// The same id was used before with other content.
    CONFLICT(Retry.NEVER),
    /// The host's queue is full.
    BUSY(Retry.LATER),
    /// Too many in too short a time; try again later.
    RATE(Retry.LATER),
    /// The host could not write to its disk.
    STORAGE(Retry.LATER),
    /// This server cannot do that.
    UNSUPPORTED(Retry.NEVER),
    /// The connection is closed.
    CLOSED(Retry.RECONNECTED),
    /// The host name is not known.
    UNKNOWN_HOST(Retry.NEVER),
    /// Nothing listens at that address and port.
    CONNECTION_REFUSED(Retry.NEVER),
    /// Nothing answered in time.
    NO_ANSWER(Retry.NEVER),
    /// Something answered that is not a Socket.IO server.
    NOT_SOCKET_IO(Retry.NEVER),
    /// A Socket.IO server of version 2, or another that does not speak protocol 5.
    OLD_SOCKET_IO(Retry.NEVER),
    /// The server refused the connection.
    REFUSED(Retry.NEVER),
    /// The server does not prove that it is the host it claims to be.
    UNPROVEN(Retry.NEVER),
    /// A Socket.IO server whose events are those of no known dialect.
    UNRECOGNISED(Retry.NEVER);

    /// Whether the same request may succeed when it is sent again unchanged.
    public enum Retry {
        /// Not without a change: of the request, of a role, of a setting.
        NEVER,
        /// After a while, on the same connection.
        LATER,
        /// Once there is a connection again.
        RECONNECTED
    }

    private final Retry retry;

    ErrorCode(Retry retry) {
        this.retry = retry;
    }

    /// The name on the wire: lower case.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String key() {
        return "error." + wire();
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

    /// What others are told of a failure that may be none of theirs.
    public static ErrorCode told(FailureCode code) {
        return switch (code) {
            case ErrorCode said -> said;
            case LocalTrouble _ -> STORAGE;
            case ByeReason bye -> bye == ByeReason.BANNED ? BANNED : REFUSED;
        };
    }

    /// Whether, and when, it makes sense to try again.
    public Retry retry() {
        return retry;
    }

    /// How long a host asks to wait before the same request comes again; empty unless [#retry] says
    /// LATER.
    public Optional<Duration> retryAfter() {
        return retry() == Retry.LATER
                ? Optional.of(Duration.ofSeconds(this == BUSY ? 1 : 5))
                : Optional.empty();
    }
}
