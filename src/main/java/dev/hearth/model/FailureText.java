package dev.hearth.model;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// Words for expected failures, from the bundles `dev/hearth/model/failures`: for windows and
/// consoles alike. Any thread.
///
/// A text either says all by itself, or has a place `{0}` for the sentence that came with the
/// failure, where that knows more: how long a text may be, which port is taken. A sentence from the
/// wire is English; it is shown only where the bundle wants it, or has no text.
public final class FailureText {
    private FailureText() {}

    /// What to show for a failure that came with `sentence`, in English, as consoles speak.
    public static String of(FailureCode code, String sentence) {
        return of(code, sentence, Locale.ENGLISH);
    }

    /// What to show in the language of `locale`, or in English where there are no texts for that.
    public static String of(FailureCode code, String sentence, Locale locale) {
        try {
            return new MessageFormat(bundle(locale).getString(code.key()), locale)
                    .format(new Object[] {sentence});
        } catch (MissingResourceException e) {
            return sentence;
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        // The bundle without a language is English, whatever the system speaks.
        String language = locale.getLanguage();
        return ResourceBundle.getBundle(
                "dev.hearth.model.failures",
                language.equals("en") ? Locale.ROOT : Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// What to show for a failure that came without words.
    public static String of(FailureCode code) {
        return of(code, code.word());
    }
}
