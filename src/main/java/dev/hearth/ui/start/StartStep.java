package dev.hearth.ui.start;

/// What the start screen is doing.
sealed interface StartStep {
    /// Waiting for the person.
    record Ready() implements StartStep {}

    /// Opening a chat on this computer.
    record Hosting() implements StartStep {}

    /// Connecting to a chat elsewhere.
    record Joining(String address) implements StartStep {}

    StartStep READY = new Ready();
    StartStep HOSTING = new Hosting();
}
