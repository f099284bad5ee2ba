package dev.hearth.ui.kit;

import javafx.scene.control.Label;

/// Draws names and sentences in which there may be emoji, which are pictures everywhere. The kit
/// shows such texts and does not know how people write. FX thread only.
public interface Lettering {
    /// A text in one line, cut where there is no room for it.
    Label line(String text, String... styleClasses);

    /// A text in as many lines as it takes.
    Label paragraph(String text, String... styleClasses);
}
