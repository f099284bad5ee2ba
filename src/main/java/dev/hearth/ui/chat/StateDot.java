package dev.hearth.ui.chat;

import dev.hearth.model.ConnectionState;
import javafx.scene.layout.Region;

/// The colour of the connection. Never alone: words say the same.
final class StateDot extends Region {
    StateDot() {
        getStyleClass().add("state-dot");
    }

    void show(ConnectionState state) {
        getStyleClass().setAll("state-dot", "state-" + ConnectionWords.of(state).style());
    }
}
