package dev.hearth.ui.timeline;

import dev.hearth.model.EntryId;

/// Where a timeline stands.
///
/// @param row the first in sight
/// @param y of that row, from the upper edge
public record TimelinePlace(EntryId row, double y) {}
