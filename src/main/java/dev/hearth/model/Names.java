package dev.hearth.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a person or a room may be called, everywhere: start screen, commands, host. The examples
/// are in `src/test/text/names.json`. Stateless.
public final class Names {
    /// White space of any kind, the non-breaking ones among it.
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Zs}]+");

    /// The colon and what can be taken for it: wide, small, vertical, ratio, modifier letter.
    private static final String COLONS = ":\uFF1A\uFE55\uFE13\u2236\uA789";

    /// As skeletons.
    private static final Set<String> RESERVED =
            Set.of(
                    skeleton("Owner"),
                    skeleton("Moderator"),
                    skeleton("Mod"),
                    skeleton("Admin"),
                    skeleton("Administrator"),
                    skeleton("Host"),
                    skeleton("Server"),
                    skeleton("System"),
                    skeleton("Hearth"),
                    skeleton(Mentions.EVERYONE));

    private Names() {}

    /// Whether a person may be called `wish`. The owner of a chat may bear a reserved name.
    public static NameCheck check(String wish) {
        NameCheck check = checkOfAnything(wish);
        if (!(check instanceof NameCheck.Fit(String name))) {
            return check;
        }
        if (hasColon(name)) {
            return new NameCheck.Unfit(NameCheck.Problem.COLON);
        }
        return isReserved(name) ? new NameCheck.Unfit(NameCheck.Problem.RESERVED) : check;
    }

    /// Whether anything may be called `wish`, a room or a chat.
    public static NameCheck checkOfAnything(String wish) {
        String name = SPACE.matcher(wish).replaceAll(" ").strip();
        return problem(name)
                .<NameCheck>map(NameCheck.Unfit::new)
                .orElseGet(() -> new NameCheck.Fit(name));
    }

    /// `wish` without surrounding or doubled space, or nothing when it is not fit to be a name of
    /// anything, a room included.
    public static Optional<String> tidy(String wish) {
        return checkOfAnything(wish) instanceof NameCheck.Fit(String name)
                ? Optional.of(name)
                : Optional.empty();
    }

    private static Optional<NameCheck.Problem> problem(String name) {
        if (name.isEmpty()) {
            return Optional.of(NameCheck.Problem.EMPTY);
        }
        if (name.codePointCount(0, name.length()) > Limits.NAME_CHARACTERS.value()) {
            return Optional.of(NameCheck.Problem.LONG);
        }
        boolean fit =
                name.codePoints().noneMatch(Names::isForbidden)
                        && name.codePoints().anyMatch(Names::isBase)
                        && !SafeText.pilesUpMarks(name);
        return fit ? Optional.empty() : Optional.of(NameCheck.Problem.CHARACTERS);
    }

    /// [#tidy] for people: plain clients show `Ann: hello`, so a name with a colon would pass for a
    /// message of somebody else.
    public static Optional<String> tidyOfPerson(String wish) {
        return tidy(wish).filter(name -> !hasColon(name));
    }

    private static boolean hasColon(String name) {
        return name.codePoints().anyMatch(c -> COLONS.indexOf(c) >= 0);
    }

    /// Whether `name` looks like that of the chat itself or of a role.
    public static boolean isReserved(String name) {
        return looks(name).stream().anyMatch(RESERVED::contains);
    }

    /// The form in which two names are compared: NFKC and case folded, without what cannot be seen.
    public static String folded(String name) {
        return cased(withoutUnseen(Normalizer.normalize(name, Normalizer.Form.NFKC)));
    }

    /// What the eye takes `name` for, as it is written and in another case: an I looks like an l,
    /// and is an i. Two names look alike when they share one of these, as names do that are the
    /// same when they are compared.
    public static Set<String> looks(String name) {
        String written = skeleton(name);
        String cased = skeleton(folded(name));
        return written.equals(cased) ? Set.of(written) : Set.of(written, cased);
    }

    /// The folded name with every letter as the one that it can be taken for. A Cyrillic А is a
    /// Latin A, and `rn` is `m`.
    private static String skeleton(String name) {
        return cased(Confusables.skeleton(withoutUnseen(name)))
                .replace("rn", "m")
                .replace("vv", "w");
    }

    /// `name` and `suffix`, the name shortened where both together would be too long.
    public static String withSuffix(String name, String suffix) {
        int room = Limits.NAME_CHARACTERS.value() - suffix.length();
        int length = name.codePointCount(0, name.length());
        String head = length <= room ? name : name.substring(0, name.offsetByCodePoints(0, room));
        return head + suffix;
    }

    private static String withoutUnseen(String name) {
        String spaced = SPACE.matcher(name).replaceAll(" ").strip();
        var seen = new StringBuilder(spaced.length());
        spaced.codePoints()
                .filter(c -> c == ' ' || !SafeText.isUnseen(c))
                .forEach(seen::appendCodePoint);
        return SPACE.matcher(seen).replaceAll(" ").strip();
    }

    private static String cased(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /// Something that stands by itself and can be seen: no mark, no filler.
    private static boolean isBase(int c) {
        return !SafeText.isUnseen(c) && !SafeText.isMark(c);
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
