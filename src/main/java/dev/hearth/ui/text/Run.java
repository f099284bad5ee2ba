package dev.hearth.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A stretch of a paragraph's text that is drawn in one way: words of one look, or one emoji.
///
/// @param drawing the emoji's full form, if it is one
/// @param target what a click opens, if it belongs to a link
record Run(int start, int end, Look look, Optional<String> drawing, Optional<String> target) {
    /// The runs of `spans`, one after the other, by their index in the joined text.
    static List<Run> of(List<Span> spans) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (Span span : spans) {
            int from = start;
            for (EmojiFinder.Found emoji : EmojiFinder.in(span.text())) {
                int at = start + emoji.start();
                if (at > from) {
                    runs.add(new Run(from, at, span.look(), Optional.empty(), span.target()));
                }
                from = start + emoji.end();
                Optional<String> drawing = Optional.of(emoji.drawing());
                runs.add(new Run(at, from, span.look(), drawing, span.target()));
            }
            start += span.text().length();
            if (start > from) {
                runs.add(new Run(from, start, span.look(), Optional.empty(), span.target()));
            }
        }
        return runs;
    }
}
