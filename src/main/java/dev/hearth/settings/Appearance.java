package dev.hearth.settings;

import java.util.List;

/// How the window looks. Immutable.
///
/// @param textSize in per cent, one of [#TEXT_SIZES]
/// @param compact whether lists and messages stand closer together
public record Appearance(ThemeChoice theme, Accent accent, int textSize, boolean compact) {
    /// The sizes of text that can be chosen, in per cent, the smallest first.
    public static final List<Integer> TEXT_SIZES = List.of(80, 90, 100, 110, 125, 150, 175, 200);

    public static final int NORMAL_SIZE = 100;
    public static final Appearance DEFAULTS =
            new Appearance(ThemeChoice.SYSTEM, Accent.EMBER, NORMAL_SIZE, false);

    /// A size that is none of those becomes the next smaller one.
    public Appearance {
        textSize = TEXT_SIZES.get(place(textSize));
    }

    private static int place(int size) {
        int place = 0;
        while (place + 1 < TEXT_SIZES.size() && TEXT_SIZES.get(place + 1) <= size) {
            place++;
        }
        return place;
    }

    public Appearance withTheme(ThemeChoice newTheme) {
        return new Appearance(newTheme, accent, textSize, compact);
    }

    public Appearance withAccent(Accent newAccent) {
        return new Appearance(theme, newAccent, textSize, compact);
    }

    public Appearance withTextSize(int newSize) {
        return new Appearance(theme, accent, newSize, compact);
    }

    /// Text by some steps larger, or smaller; at the ends of the range it stays.
    public Appearance withTextSizeBy(int steps) {
        int place = Math.clamp(place(textSize) + steps, 0, TEXT_SIZES.size() - 1);
        return withTextSize(TEXT_SIZES.get(place));
    }

    public Appearance withCompact(boolean now) {
        return new Appearance(theme, accent, textSize, now);
    }
}
