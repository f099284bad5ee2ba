package dev.hearth.model;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A web address as people write it, and the URI that says the same to a browser.
///
/// @param length how much of what was read belongs to it
/// @param target the URI, in ASCII
record WebAddress(int length, String target) {
    private static final Pattern AUTHORITY =
            Pattern.compile(
                    "(?i)(https?)://"
                            + "((?:[\\w.~!$&'()*+,;=:%-]{1,200}@)?)"
                            + "(\\[[0-9a-f:.]{2,45}]|[\\p{L}\\p{M}\\p{N}_.\\u00B7-]{1,253})"
                            + "((?::\\d{1,5})?)");
    private static final int LAST_PORT = 65_535;

    /// Stand for themselves behind the authority (RFC 3986).
    private static final String PLAIN = "-._~!$&'()*+,;=:@/?";

    /// Reads the address at the beginning of `text`.
    static Optional<WebAddress> read(String text) {
        Matcher matcher = AUTHORITY.matcher(text);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        String host = matcher.group(3);
        String rest = text.substring(matcher.end());
        int length = text.length();
        if (!rest.isEmpty() && "/?#".indexOf(rest.charAt(0)) < 0) {
            rest = "";
            length = matcher.end();
        }
        String asciiTop = withoutOtherScript(host);
        if (asciiTop.length() < host.length()) {
            length = matcher.start(3) + asciiTop.length();
            return of(matcher.group(1), matcher.group(2), asciiTop, "", "", length);
        }
        return of(matcher.group(1), matcher.group(2), host, matcher.group(4), rest, length);
    }

    private static Optional<WebAddress> of(
            String scheme, String user, String host, String port, String rest, int length) {
        if (!port.isEmpty() && Integer.parseInt(port.substring(1)) > LAST_PORT) {
            return Optional.empty();
        }
        try {
            String ascii = host.startsWith("[") ? host : ascii(host);
            URI uri =
                    new URI(
                            scheme.toLowerCase(Locale.ROOT)
                                    + "://"
                                    + escaped(user)
                                    + ascii
                                    + port
                                    + escaped(rest));
            return uri.getHost() == null && ascii.indexOf('_') < 0
                    ? Optional.empty()
                    : Optional.of(new WebAddress(length, uri.toString()));
        } catch (IllegalArgumentException | URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    static String ascii(String host) {
        return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    }

    /// Where the last label begins in ASCII and goes on in another script, the sentence goes on
    /// there: no top-level domain mixes them.
    static String withoutOtherScript(String host) {
        int label = host.lastIndexOf('.') + 1;
        if (label == 0 || label == host.length() || host.charAt(label) > 0x7F) {
            return host;
        }
        int end = label;
        while (end < host.length() && host.charAt(end) <= 0x7F) {
            end++;
        }
        return host.substring(0, end);
    }

    /// Everything that a URI may not hold as it is, in percent-encoded UTF-8.
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        boolean inFragment = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean startsFragment = c == '#' && !inFragment;
            inFragment |= startsFragment;
            if (startsFragment
                    || Links.isAsciiWord(c)
                    || PLAIN.indexOf(c) >= 0
                    || (c == '%' && isEscape(text, i))) {
                escaped.appendCodePoint(c);
            } else {
                for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    escaped.append('%').append("%02X".formatted(octet & 0xFF));
                }
            }
            i += Character.charCount(c);
        }
        return escaped.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && text.charAt(at + 1) <= 0x7F
                && Character.digit(text.charAt(at + 2), 16) >= 0
                && text.charAt(at + 2) <= 0x7F;
    }
}
