package dev.hearth.ui.kit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The letters by which chats are told apart. Stateless.
public final class ChatLetters {
    /// The last number differs from that of the neighbours.
    private static final Pattern IPV4 = Pattern.compile("(?:\\d{1,3}\\.){3}(\\d{1,3})(?:[:/].*)?");

    private static final Pattern IPV6 = Pattern.compile("\\[.*?([0-9a-f]{1,3})(?:%.*)?\\].*");

    private ChatLetters() {}

    /// At most three letters for a chat that is called `name`.
    public static String of(String name) {
        Matcher four = IPV4.matcher(name);
        Matcher six = IPV6.matcher(name);
        if (four.matches()) {
            return four.group(1);
        }
        return six.matches() ? six.group(1) : Avatar.initials(name);
    }
}
