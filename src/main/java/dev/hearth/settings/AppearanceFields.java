package dev.hearth.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;

/// [Appearance] among the lines of a settings file.
final class AppearanceFields {
    private static final String THEME = "theme";
    private static final String ACCENT = "accent";
    private static final String TEXT_SIZE = "text.size";
    private static final String COMPACT = "compact";

    private AppearanceFields() {}

    static void write(Appearance appearance, Properties values) {
        values.setProperty(THEME, word(appearance.theme()));
        values.setProperty(ACCENT, word(appearance.accent()));
        values.setProperty(TEXT_SIZE, Integer.toString(appearance.textSize()));
        values.setProperty(COMPACT, Boolean.toString(appearance.compact()));
    }

    static Appearance read(Properties values) {
        Appearance defaults = Appearance.DEFAULTS;
        return new Appearance(
                constant(values.getProperty(THEME), ThemeChoice.values(), defaults.theme()),
                constant(values.getProperty(ACCENT), Accent.values(), defaults.accent()),
                SettingsFile.number(values.getProperty(TEXT_SIZE), defaults.textSize()),
                Boolean.parseBoolean(values.getProperty(COMPACT)));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(String word, E[] all, E otherwise) {
        return Arrays.stream(all)
                .filter(each -> word(each).equals(word))
                .findFirst()
                .orElse(otherwise);
    }
}
