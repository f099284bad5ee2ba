package dev.hearth.model;

import java.time.Instant;

/// Where a joined chat stands with its server.
public sealed interface ConnectionState {
    /// Opening the connection; `attempt` counts from 1 since the chat was last online.
    record Connecting(int attempt) implements ConnectionState {}

    /// Connected; the client introduces the person to the host.
    record Entering() implements ConnectionState {}

    /// In the chat; what was missed while away is coming in.
    record CatchingUp(Capabilities can) implements ConnectionState {}

    /// Connected, and messages flow.
    record Online(Capabilities can) implements ConnectionState {}

    /// Not connected; the next try is made by itself.
    record Offline(Instant nextTry, String reason) implements ConnectionState {}

    /// Not connected, and trying again by itself would not help: a person has to act.
    record Refused(FailureCode code, String reason) implements ConnectionState {}

    /// Left by this side.
    record Closed() implements ConnectionState {}
}
