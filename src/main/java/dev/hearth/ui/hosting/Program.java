package dev.hearth.ui.hosting;

import java.time.Instant;
import java.util.Optional;

/// A program that may write in the chat.
///
/// @param since when it got its token
/// @param used when it last wrote; empty when it never did
public record Program(String name, Instant since, Optional<Instant> used) {}
