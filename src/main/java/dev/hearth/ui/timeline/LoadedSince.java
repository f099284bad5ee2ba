package dev.hearth.ui.timeline;

import dev.hearth.model.EntryId;
import java.util.OptionalLong;

/// The first message since a moment among those that are loaded.
///
/// @param isFirst whether there is surely none before it
public record LoadedSince(EntryId id, OptionalLong seq, boolean isFirst) {}
