package dev.hearth.ui.hosting;

/// What went through a hosted chat since it was opened. Counts begin again where the chat had to be
/// opened again.
///
/// @param nanos when that was, as `System.nanoTime`
/// @param messages that were stored
/// @param bytes that came and went, over all connections
/// @param connections that are open now
public record Traffic(long nanos, long messages, long bytes, long connections) {}
