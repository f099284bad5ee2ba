package dev.hearth.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.settings.Accent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Text keeps the contrast of WCAG 2.2 AA: 4.5 to 1.
final class ContrastTest {
    private static final Pattern COLOUR = Pattern.compile("(-[a-z0-9-]+): #([0-9a-fA-F]{6});");

    static Stream<Arguments> looks() {
        return Stream.of("light", "dark")
                .flatMap(
                        theme ->
                                Stream.of(Accent.values())
                                        .map(accent -> Arguments.of(theme, accent)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void textCanBeRead(String theme, Accent accent) throws IOException {
        Map<String, Integer> colours = colours(theme);
        if (accent != Accent.EMBER) {
            Map<String, Integer> own =
                    colours("accent/" + accent.name().toLowerCase(Locale.ROOT) + "-" + theme);
            assertThat(own.keySet()).isSubsetOf(colours.keySet());
            assertThat(own.get("-color-accent-fg")).isNotEqualTo(colours.get("-color-accent-fg"));
            colours.putAll(own);
        }
        String[] grounds = {
            "-color-bg-default", "-color-bg-overlay", "-hearth-rail", "-hearth-ground"
        };
        for (String ground : grounds) {
            check(colours, "-color-fg-default", ground);
            check(colours, "-color-fg-muted", ground);
            check(colours, "-color-fg-subtle", ground);
            check(colours, "-color-accent-fg", ground);
            check(colours, "-color-danger-fg", ground);
        }
        check(colours, "-color-fg-subtle", "-hearth-bubble");
        check(colours, "-color-accent-fg", "-hearth-bubble");
        check(colours, "-hearth-own-text", "-hearth-own");
        check(colours, "-hearth-own-meta", "-hearth-own");
        check(colours, "-color-accent-fg", "-hearth-own");
        check(colours, "-color-accent-fg", "-color-accent-subtle");
        check(colours, "-color-fg-muted", "-color-warning-subtle");
        check(colours, "-color-fg-muted", "-color-danger-subtle");
        check(colours, "-color-fg-muted", "-hearth-quote");
        check(colours, "-hearth-own-text", "-hearth-own-quote");
        check(colours, "-hearth-toast-text", "-hearth-toast");
        colours.put("white", 0xFFFFFF);
        check(colours, "white", "-color-accent-emphasis");
        check(colours, "white", "-color-danger-emphasis");
        for (int i = 0; i < Avatar.COLOURS; i++) {
            check(colours, "-author-" + i, "-hearth-bubble");
            check(colours, "-author-" + i, "-hearth-quote");
            check(colours, "-author-" + i, "-hearth-own-quote");
        }
    }

    private static void check(Map<String, Integer> colours, String text, String ground) {
        double a = luminance(Objects.requireNonNull(colours.get(text), text));
        double b = luminance(Objects.requireNonNull(colours.get(ground), ground));
        double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        assertThat(contrast).as("%s on %s", text, ground).isGreaterThanOrEqualTo(4.5);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double value = (channel & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Integer> colours(String theme) throws IOException {
        var colours = new HashMap<String, Integer>();
        try (InputStream in =
                Objects.requireNonNull(
                        ContrastTest.class.getResourceAsStream(
                                "/dev/hearth/ui/" + theme + ".css"))) {
            Matcher matcher = COLOUR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
            }
        }
        return colours;
    }
}
