package dev.hearth.ui.hosting;

import java.util.OptionalLong;

/// What is kept of a hosted chat.
///
/// @param messages without deleted ones; empty where counting them would take too long
/// @param bytes on the disk
public record Stored(OptionalLong messages, long bytes) {}
