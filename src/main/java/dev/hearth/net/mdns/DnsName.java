package dev.hearth.net.mdns;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A domain name, label by label; a label may hold anything, dots and spaces among it. Names that
/// differ in the case of ASCII letters are equal (RFC 6762, section 16).
///
/// @param labels each of 1 to 63 bytes of UTF-8
record DnsName(List<String> labels) {
    static final int MOST_LABEL_BYTES = 63;

    DnsName {
        labels = List.copyOf(labels);
    }

    static DnsName of(String... labels) {
        return new DnsName(List.of(labels));
    }

    /// `label` below this name.
    DnsName child(String label) {
        List<String> all = new ArrayList<>(List.of(label));
        all.addAll(labels);
        return new DnsName(all);
    }

    String first() {
        return labels.getFirst();
    }

    /// Whether this is one label below `parent`.
    boolean isChildOf(DnsName parent) {
        return !labels.isEmpty() && new DnsName(labels.subList(1, labels.size())).equals(parent);
    }

    /// `text` and `suffix` as a label: of a text that is too long, the characters that fit.
    static String label(String text, String suffix) {
        return cut(text, MOST_LABEL_BYTES - bytes(suffix)) + suffix;
    }

    /// As many characters of `text` as fit into `most` bytes of UTF-8. What is half of a character
    /// already is replaced.
    static String cut(String text, int most) {
        ByteBuffer all = StandardCharsets.UTF_8.encode(text);
        if (all.remaining() <= most) {
            return StandardCharsets.UTF_8.decode(all).toString();
        }
        int end = most;
        while (end > 0 && isContinuation(all.get(end))) {
            end--;
        }
        return StandardCharsets.UTF_8.decode(all.limit(end)).toString();
    }

    private static boolean isContinuation(byte unit) {
        return (unit & 0xC0) == 0x80;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DnsName(List<String> theirs)
                && folded(labels).equals(folded(theirs));
    }

    @Override
    public int hashCode() {
        return folded(labels).hashCode();
    }

    private static List<String> folded(List<String> labels) {
        return labels.stream().map(DnsName::folded).toList();
    }

    private static String folded(String label) {
        StringBuilder folded = new StringBuilder(label.length());
        label.chars()
                .forEach(c -> folded.append((char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)));
        return folded.toString();
    }

    @Override
    public String toString() {
        return String.join(".", labels);
    }
}
