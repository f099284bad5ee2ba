package dev.hearth.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// Every word on screen, from the bundle `dev/hearth/ui/texts`. Any thread.
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.hearth.ui.texts");

    private Texts() {}

    /// The language of the texts, for the names of days and months among them.
    public static Locale locale() {
        return Locale.ENGLISH;
    }

    /// The text named `key`. A missing one shows its key, since a window with an odd word is better
    /// than none.
    public static String text(String key) {
        try {
            return BUNDLE.getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    /// The text named `key` with its places `{0}`, `{1}`, … filled, as [MessageFormat] does.
    public static String text(String key, Object... values) {
        return new MessageFormat(text(key), locale()).format(values);
    }

    static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }
}
