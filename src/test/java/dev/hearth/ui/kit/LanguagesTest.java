package dev.hearth.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.settings.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The bundles of the six languages: the same texts in each, with the same places.
final class LanguagesTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z.]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    @AfterEach
    void speakEnglish() {
        Texts.speak(Language.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachHasEveryTextWithItsPlaces(Language language) {
        ResourceBundle english = Texts.bundle(Language.ENGLISH);
        ResourceBundle bundle = Texts.bundle(language);
        // Its own keys: those of the parent, which is English, would hide a text that is missing.
        assertThat(ownKeys(language)).isEqualTo(ownKeys(Language.ENGLISH));
        for (String key : english.keySet()) {
            String text = bundle.getString(key);
            assertThat(text).as(key).isNotBlank();
            assertThat(places(text)).as(key).isEqualTo(places(english.getString(key)));
            if (!places(text).isEmpty()) {
                assertThat(text).as(key).doesNotContain("'");
                for (int count : new int[] {0, 1, 2, 5, 12, 100}) {
                    String shown =
                            new MessageFormat(text, language.locale())
                                    .format(new Object[] {count, "b", "c", "d"});
                    assertThat(shown).as(key).isNotBlank().doesNotContain("{", "}", "#");
                }
            }
        }
    }

    private static Set<String> ownKeys(Language language) {
        String suffix = language == Language.ENGLISH ? "" : "_" + language.code();
        Path file = Path.of("assets/dev/hearth/ui/texts" + suffix + ".properties");
        try (Stream<String> lines = Files.lines(file)) {
            List<String> keys =
                    lines.filter(line -> line.contains("=") && !line.startsWith("#"))
                            .map(line -> line.substring(0, line.indexOf('=')))
                            .toList();
            assertThat(keys).doesNotHaveDuplicates();
            return new TreeSet<>(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void noTextIsUnused() throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/hearth/ui"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(file))
                        .results()
                        .forEach(match -> literals.add(match.group(1)));
            }
        }
        // The names of constants follow on a prefix, parts of a dialog on its name.
        List<String> prefixes = literals.stream().filter(it -> it.endsWith(".")).toList();
        List<String> suffixes = literals.stream().filter(it -> it.startsWith(".")).toList();
        assertThat(ownKeys(Language.ENGLISH))
                .allMatch(
                        key ->
                                literals.contains(key)
                                        || prefixes.stream().anyMatch(key::startsWith)
                                        || suffixes.stream()
                                                .filter(key::endsWith)
                                                .map(end -> stripped(key, end))
                                                .anyMatch(literals::contains));
    }

    private static String stripped(String key, String end) {
        return key.substring(0, key.length() - end.length());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void daysAreWrittenInTheLanguage(Language language) {
        Texts.speak(language);
        for (String key :
                List.of("day.pattern", "day.brief", "day.briefWithYear", "day.patternWithYear")) {
            String day =
                    DateTimeFormatter.ofPattern(Texts.text(key), Texts.locale())
                            .format(LocalDate.of(2026, 11, 20));
            assertThat(day).as(key).contains("20");
        }
    }

    @Test
    void numbersAndPluralsFollowTheLanguage() {
        Texts.speak(Language.GERMAN);
        assertThat(Texts.text("search.count", 1)).isEqualTo("1 Nachricht");
        assertThat(Texts.text("search.count", 1_200)).isEqualTo("1.200 Nachrichten");
        Texts.speak(Language.ARABIC);
        assertThat(Texts.text("search.count", 2)).isEqualTo("رسالتان");
        assertThat(Texts.text("search.count", 3)).isEqualTo("3 رسائل");
        assertThat(Texts.text("search.count", 12)).isEqualTo("12 رسالة");
    }

    @ParameterizedTest
    @CsvSource({
        "de-AT, GERMAN",
        "es-419, SPANISH",
        "fr-CA, FRENCH",
        "zh-Hans-CN, CHINESE",
        "ar-EG, ARABIC",
        "en-GB, ENGLISH",
        "it-IT, ENGLISH",
        "und, ENGLISH"
    })
    void theSystemsLanguageIsTakenWhereItIsOneOfThem(String tag, Language language) {
        assertThat(Language.of(Locale.forLanguageTag(tag))).isEqualTo(language);
    }
}
