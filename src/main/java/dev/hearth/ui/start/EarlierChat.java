package dev.hearth.ui.start;

import java.util.Optional;

/// The chat that was hosted on this computer before, and is opened again by hosting.
///
/// @param name that its owner gave it; empty while they have given it none
/// @param messages how many are kept
public record EarlierChat(Optional<String> name, long messages) {}
