package dev.hearth.model;

/// How far the person's own message has come.
public sealed interface Delivery {
    /// On its way, or waiting for the connection.
    record Sending() implements Delivery {}

    /// The server has it: it was acknowledged, or its echo came back.
    record Delivered() implements Delivery {}

    /// The connection was cut before the server confirmed it. It may or may not have arrived, and
    /// is not sent again by itself.
    record NotConfirmed() implements Delivery {}

    /// The server refused it.
    record Failed(ErrorCode code, String reason) implements Delivery {}

    Delivery SENDING = new Sending();
    Delivery DELIVERED = new Delivered();
    Delivery NOT_CONFIRMED = new NotConfirmed();
}
