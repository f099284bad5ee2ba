package dev.hearth.host;

import dev.hearth.model.Command;

/// A command on its way to the host loop.
public record Submission(Command command, CommandOrigin origin) {
    /// What the app asks.
    public static Submission of(Command command) {
        return new Submission(command, CommandOrigin.HEARTH);
    }
}
