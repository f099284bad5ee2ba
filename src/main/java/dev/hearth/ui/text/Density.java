package dev.hearth.ui.text;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Pixels of the screen for a pixel of the layout.
final class Density {
    private Density() {}

    static double of(Node node) {
        @Nullable Scene scene = node.getScene();
        @Nullable Window window = scene == null ? null : scene.getWindow();
        double scale =
                window == null
                        ? Screen.getPrimary().getOutputScaleX()
                        : Math.max(window.getRenderScaleX(), window.getOutputScaleX());
        return scale * Math.abs(node.getLocalToSceneTransform().getMxx());
    }
}
