package dev.hearth.model;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// Words for expected failures, from the bundle `dev/hearth/model/failures`: for windows and
/// consoles alike. Any thread.
///
/// A text either says all by itself, or has a place `{0}` for the sentence that came with the
/// failure, where that knows more: how long a text may be, which port is taken. A sentence from the
/// wire is shown as it is only where the bundle wants it, or has no text.
public final class FailureText {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("dev.hearth.model.failures");

    private FailureText() {}

    /// What to show for a failure that came with `sentence`.
    public static String of(FailureCode code, String sentence) {
        try {
            return new MessageFormat(BUNDLE.getString(code.key()), Locale.ENGLISH)
                    .format(new Object[] {sentence});
        } catch (MissingResourceException e) {
            return sentence;
        }
    }

    /// What to show for a failure that came without words.
    public static String of(FailureCode code) {
        return of(code, code.word());
    }
}
