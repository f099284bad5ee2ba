package dev.hearth.model;

import java.time.Instant;
import java.util.Optional;

/// What a search found, and how much it looked through.
///
/// @param whole whether the host looked through everything this person may see; else only what is
///   kept on this computer was looked through
/// @param since the time of the oldest message that was looked through, where it was not all
public record SearchAnswer(SearchHits hits, boolean whole, Optional<Instant> since) {}
