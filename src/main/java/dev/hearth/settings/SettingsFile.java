package dev.hearth.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Settings as text: `key=value` lines. Single values that make no sense become their default; a
/// text that is no settings file at all is refused.
final class SettingsFile {
    private static final String FORMAT = "format";
    private static final String FORMAT_NUMBER = "1";
    private static final String LANGUAGE = "language";

    private SettingsFile() {}

    static String write(Settings settings) {
        Properties values = new Properties();
        values.setProperty(FORMAT, FORMAT_NUMBER);
        values.setProperty("name", settings.name());
        AppearanceFields.write(settings.appearance(), values);
        settings.language().ifPresent(chosen -> values.setProperty(LANGUAGE, chosen.code()));
        values.setProperty("port", Integer.toString(settings.port()));
        values.setProperty("announced", Boolean.toString(settings.announced()));
        values.setProperty("window.width", Integer.toString(settings.window().width()));
        values.setProperty("window.height", Integer.toString(settings.window().height()));
        RecentFields.write(settings.recent(), values);
        NoticeFields.write(settings.notices(), values);
        try (StringWriter text = new StringWriter()) {
            values.store(text, "Hearth");
            return text.toString();
        } catch (IOException e) {
            throw new AssertionError("a text in memory cannot fail", e);
        }
    }

    /// @throws IOException when this is no settings file
    static Settings read(String text) throws IOException {
        Properties values = new Properties();
        try {
            values.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            throw new IOException("not a settings file", e);
        }
        if (!FORMAT_NUMBER.equals(values.getProperty(FORMAT))) {
            throw new IOException("not a settings file of this version");
        }
        Settings defaults = Settings.defaults();
        return new Settings(
                values.getProperty("name", defaults.name()),
                AppearanceFields.read(values),
                language(values.getProperty(LANGUAGE)),
                number(values.getProperty("port"), defaults.port()),
                !"false".equals(values.getProperty("announced")),
                RecentFields.read(values),
                new Settings.WindowSize(
                        number(values.getProperty("window.width"), defaults.window().width()),
                        number(values.getProperty("window.height"), defaults.window().height())),
                NoticeFields.read(values));
    }

    private static Optional<Language> language(@Nullable String code) {
        return Arrays.stream(Language.values())
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    static int number(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
