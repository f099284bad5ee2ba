package dev.hearth.ui.text;

import dev.hearth.model.SearchHits.Range;
import java.util.List;

/// A paragraph in which some places are highlighted, as a search shows what it found. FX thread
/// only.
public final class MarkedText extends RichText {
    /// @param places in order, apart from each other
    public MarkedText(String text, List<Range> places) {
        super(List.of(Span.words(text, Look.PLAIN)), target -> {});
        mark(places);
    }
}
