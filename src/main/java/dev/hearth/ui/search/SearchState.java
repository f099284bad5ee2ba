package dev.hearth.ui.search;

import dev.hearth.model.SearchAnswer;
import dev.hearth.ui.kit.Problem;

/// What a search shows.
sealed interface SearchState {
    /// Nothing was asked for yet.
    record Idle() implements SearchState {}

    /// @param text what was looked for
    record Found(String text, SearchAnswer answer) implements SearchState {}

    record Failed(Problem problem) implements SearchState {}
}
