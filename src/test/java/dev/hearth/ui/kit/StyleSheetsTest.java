package dev.hearth.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.settings.Accent;
import dev.hearth.settings.Appearance;
import dev.hearth.settings.ThemeChoice;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StyleSheetsTest {
    @AfterEach
    void normalSize() {
        TextSize.set(Appearance.NORMAL_SIZE);
    }

    @Test
    void textGrowsFullyTheRoomAroundItByHalfAndLinesNotAtAll() {
        TextSize.set(200);
        assertThat(
                        StyleSheets.scaled(
                                """
                                .a {
                                    -fx-font-size: 13px;
                                    -fx-padding: 8px 0 4px 1px;
                                    -fx-translate-x: -8px;
                                    -fx-fill: #0a7abf;
                                    -fx-min-width: 0.7em;
                                }
                                """))
                .isEqualTo(
                        """
                        .a {
                            -fx-font-size: 26.0px;
                            -fx-padding: 12.0px 0 6.0px 1.0px;
                            -fx-translate-x: -12.0px;
                            -fx-fill: #0a7abf;
                            -fx-min-width: 0.7em;
                        }
                        """);
        assertThat(TextSize.text(100)).isEqualTo(200);
        assertThat(TextSize.space(100)).isEqualTo(150);
    }

    @Test
    void theNormalSizeTakesTheSheetsAsTheyAre() {
        List<String> sheets = StyleSheets.of(Appearance.DEFAULTS, false, false, Optional.empty());
        assertThat(sheets).allMatch(sheet -> sheet.startsWith("file:") || sheet.startsWith("jar:"));
        assertThat(sheets.getFirst()).endsWith("/light.css");
    }

    @Test
    void anotherFamilyTakesThePlaceOfInterInAllItsWeights() {
        assertThat(
                        StyleSheets.withFamily(
                                """
                                -fx-font-family: "Inter";
                                -fx-font-family: "Inter Medium";
                                -fx-font-family: "Inter SemiBold";
                                -fx-font-family: "JetBrains Mono";
                                """,
                                "Arial"))
                .isEqualTo(
                        """
                        -fx-font-family: "Arial";
                        -fx-font-family: "Arial";
                        -fx-font-family: "Arial"; -fx-font-weight: bold;
                        -fx-font-family: "JetBrains Mono";
                        """);
    }

    @ParameterizedTest
    @EnumSource(Accent.class)
    void everyLookHasItsSheets(Accent accent) {
        TextSize.set(80);
        var look = new Appearance(ThemeChoice.DARK, accent, 80, true);
        List<String> sheets = StyleSheets.of(look, true, true, Optional.empty());
        assertThat(sheets).hasSize(accent == Accent.EMBER ? 14 : 15).doesNotHaveDuplicates();
        for (String sheet : sheets) {
            String css =
                    new String(
                            Base64.getDecoder().decode(sheet.substring(sheet.indexOf(',') + 1)),
                            StandardCharsets.UTF_8);
            assertThat(css).contains("{").doesNotContainPattern("[0-9]px[0-9]");
        }
    }
}
