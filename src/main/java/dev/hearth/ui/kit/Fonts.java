package dev.hearth.ui.kit;

import dev.hearth.settings.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.text.Font;

/// The faces of the house. They must be loaded before the first scene: JavaFX fails on a system
/// without any font of its own.
public final class Fonts {
    private static final List<String> FACES =
            List.of("400Regular", "500Medium", "600SemiBold", "700Bold");
    private static final List<String> ITALIC = List.of("400Regular_Italic", "700Bold_Italic");
    private static final List<String> CODE = List.of("400Regular", "700Bold");
    private static final double SIZE = 14;
    private static boolean hasItalic;
    private static boolean hasCode;

    /// Families that have both Arabic and Latin letters, those made for screens first; one of them
    /// is there on each system that shows Arabic.
    private static final List<String> ARABIC =
            List.of(
                    "Vazirmatn",
                    "Segoe UI",
                    "Geeza Pro",
                    "DejaVu Sans",
                    "Noto Sans Arabic",
                    "Noto Naskh Arabic",
                    "Tahoma",
                    "Arial");

    private Fonts() {}

    /// The family to use in place of Inter, which has no Arabic. Where a run from right to left
    /// takes letters of a font and blanks of another, JavaFX 26 puts its parts in the wrong order;
    /// so the font has to have both.
    static Optional<String> inPlaceOfInter(Language language) {
        if (!language.runsFromRightToLeft()) {
            return Optional.empty();
        }
        List<String> families = Font.getFamilies();
        return ARABIC.stream().filter(families::contains).findFirst();
    }

    /// Loads Inter in four weights, and the icons. FX thread; a second call does no harm.
    public static void load() {
        load("Inter_", FACES);
        // Ikonli loads its font itself, but not where the path has a letter that URLs escape. A
        // family that is loaded is enough for its icons.
        IconFont.file().ifPresent(Fonts::loadFile);
    }

    /// Loads the slanted faces of Inter, which most chats never need. FX thread.
    public static void loadItalic() {
        if (!hasItalic) {
            hasItalic = true;
            load("Inter_", ITALIC);
        }
    }

    /// Loads JetBrains Mono, for code. FX thread.
    public static void loadCode() {
        if (!hasCode) {
            hasCode = true;
            load("JetBrainsMono_", CODE);
        }
    }

    private static void load(String family, List<String> faces) {
        for (String face : faces) {
            String name = "/dev/hearth/ui/fonts/" + family + face + ".ttf";
            if (!LooseFiles.find(name).map(Fonts::loadFile).orElseGet(() -> loadCopy(name))) {
                throw new IllegalStateException("font missing: " + name);
            }
        }
    }

    private static boolean loadFile(Path file) {
        // JavaFX takes the path as it stands: "%20" would be looked for as such.
        return Font.loadFont("file:" + file, SIZE) != null;
    }

    private static boolean loadCopy(String name) {
        try (InputStream in = Fonts.class.getResourceAsStream(name)) {
            return in != null && Font.loadFont(in, SIZE) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
