package dev.hearth.ui.kit;

import dev.hearth.model.EntryId;
import java.time.Instant;

/// The newest message of a chat that is known.
///
/// @param line who said what, in one line; empty when it was deleted
public record LastSaid(EntryId id, String line, Instant at) {}
