package dev.hearth.lan;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/// The name or the IPv4 address of a computer, as it was typed. Stateless.
final class HostName {
    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    /// Underscores are not allowed by the book, and are in the names of many computers.
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9_.-]+");

    private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");
    private static final Pattern BYTE = Pattern.compile("0|[1-9]\\d{0,2}");

    /// The newer rules for names (IDNA 2008) keep these letters, the JDK's replace them: the name
    /// would lead to another place than in a browser.
    private static final Pattern READ_DIFFERENTLY = Pattern.compile("[ßẞς]");

    private HostName() {}

    /// The name as DNS knows it.
    ///
    /// @throws dev.hearth.model.HearthException BAD_ADDRESS
    static String check(String typed) {
        if (READ_DIFFERENTLY.matcher(typed).find()) {
            throw ServerAddress.bad(
                    "Programs read the letters ß and ς in “"
                            + typed
                            + "” in different ways. Write the name in its xn-- form, or use the IP"
                            + " address.");
        }
        String name = ascii(typed);
        if (NUMERIC.matcher(name).matches()) {
            return ipv4(name);
        }
        String whole = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (!ALLOWED.matcher(whole).matches()) {
            throw notAName(typed, whole);
        }
        for (String label : whole.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > LONGEST_LABEL) {
                throw noSuchLength(typed);
            }
            if (isBrokenPunycode(label)) {
                throw ServerAddress.bad(
                        "“" + typed + "” is not a name: nothing is written as “" + label + "”.");
            }
        }
        if (whole.length() > LONGEST) {
            throw noSuchLength(typed);
        }
        return whole;
    }

    /// The JDK leaves a label in the `xn--` form that it cannot read as it is.
    private static boolean isBrokenPunycode(String label) {
        return label.startsWith("xn--") && IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED).equals(label);
    }

    private static String ascii(String typed) {
        try {
            return IDN.toASCII(typed, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            throw noSuchLength(typed);
        }
    }

    /// `127.1`, `0177.0.0.1` and `2130706433` mean an address to some programs and others to
    /// others.
    private static String ipv4(String name) {
        String[] bytes = name.split("\\.", -1);
        boolean good = bytes.length == 4;
        for (String each : bytes) {
            good &= BYTE.matcher(each).matches() && Integer.parseInt(each) <= 255;
        }
        if (!good) {
            throw ServerAddress.bad(
                    "“"
                            + name
                            + "” is not an IP address: it has four numbers from 0 to 255, as in"
                            + " 192.168.1.20.");
        }
        return name;
    }

    private static RuntimeException notAName(String typed, String name) {
        String odd =
                name.codePoints()
                        .mapToObj(Character::toString)
                        .filter(each -> !ALLOWED.matcher(each).matches())
                        .findFirst()
                        .orElse("");
        return ServerAddress.bad(
                "“"
                        + typed
                        + "” is not an address: "
                        + (odd.isBlank() ? "it has a space in it" : "a name has no “" + odd + "”")
                        + ". Try host, host:port or http://host:port.");
    }

    private static RuntimeException noSuchLength(String typed) {
        return ServerAddress.bad(
                "“"
                        + typed
                        + "” is not a name: between its dots it has 1 to 63 characters, and 253 in"
                        + " all.");
    }
}
