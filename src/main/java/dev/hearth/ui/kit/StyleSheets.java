package dev.hearth.ui.kit;

import dev.hearth.settings.Accent;
import dev.hearth.settings.Appearance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hearth's style sheets for an [Appearance]: colours, accent, what all screens share, the sheet of
/// each feature. For a text size other than the normal one the lengths in them are scaled as
/// [TextSize] says, and for a language that Inter has no letters for its name is replaced; JavaFX's
/// own unit for that, `em`, works neither for icons, which are letters of the size that it would be
/// relative to, nor where an `em` stands inside another.
final class StyleSheets {
    private static final List<String> SHEETS =
            List.of(
                    "hearth",
                    "text",
                    "start",
                    "chat",
                    "sidebar",
                    "timeline",
                    "composer",
                    "notices",
                    "search",
                    "settings",
                    "hosting");

    private static final Pattern LENGTH =
            Pattern.compile("(-fx-[a-z-]+:)|(?<=[ \\-])(\\d+(?:\\.\\d+)?)px");

    private static final Pattern INTER =
            Pattern.compile("-fx-font-family: \"Inter(?: (Medium|SemiBold))?\";");

    /// What is this thin is a line, whatever the size of the text.
    private static final double LINE = 2;

    private StyleSheets() {}

    /// Addresses for a scene, the last wins.
    ///
    /// @param family to use in place of Inter
    static List<String> of(
            Appearance appearance, boolean dark, boolean opaque, Optional<String> family) {
        List<String> names = new ArrayList<>();
        String colours = dark ? "dark" : "light";
        names.add(colours);
        if (appearance.accent() != Accent.EMBER) {
            names.add(
                    "accent/"
                            + appearance.accent().name().toLowerCase(Locale.ROOT)
                            + "-"
                            + colours);
        }
        names.addAll(SHEETS);
        if (appearance.compact()) {
            names.add("compact");
        }
        if (opaque) {
            names.add("opaque");
        }
        boolean asTheyAre = appearance.textSize() == Appearance.NORMAL_SIZE && family.isEmpty();
        return names.stream()
                .map(name -> asTheyAre ? sheet(name) : changedSheet(name, family))
                .toList();
    }

    private static String sheet(String name) {
        return url(name).toExternalForm();
    }

    private static URL url(String name) {
        return Objects.requireNonNull(
                StyleSheets.class.getResource("/dev/hearth/ui/" + name + ".css"), name);
    }

    private static String changedSheet(String name, Optional<String> family) {
        try (InputStream in = url(name).openStream()) {
            String own = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String css = scaled(family.map(other -> withFamily(own, other)).orElse(own));
            return "data:text/css;charset=utf-8;base64,"
                    + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Other families have no half-bold faces of their own.
    static String withFamily(String css, String family) {
        return INTER.matcher(css)
                .replaceAll(
                        weight ->
                                Matcher.quoteReplacement("-fx-font-family: \"" + family + "\";")
                                        + ("SemiBold".equals(weight.group(1))
                                                ? " -fx-font-weight: bold;"
                                                : ""));
    }

    static String scaled(String css) {
        var scaled = new StringBuilder();
        Matcher matcher = LENGTH.matcher(css);
        DoubleUnaryOperator scale = TextSize::space;
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                scale =
                        matcher.group(1).equals("-fx-font-size:")
                                ? TextSize::text
                                : TextSize::space;
                matcher.appendReplacement(scaled, "$1");
                continue;
            }
            double length = Double.parseDouble(matcher.group(2));
            double now = length <= LINE ? length : scale.applyAsDouble(length);
            matcher.appendReplacement(scaled, String.format(Locale.ROOT, "%.1fpx", now));
        }
        return matcher.appendTail(scaled).toString();
    }
}
