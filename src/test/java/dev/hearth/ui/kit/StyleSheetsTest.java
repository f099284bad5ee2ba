package dev.hearth.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.settings.Accent;
import dev.hearth.settings.Appearance;
import dev.hearth.settings.ThemeChoice;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
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
                                ".a {\n    -fx-font-size: 13px;\n    -fx-padding: 8px 0 4px 1px;\n"
                                        + "    -fx-translate-x: -8px;\n    -fx-fill: #0a7abf;\n"
                                        + "    -fx-min-width: 0.7em;\n}\n"))
                .isEqualTo(
                        ".a {\n    -fx-font-size: 26.0px;\n    -fx-padding: 12.0px 0 6.0px 1.0px;\n"
                                + "    -fx-translate-x: -12.0px;\n    -fx-fill: #0a7abf;\n"
                                + "    -fx-min-width: 0.7em;\n}\n");
        assertThat(TextSize.text(100)).isEqualTo(200);
        assertThat(TextSize.space(100)).isEqualTo(150);
    }

    @Test
    void theNormalSizeTakesTheSheetsAsTheyAre() {
        List<String> sheets = StyleSheets.of(Appearance.DEFAULTS, false, false);
        assertThat(sheets).allMatch(sheet -> sheet.startsWith("file:") || sheet.startsWith("jar:"));
        assertThat(sheets.getFirst()).endsWith("/light.css");
    }

    @ParameterizedTest
    @EnumSource(Accent.class)
    void everyLookHasItsSheets(Accent accent) {
        TextSize.set(80);
        var look = new Appearance(ThemeChoice.DARK, accent, 80, true);
        List<String> sheets = StyleSheets.of(look, true, true);
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
