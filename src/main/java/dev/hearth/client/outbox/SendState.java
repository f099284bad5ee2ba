package dev.hearth.client.outbox;

import dev.hearth.model.Delivery;
import dev.hearth.model.ErrorCode;
import java.time.Duration;

/// How far a command of an [Outbox] has come. A state that ends by itself holds what stops its
/// clock.
sealed interface SendState {
    Runnable NO_TIMER = () -> {};

    /// It is being written to the disk, and is not sent before it is there.
    record Storing() implements SendState {}

    /// Its turn, or the connection, has not come.
    record Queued() implements SendState {}

    /// It was sent on the open connection, and nothing has come back.
    record OnWire(Runnable cancel) implements SendState {}

    /// The server wants it later.
    record Waiting(Runnable cancel) implements SendState {}

    /// The server has it; the echo by which it gets its place has not come.
    record Received(Duration echoWithin, Runnable cancel) implements SendState {}

    /// It was sent, and may have arrived or not: the person decides.
    record Doubtful() implements SendState {}

    /// The person decides.
    record Failed(ErrorCode code, String reason) implements SendState {}

    default Delivery delivery() {
        return switch (this) {
            case Storing _, Queued _, OnWire _, Waiting _ -> Delivery.SENDING;
            case Received _ -> Delivery.DELIVERED;
            case Doubtful _ -> Delivery.NOT_CONFIRMED;
            case Failed(ErrorCode code, String reason) -> new Delivery.Failed(code, reason);
        };
    }

    /// Whether an answer says something new.
    default boolean awaitsAnswer() {
        return this instanceof OnWire || this instanceof Doubtful;
    }

    default boolean isInPersonsHands() {
        return this instanceof Doubtful || this instanceof Failed;
    }

    default void cancelTimer() {
        switch (this) {
            case OnWire(Runnable cancel) -> cancel.run();
            case Waiting(Runnable cancel) -> cancel.run();
            case Received(var _, Runnable cancel) -> cancel.run();
            case Storing _, Queued _, Doubtful _, Failed _ -> {}
        }
    }
}
