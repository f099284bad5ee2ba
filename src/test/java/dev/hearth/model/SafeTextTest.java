package dev.hearth.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SafeTextTest {
    @Test
    void aTextIsBlankWhenNothingOfItIsSeen() {
        for (String blank :
                List.of(
                        "",
                        " \t\r\n",
                        "\u00a0",
                        "\u200b",
                        "\u2800",
                        "\u3164\u200d",
                        "\ufe0f",
                        "\ufeff",
                        "\u2065",
                        "\ufff0",
                        "\udb40\udc02")) {
            assertThat(SafeText.isBlank(blank)).isTrue();
        }
        for (String seen : List.of("a", ".", "❤️", "\u0301", "\u0007", "👩‍👩‍👧")) {
            assertThat(SafeText.isBlank(seen)).isFalse();
        }
    }

    @Test
    void aWindowShowsLinesTabsAndPlainMarksOfDirection() {
        assertThat(SafeText.shown("a\tb\nc\r\nd\re\u2028f\u0085g"))
                .isEqualTo("a\tb\nc\nd\ne\nf\ng");
        assertThat(SafeText.shownLine("a\tb\r\nc\u2029d")).isEqualTo("a b c d");
        assertThat(SafeText.shown("\ufeffא\u200f!")).isEqualTo("\ufeffא\u200f!");
        assertThat(SafeText.shown("a\u202eb\u2067c\u0007\ud800"))
                .isEqualTo("a\\u202eb\\u2067c\\u0007\\ud800");
    }

    @ParameterizedTest
    @CsvSource({
        "000A, \\n",
        "000D, \\r",
        "0009, \\t",
        "0000, \\u0000",
        "0007, \\u0007",
        "0008, \\u0008",
        "001B, \\u001b",
        "007F, \\u007f",
        "0085, \\u0085",
        "009B, \\u009b",
        "061C, \\u061c",
        "200E, \\u200e",
        "200F, \\u200f",
        "2028, \\u2028",
        "2029, \\u2029",
        "202A, \\u202a",
        "202E, \\u202e",
        "2066, \\u2066",
        "2069, \\u2069",
        "206A, \\u206a",
        "FEFF, \\ufeff",
        "FFFA, \\ufffa",
        "D83D, \\ud83d",
    })
    void showsWhatCouldDriveATerminalOrReorderIt(String hex, String shown) {
        String character = new String(Character.toChars(Integer.parseInt(hex, 16)));

        assertThat(SafeText.line("a" + character + "b")).isEqualTo("a" + shown + "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "C:\\new\\table",
                "Zoë, مرحبا, שלום",
                "👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️ 1️⃣",
                "co\u00ADoperate a\u00A0b \u200Bc",
            })
    void leavesEverythingElse(String text) {
        assertThat(SafeText.line(text)).isSameAs(text);
    }

    @Test
    void everyKindOfLineBreakIsAnEscapeInALineAndABreakInLines() {
        assertThat(SafeText.line("one\r\ntwo\rthree\nfour"))
                .isEqualTo("one\\r\\ntwo\\rthree\\nfour");
        assertThat(SafeText.lines("one\r\ntwo\rthree\nfour\u2028five\u001b[2J"))
                .isEqualTo("one\ntwo\nthree\nfour\\u2028five\\u001b[2J");
    }
}
