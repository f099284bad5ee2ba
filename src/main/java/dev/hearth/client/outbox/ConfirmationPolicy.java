package dev.hearth.client.outbox;

import dev.hearth.model.Accepted;
import dev.hearth.model.Command;
import dev.hearth.model.ErrorCode;
import dev.hearth.model.HearthException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// How the servers of a dialect take a command, and by what they confirm it: by its id, by an
/// acknowledgement, or by nothing but the echo of the same words. Confined to the chat's loop.
public interface ConfirmationPolicy {
    /// What an answer of the server means.
    sealed interface Answer {
        /// It is done, and has this place in the log.
        record Done(Accepted accepted) implements Answer {}

        /// The server has it. Its echo, by which the message gets its place, is looked out for
        /// during `echoWithin`: not for ever, because other people write the same words, and some
        /// servers send a message to all but its author.
        record Received(Duration echoWithin) implements Answer {}

        /// The server wants it later.
        record Later(Duration pause) implements Answer {}

        record Refused(ErrorCode code, String reason) implements Answer {}
    }

    /// What to make of a server that has not answered within [#patience].
    enum Silence {
        /// Sending the same again does no harm.
        SEND_AGAIN,
        /// It may have arrived or not: the person decides.
        DOUBT,
        /// It goes on waiting.
        WAIT
    }

    /// Whether a command waits for the answer to the one before it in the same room.
    boolean oneAtATime();

    /// Why these servers cannot do `command`, if that is known without asking.
    Optional<HearthException> refusal(Command command);

    /// Puts `command` onto the open connection.
    ///
    /// @param answered told of what comes, if anything does
    /// @return whether the server would know it again, however often it came
    boolean send(Command command, Consumer<Answer> answered);

    Duration patience();

    Silence silence();

    /// Whether `command`, on its way when the connection was cut, is to be sent again by itself.
    ///
    /// @param sendings how many times it was sent
    /// @param known whether the server would know it again
    boolean isRepeatable(Command command, int sendings, boolean known);
}
