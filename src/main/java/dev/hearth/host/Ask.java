package dev.hearth.host;

import dev.hearth.host.ChatHost.Receipt;
import dev.hearth.model.Command;
import dev.hearth.model.Person;
import java.util.concurrent.CompletableFuture;

/// A command that waits for its answer.
///
/// @param plain whether it came through the plain door
record Ask(Person from, Command command, boolean plain, CompletableFuture<Receipt> answer) {}
