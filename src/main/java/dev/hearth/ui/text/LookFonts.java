package dev.hearth.ui.text;

import dev.hearth.ui.kit.Fonts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The fonts of the looks of a paragraph, as the style sheet says: of each look there is a text
/// without letters among the children of the paragraph. FX thread only.
final class LookFonts {
    private final Map<Look, Text> probes = new LinkedHashMap<>();

    /// @param changed runs when a font becomes another
    LookFonts(List<Run> runs, Runnable changed) {
        probe(Look.PLAIN, changed);
        runs.forEach(run -> probe(run.look(), changed));
    }

    private void probe(Look look, Runnable changed) {
        if (probes.containsKey(look)) {
            return;
        }
        if (look.code()) {
            Fonts.loadCode();
        }
        if (look.italic()) {
            Fonts.loadItalic();
        }
        var probe = new Text();
        probe.setManaged(false);
        // Otherwise its bounds would stick out of the paragraph.
        probe.setTextOrigin(VPos.TOP);
        probe.getStyleClass().addAll(look.styleClasses());
        probe.fontProperty().subscribe((old, now) -> changed.run());
        probes.put(look, probe);
    }

    Collection<? extends Node> nodes() {
        return probes.values();
    }

    Font of(Look look) {
        return Objects.requireNonNull(probes.get(look)).getFont();
    }
}
