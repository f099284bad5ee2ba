package dev.hearth.ui.timeline;

import java.time.LocalDate;
import javafx.scene.Node;

/// Leads to the messages of another day. FX thread only.
public interface DayChoice {
    /// Whether older messages can be read.
    boolean isOffered();

    /// Has the person pick a day below `anchor`, first of the month of `shown`.
    void pick(LocalDate shown, Node anchor);
}
