package dev.hearth.ui.kit;

import dev.hearth.settings.Language;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// Every word on screen, from the bundles `dev/hearth/ui/texts`, in the language that the window
/// speaks. Any thread; what was looked up before stays as it was.
public final class Texts {
    private record Spoken(Language language, ResourceBundle bundle) {}

    private static volatile Spoken spoken = spoken(Language.ENGLISH);

    private Texts() {}

    private static Spoken spoken(Language language) {
        return new Spoken(language, bundle(language));
    }

    static ResourceBundle bundle(Language language) {
        // The one without a language is English, whatever the system speaks.
        Locale locale = language == Language.ENGLISH ? Locale.ROOT : Locale.of(language.code());
        return ResourceBundle.getBundle(
                "dev.hearth.ui.texts",
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// Has all texts from now on in `language`.
    public static void speak(Language language) {
        spoken = spoken(language);
    }

    public static Language language() {
        return spoken.language();
    }

    /// The language of the texts, for the names of days and months among them.
    public static Locale locale() {
        return language().locale();
    }

    /// As the system writes the time of day, if it speaks the same language.
    static Locale timeLocale() {
        Locale system = Locale.getDefault(Locale.Category.FORMAT);
        return system.getLanguage().equals(language().code()) ? system : locale();
    }

    /// The day with which a week begins: a matter of the country, where that is known, else of most
    /// countries in which the language is spoken.
    static DayOfWeek firstOfWeek() {
        Locale time = timeLocale();
        return time.getCountry().isEmpty()
                ? DayOfWeek.valueOf(text("day.weekBegins"))
                : WeekFields.of(time).getFirstDayOfWeek();
    }

    /// The text named `key`. A missing one shows its key, since a window with an odd word is better
    /// than none.
    public static String text(String key) {
        try {
            return spoken.bundle().getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    /// The text named `key` with its places `{0}`, `{1}`, … filled, as [MessageFormat] does.
    public static String text(String key, Object... values) {
        return new MessageFormat(text(key), locale()).format(values);
    }

    static boolean has(String key) {
        return spoken.bundle().containsKey(key);
    }
}
