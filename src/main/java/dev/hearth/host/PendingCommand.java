package dev.hearth.host;

import dev.hearth.host.ChatHost.Receipt;
import dev.hearth.model.Command;
import dev.hearth.model.Person;
import java.util.concurrent.CompletableFuture;

/// A command that waits for its answer.
record PendingCommand(Person from, Submission asked, CompletableFuture<Receipt> answer) {
    Command command() {
        return asked.command();
    }
}
