package dev.hearth.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a person may be called: 1 to 40 characters, none of them a control or one that turns the
/// direction of writing.
public final class Names {
    /// White space of any kind, the non-breaking ones among it.
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Zs}]+");

    /// Joiners, fillers, variation selectors, the empty Braille pattern.
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164"
                            + "\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]");

    private Names() {}

    /// `wish` without surrounding or doubled space, or nothing when it is not fit to be a name.
    public static Optional<String> tidy(String wish) {
        String name = SPACE.matcher(wish).replaceAll(" ").strip();
        int length = name.codePointCount(0, name.length());
        boolean fit =
                length >= 1
                        && length <= Limits.NAME_CHARACTERS.value()
                        && name.codePoints().noneMatch(Names::isForbidden)
                        && !folded(name).isEmpty();
        return fit ? Optional.of(name) : Optional.empty();
    }

    /// The form in which two names are compared: NFKC and case folded, without what cannot be seen.
    public static String folded(String name) {
        String compatible = Normalizer.normalize(name, Normalizer.Form.NFKC);
        String seen = UNSEEN.matcher(compatible).replaceAll("");
        return SPACE.matcher(seen)
                .replaceAll(" ")
                .strip()
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /// `name` and `suffix`, the name shortened where both together would be too long.
    public static String withSuffix(String name, String suffix) {
        int room = Limits.NAME_CHARACTERS.value() - suffix.length();
        int length = name.codePointCount(0, name.length());
        String head = length <= room ? name : name.substring(0, name.offsetByCodePoints(0, room));
        return head + suffix;
    }

    private static boolean isForbidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || (type == Character.FORMAT && c != 0x200D && c != 0x200C)
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
