package dev.hearth.settings;

import java.time.Instant;
import java.util.Optional;

/// A chat that was joined before.
///
/// @param address as it was typed
/// @param name what it calls itself; empty where that is not known
/// @param last what was said last; empty where nothing is to be told of it
public record RecentChat(String address, String name, Optional<Said> last) {
    private static final int LONGEST = 300;

    /// The newest message, in a line with its author.
    public record Said(String line, Instant at) {
        public Said {
            line = cut(line);
        }
    }

    public RecentChat {
        name = cut(name);
    }

    /// A chat of which only the address is known.
    public static RecentChat at(String address) {
        return new RecentChat(address, "", Optional.empty());
    }

    /// The same under another address.
    public RecentChat as(String otherAddress) {
        return new RecentChat(otherAddress, name, last);
    }

    /// The same, with what it calls itself.
    public RecentChat named(String now) {
        return new RecentChat(address, now, last);
    }

    /// The same, with what was said last.
    public RecentChat saying(Optional<Said> now) {
        return new RecentChat(address, name, now);
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
