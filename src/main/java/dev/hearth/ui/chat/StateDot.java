package dev.hearth.ui.chat;

import dev.hearth.model.ConnectionState;
import javafx.scene.layout.Region;

/// The colour of the connection. Never alone: words say the same.
public final class StateDot extends Region {
    public StateDot() {
        getStyleClass().add("state-dot");
    }

    public void show(ConnectionState state) {
        getStyleClass().setAll("state-dot", "state-" + ConnectionWords.of(state).style());
    }
}
