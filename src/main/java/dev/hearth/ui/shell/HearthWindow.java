package dev.hearth.ui.shell;

import dev.hearth.ui.kit.LinkOpener;
import javafx.stage.Stage;

/// The window.
public final class HearthWindow {
    private final Stage stage;

    public HearthWindow(Stage stage, WindowParts parts, LinkOpener links) {
        this.stage = stage;
    }

    public void open(OpeningWish wish) {
        stage.show();
    }
}
