package dev.hearth.host;

import dev.hearth.host.ChatHost.Receipt;
import dev.hearth.model.Command;
import dev.hearth.model.EntryId;
import dev.hearth.model.Person;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A command that waits for its answer.
///
/// @param otherwise the id of a message of the plain door where that of `command` is the id of
///   another one; empty for what came through `/hearth`
record PendingCommand(
        Person from,
        Command command,
        Optional<EntryId> otherwise,
        CompletableFuture<Receipt> answer) {
    boolean isPlain() {
        return otherwise.isPresent();
    }
}
