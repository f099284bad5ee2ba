package dev.hearth.ui.text;

import java.util.Optional;

/// A piece of a paragraph that looks the same throughout.
///
/// @param target what a click opens, if the span is a link
public record Span(String text, Look look, Optional<String> target) {
    static Span words(String text, Look look) {
        return new Span(text, look, Optional.empty());
    }
}
