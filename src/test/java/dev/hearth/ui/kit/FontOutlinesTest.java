package dev.hearth.ui.kit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.PathIterator;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where outlines of a letter overlap, JavaFX's software pipeline leaves holes on screens of high
/// density.
final class FontOutlinesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Inter_400Regular",
                "Inter_500Medium",
                "Inter_600SemiBold",
                "Inter_700Bold",
                "Inter_400Regular_Italic",
                "Inter_700Bold_Italic",
                "JetBrainsMono_400Regular",
                "JetBrainsMono_700Bold"
            })
    void aLetterIsDrawnInOneLine(String face) throws Exception {
        try (InputStream in =
                Fonts.class.getResourceAsStream("/dev/hearth/ui/fonts/" + face + ".ttf")) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, requireNonNull(in));
            assertThat(contours(font, "t")).isEqualTo(1);
            assertThat(contours(font, "f")).isEqualTo(1);
            assertThat(contours(font, "A")).as("with what it encloses").isEqualTo(2);
            assertThat(contours(font, "e")).isEqualTo(2);
        }
    }

    private static int contours(Font font, String letter) {
        int count = 0;
        PathIterator path =
                font.createGlyphVector(new FontRenderContext(null, true, true), letter)
                        .getOutline()
                        .getPathIterator(null);
        for (; !path.isDone(); path.next()) {
            count += path.currentSegment(new float[6]) == PathIterator.SEG_MOVETO ? 1 : 0;
        }
        return count;
    }
}
