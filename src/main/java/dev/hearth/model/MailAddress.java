package dev.hearth.model;

/// A mail address in a text, around its `@`. Stateless.
final class MailAddress {
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final String LOCAL_SIGNS = ".!#$%&'*+/=?^_`{|}~-";

    private MailAddress() {}

    /// The index of its first character, or `at` when there is none before the `@`.
    static int start(String text, int at, int from) {
        int start = at;
        while (start > from && isLocal(text.charAt(start - 1))) {
            start--;
        }
        if (at - start > LONGEST_LOCAL) {
            return at;
        }
        // What may be in an address but begins none: quotation marks, bullets.
        while (start < at && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        return start < at && text.charAt(at - 1) != '.' ? start : at;
    }

    /// The index after its last character, or `at` when no domain follows the `@`.
    static int end(String text, int at) {
        int limit = Math.min(text.length(), at + 1 + LONGEST_DOMAIN);
        int end = at + 1;
        int labelStart = end;
        int lastEnd = at;
        boolean dotted = false;
        while (end < limit && isDomain(text.charAt(end))) {
            if (text.charAt(end) == '.') {
                if (end == labelStart) {
                    break;
                }
                dotted = true;
                labelStart = end + 1;
            } else if (Character.isLetterOrDigit(text.charAt(end))) {
                lastEnd = dotted ? end + 1 : lastEnd;
            }
            end++;
        }
        int domain = at + 1;
        return lastEnd <= domain
                ? at
                : domain + WebAddress.withoutOtherScript(text.substring(domain, lastEnd)).length();
    }

    /// The URI to open; empty when the domain can be none.
    static String target(String local, String domain) {
        String top = domain.substring(domain.lastIndexOf('.') + 1);
        if (top.length() < 2 || !Character.isLetter(top.charAt(0))) {
            return "";
        }
        try {
            return "mailto:"
                    + WebAddress.escaped(local).replace("?", "%3F").replace("#", "%23")
                    + "@"
                    + WebAddress.ascii(domain);
        } catch (IllegalArgumentException notADomain) {
            return "";
        }
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || LOCAL_SIGNS.indexOf(c) >= 0;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
