package dev.hearth.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The words for every expected failure.
final class FailureTextTest {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("dev.hearth.model.failures", Locale.ROOT);

    static List<FailureCode> codes() {
        List<FailureCode> all = new ArrayList<>();
        for (Class<?> kind : FailureCode.class.getPermittedSubclasses()) {
            for (Object each : kind.getEnumConstants()) {
                all.add((FailureCode) each);
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeAndReasonHasAText(FailureCode code) {
        assertThat(BUNDLE.getString(code.key())).isNotBlank();
        // Quotes would be eaten, and what is not a place be shown as it is.
        assertThat(BUNDLE.getString(code.key())).doesNotContain("'").doesNotContain("{1}");
        assertThat(FailureText.of(code, "a {0} sentence's")).isNotBlank().doesNotContain("{0} {0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr", "zh", "ar"})
    void everyLanguageHasAllOfThem(String language) throws IOException {
        Properties own = new Properties();
        try (Reader file =
                Files.newBufferedReader(
                        Path.of("assets/dev/hearth/model/failures_" + language + ".properties"))) {
            own.load(file);
        }
        assertThat(own.stringPropertyNames()).isEqualTo(BUNDLE.keySet());
        Locale locale = Locale.of(language);
        for (FailureCode code : codes()) {
            String words = own.getProperty(code.key());
            // Only the sentence that came would be English.
            assertThat(words).isNotBlank().isNotEqualTo("{0}").doesNotContain("'", "{1}");
            assertThat(FailureText.of(code, "S.", locale)).isEqualTo(words.replace("{0}", "S."));
        }
    }

    @Test
    void otherLanguagesAreEnglish() {
        assertThat(FailureText.of(ErrorCode.MUTED, "", Locale.ITALY))
                .isEqualTo(FailureText.of(ErrorCode.MUTED, ""));
    }

    @Test
    void noTextIsUnused() {
        assertThat(BUNDLE.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        codes().stream().map(FailureCode::key).toList());
    }

    @Test
    void aTextThatSaysAllIsShownInsteadOfTheSentence() {
        assertThat(FailureText.of(ErrorCode.MUTED, "You are, well, muted."))
                .isEqualTo("You were muted in this room. Read on, and write later.");
        assertThat(FailureText.of(ByeReason.KICKED)).isEqualTo("You were put out of this chat.");
    }

    @Test
    void aSentenceThatKnowsMoreIsShown() {
        String sentence = "This message is longer than 16,384 bytes. Shorten '{0}' it.";
        assertThat(FailureText.of(ErrorCode.TOO_LONG, sentence)).isEqualTo(sentence);
        assertThat(FailureText.of(LocalTrouble.PORT_TAKEN, "Port 3000 is taken."))
                .isEqualTo("Port 3000 is taken.");
    }

    @ParameterizedTest
    @MethodSource("codes")
    void theSmallPrintIsOneWord(FailureCode code) {
        assertThat(code.word()).matches("[a-z_]+");
    }
}
