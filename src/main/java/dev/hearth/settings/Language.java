package dev.hearth.settings;

import java.util.Arrays;
import java.util.Locale;

/// A language that the window speaks.
public enum Language {
    ENGLISH("en"),
    GERMAN("de"),
    SPANISH("es"),
    FRENCH("fr"),
    CHINESE("zh"),
    /// With the digits that addresses and ports are written in.
    ARABIC("ar-u-nu-latn");

    private final Locale locale;

    Language(String tag) {
        locale = Locale.forLanguageTag(tag);
    }

    public Locale locale() {
        return locale;
    }

    /// The subtag of ISO 639 that names it.
    public String code() {
        return locale.getLanguage();
    }

    public boolean runsFromRightToLeft() {
        return this == ARABIC;
    }

    /// The language of a system; English where it is none of these.
    public static Language of(Locale system) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(system.getLanguage()))
                .findFirst()
                .orElse(ENGLISH);
    }
}
