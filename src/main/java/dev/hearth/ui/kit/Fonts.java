package dev.hearth.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The faces of the house. They must be loaded before the first scene: JavaFX fails on a system
/// without any font of its own.
public final class Fonts {
    private static final List<String> FACES =
            List.of("400Regular", "500Medium", "600SemiBold", "700Bold");

    private Fonts() {}

    /// Loads Inter in four weights. FX thread; a second call does no harm.
    public static void load() {
        for (String face : FACES) {
            String file = "/dev/hearth/ui/fonts/Inter_" + face + ".ttf";
            try (InputStream in = Fonts.class.getResourceAsStream(file)) {
                if (in == null || Font.loadFont(in, 14) == null) {
                    throw new IllegalStateException("font missing: " + file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
